/** How a piece of a table is set, as a function of Typst for the sources of figures and reports alike. */
export const tableSource = `
#let dataTable(piece) = align(left, table(
  columns: piece.shares.map(share => share * 1fr),
  align: (x, _) => if piece.columns.at(x).isNumeric { right } else { left },
  stroke: (_, y) => (bottom: if y == 0 { 0.8pt + rgb("#77838E") } else { 0.4pt + rgb("#C3CBD1") }),
  inset: (x: 5pt, y: 3.5pt),
  table.header(..piece.columns.map(column => text(size: 9pt, weight: 600, column.heading))),
  ..piece.rows.flatten().map(cell => text(size: 9pt, cell)),
))
`;
