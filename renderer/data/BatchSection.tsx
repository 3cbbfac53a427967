import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { usePlace, useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { DataTable } from '../shared/DataTable.tsx';
import { Answer, EmptyState } from '../shared/states.tsx';
import { localDay, localMinute } from '../shared/times.ts';
import { findingIn } from '../texts/machine-texts.ts';
import { useLanguage, useTexts } from '../texts/texts.ts';
import { EraseBatch } from './EraseBatch.tsx';

type Batch = OutputOf<'data.batches'>['batches'][number];

/** The files that were imported, where they came from, and what takes each back. */
export function BatchSection() {
  const t = useTexts();
  const { go } = usePlace();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('data.batches', { workspaceId });
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Answer query={query}>
      {({ batches }) => {
        const batch = batches.find(({ id }) => id === chosen) ?? batches[0];
        if (batch === undefined)
          return (
            <EmptyState
              level={2}
              heading={t('data:batches.empty')}
              text={t('data:batches.emptyText')}
              action={{
                label: t('data:import'),
                run: () => {
                  go('import');
                },
              }}
            />
          );
        return (
          <div className="data-split">
            <DataTable
              label={t('data:sections.batches')}
              columns={[
                {
                  key: 'file',
                  heading: t('data:batches.file'),
                  cell: ({ fileName }) => fileName,
                  sortBy: ({ fileName }) => fileName,
                },
                {
                  key: 'kind',
                  heading: t('data:batches.kind'),
                  cell: ({ kind }) => t(`import:kinds.${kind}`),
                },
                {
                  key: 'year',
                  heading: t('data:year'),
                  kind: 'number',
                  cell: ({ year }) => year,
                  sortBy: ({ year }) => year,
                },
                {
                  key: 'respondents',
                  heading: t('data:respondents'),
                  kind: 'number',
                  cell: ({ respondents }) => respondents ?? '',
                  sortBy: ({ respondents }) => respondents,
                },
                {
                  key: 'at',
                  heading: t('data:batches.importedAt'),
                  cell: ({ importedAt }) => localDay(importedAt),
                  sortBy: ({ importedAt }) => importedAt,
                },
                { key: 'state', heading: t('data:batches.state'), cell: (own) => <BatchState batch={own} /> },
              ]}
              rows={batches}
              rowKey={({ id }) => String(id)}
              chosen={String(batch.id)}
              onChoose={({ id }) => {
                setChosen(id);
              }}
            />
            <BatchPanel batch={batch} key={batch.id} />
          </div>
        );
      }}
    </Answer>
  );
}

function BatchState({ batch: { undoneAt, replacedBy } }: { readonly batch: Batch }) {
  const t = useTexts();
  if (undoneAt === null) return t('data:batches.counts');
  return (
    <span className="dimmed">
      {replacedBy === null ? t('data:batches.undone') : t('data:batches.replaced', { batch: replacedBy })}
    </span>
  );
}

/** Where a file came from, what was noticed in it, and the way back. */
function BatchPanel({ batch }: { readonly batch: Batch }) {
  const t = useTexts();
  const language = useLanguage();
  const { workspaceId } = useWorkspace().session;
  const undo = useChange('data.undo');
  const redo = useChange('data.redo');
  const findings = useCall('data.findings', { workspaceId, batch: batch.id });
  const input = { workspaceId, batches: [batch.id] };
  return (
    <section className="data-panel" aria-labelledby="data-batch-heading">
      <h2 id="data-batch-heading" className="panel-title">
        {batch.fileName}
      </h2>
      <dl>
        <dt>{t('data:batches.number')}</dt>
        <dd>{batch.id}</dd>
        <dt>{t('data:batches.sheet')}</dt>
        <dd>{batch.sheet}</dd>
        <dt>{t('data:batches.importedAt')}</dt>
        <dd>{localMinute(batch.importedAt)}</dd>
        <dt>{t('data:batches.mode')}</dt>
        <dd>{t(`data:batches.modes.${batch.mode}`)}</dd>
        <dt>{t('data:batches.version')}</dt>
        <dd>{batch.programVersion}</dd>
        <dt>{t('data:batches.sha')}</dt>
        <dd className="data-hash" title={batch.sha256}>
          {batch.sha256.slice(0, 16)}…
        </dd>
      </dl>
      {batch.undoneAt === null ? (
        <Button
          variant="default"
          loading={undo.isPending}
          onClick={() => {
            undo.mutate(input);
          }}
        >
          {t('data:batches.undo')}
        </Button>
      ) : (
        batch.replacedBy === null && (
          <Button
            variant="default"
            loading={redo.isPending}
            onClick={() => {
              redo.mutate(input);
            }}
          >
            {t('data:batches.redo')}
          </Button>
        )
      )}
      <EraseBatch batch={batch} />
      <h3 className="section-title">{t('data:batches.findings', { count: batch.findings })}</h3>
      <Answer query={findings} height={80}>
        {(found) => (
          <ul
            className="data-findings"
            tabIndex={0}
            aria-label={t('data:batches.findings', { count: batch.findings })}
          >
            {found.findings
              .slice(0, findingsShown)
              .map((finding) => findingIn(language, finding))
              .map(({ cell, row, column, message }, at) => (
                <li key={at}>
                  <span>{cell ?? column ?? row ?? ''}</span> {message}
                </li>
              ))}
            {found.findings.length > findingsShown && (
              <li className="dimmed">
                {t('data:batches.more', { count: found.findings.length - findingsShown })}
              </li>
            )}
          </ul>
        )}
      </Answer>
    </section>
  );
}

const findingsShown = 100;
