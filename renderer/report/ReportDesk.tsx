import { useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { usePlace } from '../app/window.tsx';
import { moved, movedTo, sectionsOf, withSettings } from './arranging.ts';
import type { Outline } from './arranging.ts';
import type { ReportOf } from './draft.ts';
import { useReportDraft } from './draft.ts';
import { FrontPage } from './FrontPage.tsx';
import { Preview } from './Preview.tsx';
import { SectionEditor } from './SectionEditor.tsx';
import { SectionList } from './SectionList.tsx';

/** The front page is no section of the report, but stands first in the list. */
export const frontPage = 'front';

/** A report on the desk: its sections, the one that is open, and the pages. */
export function ReportDesk({
  of,
  report,
}: {
  readonly of: ReportOf;
  readonly report: OutputOf<'report.get'>;
}) {
  const { place, refine } = usePlace();
  const draft = useReportDraft(of, report.settings);
  const { settings, edit, flush } = draft;
  const outline = withSettings(report.outline, settings);
  const opened = outline.find(({ id }) => id === place.params['section']) ?? null;
  const chosen = opened?.id ?? frontPage;
  const [turns, setTurns] = useState(0);
  const [written, setWritten] = useState<string | null>(null);

  const arrange = (arranged: Outline): void => {
    edit((before) => ({ ...before, sections: sectionsOf(arranged) }));
  };
  return (
    <div className="report-desk">
      <SectionList
        outline={outline}
        chosen={chosen}
        onChoose={(section) => {
          flush();
          setTurns(turns + 1);
          setWritten(null);
          refine({ ...place.params, section });
        }}
        onInclude={(id, included) => {
          arrange(outline.map((entry) => (entry.id === id ? { ...entry, included } : entry)));
        }}
        onStep={(id, step) => {
          arrange(moved(outline, id, step));
        }}
        onMove={(id, other) => {
          arrange(movedTo(outline, id, other));
        }}
      />
      {opened === null ? (
        <FrontPage of={of} report={report} draft={draft} />
      ) : (
        <SectionEditor
          key={`${opened.id} ${settings.language}`}
          section={opened}
          draft={draft}
          liveNumbers={report.liveNumbers}
          onWrite={() => {
            setWritten(opened.id);
          }}
        />
      )}
      <Preview
        of={of}
        settings={settings}
        section={chosen}
        ownText={written === chosen}
        outline={outline}
        turns={turns}
      />
    </div>
  );
}
