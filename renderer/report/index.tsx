import { Select } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { HandedIn } from '../app/session.ts';
import { isWordReport } from '../app/session.ts';
import { useChoice, useHandedIn, usePlace, useWorkspace } from '../app/window.tsx';
import { useCall } from '../machine/queries.ts';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { ExportMenu } from './ExportMenu.tsx';
import { EveryUnit } from './EveryUnit.tsx';
import { RefreshWord } from './RefreshWord.tsx';
import { ReportDesk } from './ReportDesk.tsx';
import './report.css';

const whole = 'whole';

/** The year's report of the whole or of a unit: what is in it, own text beside the program's, and the printed pages. */
export default function ReportScreen() {
  const t = useTexts();
  const { summary, session } = useWorkspace();
  const { choice } = useChoice();
  const { place, refine } = usePlace();
  const { workspaceId } = session;
  const year = choice.years[0] ?? 0;
  const wanted = place.params['unit'];
  const units = summary.units.filter(({ level }) => level === 1);
  const chosen =
    wanted === undefined
      ? (choice.units[0] ?? null)
      : (summary.units.find(({ unit }) => String(unit) === wanted)?.unit ?? null);
  const others = summary.units.filter(({ unit, level }) => level !== 1 && unit === chosen);
  const [refresh, setRefresh] = useState<{ readonly file: HandedIn | null } | null>(null);
  useDroppedReport((file) => {
    setRefresh({ file });
  });
  const query = useCall('report.get', { workspaceId, year, unit: chosen });
  const name = summary.units.find(({ unit }) => unit === chosen)?.name ?? t('report:whole');
  return (
    <div className="report">
      <ScreenHead
        title={t('report:title')}
        lead={<p className="lead">{t('report:lead', { year, name })}</p>}
        actions={
          <>
            <Select
              aria-label={t('report:unit')}
              allowDeselect={false}
              w={230}
              value={chosen === null ? whole : String(chosen)}
              data={[
                { value: whole, label: t('report:wholeUnit') },
                ...[...units, ...others].map(({ unit, name: label }) => ({ value: String(unit), label })),
              ]}
              onChange={(value) => {
                if (value !== null) refine({ ...place.params, unit: value });
              }}
            />
            <EveryUnit year={year} />
            <ExportMenu
              of={{ workspaceId, year, unit: chosen }}
              name={name}
              onRefresh={() => {
                setRefresh({ file: null });
              }}
            />
          </>
        }
      />
      <Answer query={query}>
        {(report) => (
          <ReportDesk
            key={`${report.year} ${report.unit ?? whole}`}
            of={{ workspaceId, year: report.year, unit: report.unit }}
            report={report}
          />
        )}
      </Answer>
      <RefreshWord
        of={{ workspaceId, year, unit: chosen }}
        opened={refresh !== null}
        file={refresh?.file ?? null}
        onFile={(file) => {
          setRefresh({ file });
        }}
        onClose={() => {
          setRefresh(null);
        }}
      />
    </div>
  );
}

/** Takes over a Word report that was dropped on the window, wherever that was. */
function useDroppedReport(take: (file: HandedIn) => void): void {
  const { files, taken } = useHandedIn();
  const onDropped = useEffectEvent(take);
  useEffect(() => {
    const [file] = files.filter(isWordReport);
    if (file === undefined) return;
    onDropped(file);
    taken();
  });
}
