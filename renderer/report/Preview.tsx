import { ActionIcon } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ReportSettings } from '../../core/report/settings.ts';
import { useCall } from '../machine/queries.ts';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import type { Outline } from './arranging.ts';
import type { ReportOf } from './draft.ts';

/** How long after a change the pages are set anew, in ms: short enough to follow, long enough to type in. */
const pause = 150;

/** What is left free above the section that the page is turned to, in px. */
const air = 24;

/** The pages as they are printed. They turn to the section that is open, and to others by hand. */
export function Preview({
  of,
  settings,
  section,
  ownText,
  outline,
  turns,
}: {
  readonly of: ReportOf;
  readonly settings: ReportSettings;
  readonly section: string;
  /** True while its own text is written: the page then turns to that. */
  readonly ownText: boolean;
  readonly outline: Outline;
  /** Counts how often a section has been opened: opening the same again turns back to it. */
  readonly turns: number;
}) {
  const t = useTexts();
  const [shownSettings] = useDebouncedValue(settings, pause);
  const [turned, setTurned] = useState<{ readonly page: number; readonly after: string } | null>(null);
  const opening = `${section} ${ownText ? 'own' : ''} ${turns}`;
  const query = useCall('report.preview', {
    ...of,
    settings: shownSettings,
    at:
      turned?.after === opening ? { kind: 'page', page: turned.page } : { kind: 'section', section, ownText },
  });
  const pane = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  const top = query.data?.top ?? null;
  const place = query.isPlaceholderData ? null : `${opening} ${query.data?.page ?? 0} ${top ?? 'top'}`;
  useEffect(() => {
    if (place === null) return;
    pane.current?.scrollTo({ top: top === null ? 0 : Math.max(0, top * height - air) });
  }, [place, top, height]);
  return (
    <section className="report-preview" aria-label={t('report:preview')}>
      <Answer query={query} height={560}>
        {({ page, pageCount, svg, section: onPage }) => {
          const heading = outline.find(({ id }) => id === onPage)?.heading ?? t('report:front.title');
          const turnTo = (to: number): void => {
            setTurned({ page: to, after: opening });
          };
          return (
            <>
              <div className="report-preview-head">
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('report:previousPage')}
                  disabled={page === 1}
                  onClick={() => {
                    turnTo(page - 1);
                  }}
                >
                  <IconChevronLeft size={18} stroke={1.6} aria-hidden />
                </ActionIcon>
                <span role="status">{t('report:page', { page, count: pageCount })}</span>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('report:nextPage')}
                  disabled={page === pageCount}
                  onClick={() => {
                    turnTo(page + 1);
                  }}
                >
                  <IconChevronRight size={18} stroke={1.6} aria-hidden />
                </ActionIcon>
              </div>
              <div
                ref={pane}
                className="report-page"
                tabIndex={0}
                role="group"
                aria-label={t('report:preview')}
              >
                <img
                  onLoad={(event) => {
                    setHeight(event.currentTarget.clientHeight);
                  }}
                  src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`}
                  alt={t('report:pageAlt', { page, count: pageCount, heading })}
                />
              </div>
            </>
          );
        }}
      </Answer>
    </section>
  );
}
