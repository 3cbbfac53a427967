import { Button, FileButton, Select } from '@mantine/core';
import { useState } from 'react';
import type { InputOf } from '../../core/api.ts';
import { useToasts } from '../app/toasts.tsx';
import { useWorkspace } from '../app/window.tsx';
import { useMachine } from '../machine/machine.tsx';
import { problemText, useCall, useChange } from '../machine/queries.ts';
import { useNumbers } from '../shared/numbers.ts';
import { ReleaseDialog } from '../shared/ReleaseDialog.tsx';
import { useSave } from '../shared/save.ts';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';

/** Counts of the whole, to and from other municipalities that take part. */
export function ExchangeSection() {
  const t = useTexts();
  const numbers = useNumbers();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('data.exchangeList', { workspaceId });
  const remove = useChange('data.exchangeRemove');
  const restore = useChange('data.exchangeRestore');
  return (
    <Answer query={query}>
      {({ files, years }) => (
        <div className="data-split">
          <div>
            <section className="data-block">
              <h2 className="section-title">{t('data:exchange.files')}</h2>
              {files.length === 0 ? (
                <p className="data-help">{t('data:exchange.empty')}</p>
              ) : (
                <table className="plain-table">
                  <thead>
                    <tr>
                      <th scope="col">{t('data:exchange.municipality')}</th>
                      <th scope="col">{t('data:year')}</th>
                      <th scope="col" className="number">
                        {t('data:respondents')}
                      </th>
                      <th scope="col">{t('data:batches.state')}</th>
                      <th scope="col">
                        <span className="sr-only">{t('data:change')}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {files.map(({ id, municipality, year, respondents, removedAt, isOwn, fault }) => (
                      <tr key={id}>
                        <th scope="row">{municipality}</th>
                        <td>{year}</td>
                        <td className="number">{respondents}</td>
                        <td className="dimmed">
                          {removedAt !== null
                            ? t('data:exchange.removed')
                            : (fault ?? (isOwn ? t('data:exchange.own') : t('data:batches.counts')))}
                        </td>
                        <td className="number">
                          <button
                            type="button"
                            className="link"
                            aria-label={`${removedAt === null ? t('data:remove') : t('data:restore')}: ${municipality} ${year}`}
                            onClick={() => {
                              (removedAt === null ? remove : restore).mutate({ workspaceId, id });
                            }}
                          >
                            {removedAt === null ? t('data:remove') : t('data:restore')}
                          </button>
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              )}
            </section>
            {years.length > 0 && (
              <section className="data-block">
                <h2 className="section-title">{t('data:exchange.together')}</h2>
                <ul className="data-sentences">
                  {years.map(({ year, municipalities, maturityPercent, statement, problem }) => (
                    <li key={year}>
                      <strong>{year}</strong>{' '}
                      {problem ??
                        t('data:exchange.outcome', {
                          count: municipalities,
                          percent: numbers.percent(maturityPercent),
                        })}
                      {statement !== null && <span className="data-statement">{statement}</span>}
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
          <ExchangePanel />
        </div>
      )}
    </Answer>
  );
}

type ExchangeFormat = InputOf<'data.exchangeWrite'>['format'];
const exchangeFormats: readonly ExchangeFormat[] = ['json', 'csv', 'parquet'];

/** The way in and the way out. */
function ExchangePanel() {
  const t = useTexts();
  const machine = useMachine();
  const toasts = useToasts();
  const { session, summary } = useWorkspace();
  const { workspaceId } = session;
  const read = useChange('data.exchangeRead');
  const save = useSave();
  const years = summary.years.filter(({ sources }) => sources.includes('answers')).map(({ year }) => year);
  const [chosen, setChosen] = useState<string | null>(null);
  const [format, setFormat] = useState<ExchangeFormat>('json');
  const [notes, setNotes] = useState<readonly string[]>([]);
  const year = years.find((own) => String(own) === chosen) ?? years[0];
  const take = async (file: File | null) => {
    if (file === null) return;
    try {
      read.mutate({ workspaceId, fileId: await machine.handIn(file) });
    } catch (error) {
      toasts.dispatch({ kind: 'show', toast: { kind: 'problem', text: problemText(error), action: null } });
    }
  };
  return (
    <section className="data-panel" aria-labelledby="data-exchange-heading">
      <h2 id="data-exchange-heading" className="panel-title">
        {t('data:exchange.heading')}
      </h2>
      <p>{t('data:exchange.help')}</p>
      <FileButton
        accept=".json,.dimios-exchange"
        onChange={(file) => void take(file)}
        inputProps={{ 'aria-label': t('data:exchange.read') }}
      >
        {(props) => (
          <Button {...props} variant="default" loading={read.isPending}>
            {t('data:exchange.read')}
          </Button>
        )}
      </FileButton>
      {year !== undefined && (
        <div className="data-form">
          <Select
            label={t('data:exchange.writeYear')}
            data={years.map(String)}
            value={String(year)}
            allowDeselect={false}
            onChange={setChosen}
          />
          <div className="data-row">
            <Select
              label={t('data:exchange.format')}
              data={exchangeFormats.map((value) => ({ value, label: t(`data:exchange.formats.${value}`) }))}
              value={format}
              allowDeselect={false}
              onChange={(value) => {
                setFormat(exchangeFormats.find((own) => own === value) ?? 'json');
              }}
            />
            <Button
              variant="default"
              loading={save.isSaving}
              onClick={() => {
                save.start({
                  suggestedName: `${summary.name} ${year}.${format}`,
                  kind: format,
                  write: async (own, target) => {
                    const written = await own.call('data.exchangeWrite', {
                      workspaceId,
                      year,
                      format,
                      ...target,
                    });
                    setNotes(written.notes);
                    return written;
                  },
                });
              }}
            >
              {t('data:exchange.write')}
            </Button>
          </div>
        </div>
      )}
      {notes.map((note) => (
        <p key={note} role="status">
          {note}
        </p>
      ))}
      <ReleaseDialog save={save} />
    </section>
  );
}
