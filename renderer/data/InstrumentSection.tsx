import { useWorkspace } from '../app/window.tsx';
import { useCall } from '../machine/queries.ts';
import { Answer } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';

/** What is asked: dimensions, categories and items, with their definitions. */
export function InstrumentSection() {
  const t = useTexts();
  const say = useSaid();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('data.instrument', { workspaceId });
  return (
    <Answer query={query}>
      {({ instrument, reversed }) => (
        <>
          <p className="data-help">
            {t('data:instrument.what', {
              name: say(instrument.name),
              version: instrument.version,
              min: instrument.scale.min,
              max: instrument.scale.max,
            })}
          </p>
          {instrument.dimensions.map((dimension) => (
            <section key={dimension.code} className="data-block">
              <h2 className="panel-title">{say(dimension.name)}</h2>
              {dimension.categories.map((category) => (
                <table key={category.code} className="plain-table data-instrument">
                  <caption>{say(category.name)}</caption>
                  <thead className="sr-only">
                    <tr>
                      <th scope="col">{t('data:instrument.item')}</th>
                      <th scope="col">{t('data:instrument.definition')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {category.items.map(({ code, name, definition }) => {
                      const years = reversed
                        .filter(({ items }) => items.includes(code))
                        .map(({ year }) => year);
                      return (
                        <tr key={code}>
                          <th scope="row">{say(name)}</th>
                          <td>
                            {definition}
                            {years.length > 0 && (
                              <span className="dimmed">
                                {' '}
                                {t('data:instrument.reversed', { years: years.join(', ') })}
                              </span>
                            )}
                          </td>
                        </tr>
                      );
                    })}
                  </tbody>
                </table>
              ))}
            </section>
          ))}
        </>
      )}
    </Answer>
  );
}
