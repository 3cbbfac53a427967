import type { FigureTable } from '../../../core/figures/figure.ts';

/** What a figure shows, as a table that can be read, selected and copied. */
export function FigureTableView({
  table,
  label,
}: {
  readonly table: FigureTable;
  /** What it is of. */
  readonly label: string;
}) {
  return (
    <div className="figure-table" tabIndex={0} role="group" aria-label={label}>
      <table className="plain-table" aria-label={label}>
        <thead>
          <tr>
            {table.columns.map(({ heading, kind }, at) => (
              <th key={at} scope="col" className={kind === 'text' ? undefined : 'number'}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowAt) => (
            <tr key={rowAt}>
              {row.map(({ shown }, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {shown}
                  </th>
                ) : (
                  <td key={at} className={table.columns[at]?.kind === 'text' ? undefined : 'number'}>
                    {shown}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
