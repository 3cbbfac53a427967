import { tableSource } from './table-source.ts';

/**
 * A figure as Typst sees it. Everything that comes from data is read from `sys.inputs` as JSON and shown as text: it
 * is never part of this source, so that no text can be taken for markup.
 */
export const figureTemplate = `
#let data = json(bytes(sys.inputs.figure))
${tableSource}
#set document(title: data.title, author: data.creator, description: data.altText, keywords: data.sourceLine, date: none)
#set text(lang: data.language, region: data.region, font: "Source Sans 3", size: 10pt, fill: rgb("#1B232B"), number-width: "tabular")
#set par(leading: 0.55em)
#show heading: set text(size: 13pt, weight: 600)
#show heading: set block(below: 6pt)
#set figure.caption(separator: [. ])
#show figure.caption: set text(size: 9pt, fill: rgb("#4A5763"))
#show figure.caption: set align(left)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)

#page(width: data.widthPoints * 1pt + 48pt, height: auto, margin: 24pt)[
  #heading(level: 1, data.title)
  #text(fill: rgb("#4A5763"), data.baseLine)
  #figure(
    image(bytes(data.svg), format: "svg", width: data.widthPoints * 1pt, alt: data.altText),
    alt: data.altText,
    caption: data.sourceLine,
  )
]

#set page(paper: "a4", flipped: data.isWide, margin: 18mm)
#set text(hyphenate: true)
#for piece in data.tables {
  figure(
    caption: data.title,
    dataTable(piece),
  )
}
`;
