import { Switch } from '@mantine/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../texts/texts.ts';
import type { Outline, OutlineEntry } from './arranging.ts';
import { areBeside, moved } from './arranging.ts';
import { frontPage } from './ReportDesk.tsx';

/** The sections in their order: on and off, drawn by the handle or moved by Alt and an arrow. */
export function SectionList({
  outline,
  chosen,
  onChoose,
  onInclude,
  onStep,
  onMove,
}: {
  readonly outline: Outline;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly onInclude: (id: string, included: boolean) => void;
  readonly onStep: (id: string, step: -1 | 1) => void;
  /** Into the place of another. */
  readonly onMove: (id: string, other: string) => void;
}) {
  const t = useTexts();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const included = outline.filter((entry) => entry.included).length;

  const step = (entry: OutlineEntry, direction: -1 | 1): void => {
    const after = moved(outline, entry.id, direction);
    if (after === outline) return;
    onStep(entry.id, direction);
    const place = after.findIndex(({ id }) => id === entry.id) + 1;
    setTold(t('report:moved', { heading: entry.heading, place, count: outline.length }));
  };
  return (
    <nav aria-label={t('report:sections')} className="report-sections">
      <div className="report-sections-head">
        <h2 className="section-title">{t('report:sections')}</h2>
        <span>{t('report:included', { count: included + 1, total: outline.length + 1 })}</span>
      </div>
      <ul>
        <li className="report-section" data-chosen={chosen === frontPage}>
          <span className="report-handle" aria-hidden />
          <button
            type="button"
            className="report-section-name"
            aria-current={chosen === frontPage}
            onClick={() => {
              onChoose(frontPage);
            }}
          >
            {t('report:front.title')}
          </button>
          <span className="report-section-note">{t('report:always')}</span>
        </li>
        {outline.map((entry) => {
          const { id, heading, level, isFixed, hasOwnText } = entry;
          return (
            <li
              key={id}
              className="report-section"
              data-level={level}
              data-chosen={chosen === id}
              data-left-out={!entry.included}
              data-over={over === id}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
                event.preventDefault();
                step(entry, event.key === 'ArrowUp' ? -1 : 1);
              }}
              onDragOver={(event) => {
                if (dragged === null || !areBeside(outline, dragged, id)) return;
                event.preventDefault();
                setOver(id);
              }}
              onDragLeave={() => {
                setOver(null);
              }}
              onDrop={(event) => {
                event.preventDefault();
                if (dragged !== null) onMove(dragged, id);
                setDragged(null);
                setOver(null);
              }}
            >
              <span
                className="report-handle"
                draggable
                title={t('report:drag')}
                aria-hidden
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', heading);
                  setDragged(id);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
              >
                <IconGripVertical size={16} stroke={1.6} />
              </span>
              <button
                type="button"
                className="report-section-name"
                aria-current={chosen === id}
                aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                title={heading}
                onClick={() => {
                  onChoose(id);
                }}
              >
                {heading}
              </button>
              <span className="report-section-note">
                {isFixed ? t('report:always') : hasOwnText ? t('report:ownTextShort') : ''}
              </span>
              {!isFixed && (
                <Switch
                  size="sm"
                  checked={entry.included}
                  aria-label={t('report:include', { heading })}
                  onChange={(event) => {
                    onInclude(id, event.currentTarget.checked);
                  }}
                />
              )}
            </li>
          );
        })}
      </ul>
      <p className="report-help">{t('report:moveHelp')}</p>
      <p className="sr-only" role="status">
        {told}
      </p>
    </nav>
  );
}
