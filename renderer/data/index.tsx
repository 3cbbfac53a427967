import { Button, Tabs } from '@mantine/core';
import { usePlace, useWorkspace } from '../app/window.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { ReleaseDialog } from '../shared/ReleaseDialog.tsx';
import { useSave } from '../shared/save.ts';
import { useTexts } from '../texts/texts.ts';
import { AuditSection } from './AuditSection.tsx';
import { BatchSection } from './BatchSection.tsx';
import './data.css';
import { ExchangeSection } from './ExchangeSection.tsx';
import { FigureSection } from './FigureSection.tsx';
import { InstrumentSection } from './InstrumentSection.tsx';
import { InvitedSection } from './InvitedSection.tsx';
import { UnitSection } from './UnitSection.tsx';

const sections = [
  { id: 'batches', component: BatchSection },
  { id: 'units', component: UnitSection },
  { id: 'invited', component: InvitedSection },
  { id: 'figures', component: FigureSection },
  { id: 'exchange', component: ExchangeSection },
  { id: 'instrument', component: InstrumentSection },
  { id: 'audit', component: AuditSection },
] as const;

/** What the results rest on: each part can be looked at, corrected, and set back. */
export default function DataScreen() {
  const t = useTexts();
  const { place, refine } = usePlace();
  const chosen = sections.find(({ id }) => id === place.params['section']) ?? sections[0];
  return (
    <>
      <ScreenHead title={t('app:screens.data')} lead={<DataLead />} actions={<Actions />} />
      <Tabs
        value={chosen.id}
        keepMounted={false}
        onChange={(section) => {
          if (section !== null) refine({ section });
        }}
      >
        <Tabs.List aria-label={t('data:sections.label')} className="data-tabs">
          {sections.map(({ id }) => (
            <Tabs.Tab value={id} key={id}>
              {t(`data:sections.${id}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {sections.map(({ id, component: Section }) => (
          <Tabs.Panel value={id} key={id} className="data-section">
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function DataLead() {
  const t = useTexts();
  const { summary } = useWorkspace();
  const years = summary.years.map(({ year }) => year).toSorted((a, b) => a - b);
  if (years.length === 0) return <p className="lead">{t('data:lead.nothing')}</p>;
  return (
    <p className="lead">
      <strong>{t('data:lead.files', { count: summary.counts.batches })}</strong>{' '}
      {t('data:lead.years', { years: years.join(', ') })}{' '}
      {summary.gaps.length === 0
        ? t('data:lead.complete')
        : t('data:lead.gaps', { count: summary.gaps.length })}
    </p>
  );
}

function Actions() {
  const t = useTexts();
  const { go } = usePlace();
  const { session, summary } = useWorkspace();
  const save = useSave();
  return (
    <>
      <Button
        variant="default"
        loading={save.isSaving}
        disabled={summary.years.length === 0}
        onClick={() => {
          save.start({
            suggestedName: `${t('data:results.name', { name: summary.name })}.xlsx`,
            kind: 'xlsx',
            write: (machine, target) =>
              machine.call('results.export', { workspaceId: session.workspaceId, ...target }),
          });
        }}
      >
        {t('data:results.save')}
      </Button>
      <Button
        onClick={() => {
          go('import');
        }}
      >
        {t('data:import')}
      </Button>
      <ReleaseDialog save={save} />
    </>
  );
}
