import type { Employees } from '../../core/api.ts';
import { usePlace } from '../app/window.tsx';
import { Figure } from '../shared/figure/Figure.tsx';
import { useNumbers } from '../shared/numbers.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import { BandDisc, useValueText } from './drawings.tsx';

/** One link over the units: the scatter, both results of each unit, whether their order is alike, and how they moved. */
export function LinkPanel({
  survey,
  pair,
}: {
  readonly survey: Employees;
  readonly pair: Employees['pairs'][number];
}) {
  const t = useTexts();
  const say = useSaid();
  const { go } = usePlace();
  const numbers = useNumbers();
  const write = useValueText();
  return (
    <aside className="employees-panel" aria-labelledby="employees-link">
      <h2 id="employees-link" className="panel-title">
        {pair.employeeItem}
      </h2>
      <p className="figure-base">
        <button
          type="button"
          className="link"
          onClick={() => {
            go('categories', { item: pair.item });
          }}
        >
          {say(pair.itemName)}
        </button>
      </p>
      <Figure
        kind="employee-scatter"
        options={{ link: { employeeItem: pair.employeeItem, item: pair.item } }}
        caption={false}
      />
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('employees:unit')}</th>
            <th scope="col" className="number">
              {t('employees:employees')}
            </th>
            <th scope="col" className="number">
              {t('employees:survey')}
            </th>
            <th scope="col" className="number">
              {t('employees:distance')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pair.units.map((unit) => (
            <tr key={unit.unit ?? 'whole'}>
              <th scope="row">{unit.name}</th>
              <td className="number">
                <BandDisc band={unit.employees.band} bands={survey.bands} /> {write(unit.employees)}
              </td>
              <td className="number">{write(unit.survey)}</td>
              <td className="number">{numbers.percentDifference(unit.difference)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="employees-note">{say(pair.correlation.sentence)}</p>
      {pair.changes.map((change) => (
        <p className="employees-note" key={`${change.unit ?? 'whole'}-${change.to}`}>
          <strong>
            {change.name} {change.from}–{change.to}:
          </strong>{' '}
          {say(change.sentence)}
        </p>
      ))}
    </aside>
  );
}
