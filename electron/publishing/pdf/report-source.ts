import { tableSource } from './table-source.ts';

/**
 * A report as Typst sees it. Everything that comes from data is read from `sys.inputs` as JSON and shown as text: it
 * is never part of this source, so that no text can be taken for markup. At the end it tells where each section and
 * each own text begins, for the preview.
 */
export const reportSource = `
#let data = json(bytes(sys.inputs.report))
${tableSource}
#let muted = rgb("#4A5763")
#set document(title: data.title, author: data.organisation, keywords: data.keywords, date: datetime(year: data.date.at(0), month: data.date.at(1), day: data.date.at(2)))
#set text(lang: data.language, region: data.region, font: "Source Sans 3", size: 10.5pt, fill: rgb("#1B232B"), number-width: "tabular", hyphenate: true)
#set par(leading: 0.62em, spacing: 0.95em)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 28mm, bottom: 24mm),
  header: context if counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: muted)
    grid(columns: (1fr, auto), data.headerLeft, data.headerRight)
    line(length: 100%, stroke: 0.5pt + rgb("#C3CBD1"))
  },
  footer: context if counter(page).get().first() > 1 {
    set text(size: 8.5pt, fill: muted)
    align(right, counter(page).display())
  },
)
#set list(indent: 4pt)
#set enum(indent: 4pt)
#show heading: set text(weight: 600, hyphenate: false)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 1): set block(above: 22pt, below: 10pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 2): set block(above: 18pt, below: 8pt)
#show heading.where(level: 3): set text(size: 11pt)
#set figure(numbering: none, supplement: none, gap: 5pt)
#show figure: set block(above: 14pt, below: 14pt)
#set figure.caption(position: top)
#show figure.caption: set block(sticky: true)
#show figure.caption: set align(left)
#show figure.caption: set text(size: 9.5pt, weight: 600)
#show figure.where(kind: table): set block(breakable: true)

#let runs(own) = own.map(run => {
  let shown = if run.italic { emph(run.text) } else [#run.text]
  if run.bold { strong(shown) } else { shown }
}).join()
#let marked(block) = if block.mark != none [#metadata(block.mark)<own>]

#if data.logo != none {
  image(bytes(data.logo.svg), format: "svg", width: data.logo.width * 0.75pt, alt: data.logo.altText)
}
#v(1fr)
#text(size: 30pt, weight: 600, data.title)

#if data.subtitle != none { text(size: 17pt, data.subtitle) }

#text(size: 13pt, data.organisation)
#v(2fr)
#for (name, value) in data.front { par[#text(fill: muted, name + ":") #value] }
#pagebreak()
#outline(title: data.contents, depth: 2)
#pagebreak()

#for section in data.sections {
  if section.startsPage { pagebreak(weak: true) }
  [#heading(level: section.level, section.heading)#label(section.id)]
  for part in section.blocks {
    if part.kind == "paragraph" { par[#marked(part)#runs(part.runs)] }
    if part.kind == "list" {
      let items = part.items.enumerate().map(((at, own)) => [#if at == 0 { marked(part) }#runs(own)])
      if part.ordered { enum(..items) } else { list(..items) }
    }
    if part.kind == "figure" {
      figure(
        kind: image,
        caption: part.caption,
        alt: part.altText,
        align(left, stack(
          spacing: 5pt,
          text(size: 8.5pt, fill: muted, part.baseLine),
          image(bytes(part.svg), format: "svg", width: 100%, alt: part.altText),
          text(size: 8.5pt, fill: muted, part.sourceLine),
        )),
      )
    }
    if part.kind == "table" {
      for piece in part.pieces {
        // A table of a few rows is not parted between pages.
        show figure: set block(breakable: piece.rows.len() > 12)
        figure(
          kind: table,
          caption: part.caption,
          dataTable(piece),
        )
      }
      if part.note != none { par(text(size: 8.5pt, fill: muted, part.note)) }
    }
  }
}

#context {
  let place(found, id) = (
    id: id,
    page: found.location().page(),
    top: calc.min(1, found.location().position().y / page.height),
  )
  let sections = query(heading).filter(own => own.has("label")).map(own => place(own, str(own.label)))
  [#metadata((sections: sections, own: query(<own>).map(own => place(own, own.value))))<places>]
}
`;
