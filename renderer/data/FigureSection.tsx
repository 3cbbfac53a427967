import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { useNumbers } from '../shared/numbers.ts';
import { Answer } from '../shared/states.tsx';
import { useLanguage, useTexts } from '../texts/texts.ts';

const kinds = ['published', 'benchmark', 'target'] as const;
type Kind = (typeof kinds)[number];

/** Published values, benchmarks and targets: figures that come from elsewhere. */
export function FigureSection() {
  const t = useTexts();
  const numbers = useNumbers();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('data.figures', { workspaceId });
  const remove = useChange('data.removeFigure');
  return (
    <Answer query={query}>
      {({ figures, years }) => (
        <div className="data-split">
          <div>
            {figures.length === 0 && <p className="data-help">{t('data:figures.empty')}</p>}
            {kinds.map((kind) => {
              const own = figures.filter((figure) => figure.kind === kind);
              if (own.length === 0) return null;
              return (
                <section key={kind} className="data-block">
                  <h2 className="section-title">{t(`data:figures.kinds.${kind}`)}</h2>
                  <table className="plain-table">
                    <thead>
                      <tr>
                        <th scope="col">{t('data:year')}</th>
                        <th scope="col" className="number">
                          {t('data:figures.percent')}
                        </th>
                        <th scope="col">{t('data:figures.source')}</th>
                        <th scope="col">
                          <span className="sr-only">{t('data:remove')}</span>
                        </th>
                      </tr>
                    </thead>
                    <tbody>
                      {own
                        .toSorted((a, b) => b.year - a.year)
                        .map(({ id, year, percent, source }) => (
                          <tr key={id}>
                            <th scope="row">{year}</th>
                            <td className="number">{numbers.percent(percent)}</td>
                            <td>{source}</td>
                            <td className="number">
                              <button
                                type="button"
                                className="link"
                                aria-label={t('data:figures.removeOne', { source, year })}
                                onClick={() => {
                                  remove.mutate({ workspaceId, id });
                                }}
                              >
                                {t('data:remove')}
                              </button>
                            </td>
                          </tr>
                        ))}
                    </tbody>
                  </table>
                </section>
              );
            })}
            <section className="data-block">
              <h2 className="section-title">{t('data:figures.beside')}</h2>
              <ul className="data-sentences">
                {years.map(({ year, sentence }) => (
                  <li key={year}>{sentence}</li>
                ))}
              </ul>
            </section>
          </div>
          <AddFigure />
        </div>
      )}
    </Answer>
  );
}

function AddFigure() {
  const t = useTexts();
  const language = useLanguage();
  const { session, summary } = useWorkspace();
  const add = useChange('data.addFigure');
  const [kind, setKind] = useState<Kind>('target');
  const [year, setYear] = useState<number | string>(summary.years[0]?.year ?? '');
  const [percent, setPercent] = useState<number | string>('');
  const [source, setSource] = useState('');
  return (
    <section className="data-panel" aria-labelledby="data-figure-heading">
      <h2 id="data-figure-heading" className="panel-title">
        {t('data:figures.add')}
      </h2>
      <form
        className="data-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (typeof year !== 'number' || typeof percent !== 'number') return;
          add.mutate(
            { workspaceId: session.workspaceId, kind, year, percent, source },
            {
              onSuccess: () => {
                setPercent('');
              },
            },
          );
        }}
      >
        <Select
          label={t('data:figures.kind')}
          data={kinds.map((own) => ({ value: own, label: t(`data:figures.kinds.${own}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => {
            setKind(kinds.find((own) => own === value) ?? kind);
          }}
        />
        <NumberInput
          label={t('data:year')}
          min={1900}
          max={2999}
          hideControls
          value={year}
          onChange={setYear}
        />
        <NumberInput
          label={t('data:figures.percent')}
          min={0}
          max={100}
          decimalSeparator={language === 'sv' ? ',' : '.'}
          hideControls
          value={percent}
          onChange={setPercent}
        />
        <TextInput
          label={t('data:figures.source')}
          description={t('data:figures.sourceHelp')}
          maxLength={200}
          value={source}
          onChange={(event) => {
            setSource(event.currentTarget.value);
          }}
        />
        <Button
          type="submit"
          disabled={typeof year !== 'number' || typeof percent !== 'number' || source.trim() === ''}
          loading={add.isPending}
        >
          {t('data:add')}
        </Button>
      </form>
    </section>
  );
}
