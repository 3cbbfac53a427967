import { Switch } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { OutputOf } from '../../core/api.ts';
import { useTexts } from '../texts/texts.ts';
import type { OutlineEntry } from './arranging.ts';
import type { ReportDraft } from './draft.ts';
import { OwnText } from './OwnText.tsx';

/** The open section: what the program writes, what the analyst adds, and its figures and tables. */
export function SectionEditor({
  section,
  draft: { settings, edit, flush },
  liveNumbers,
  onWrite,
}: {
  readonly section: OutlineEntry;
  readonly draft: ReportDraft;
  readonly liveNumbers: OutputOf<'report.get'>['liveNumbers'];
  /** Called when own text is being written. */
  readonly onWrite: () => void;
}) {
  const t = useTexts();
  const { id, heading, generated, figures } = section;
  return (
    <section className="report-editor" aria-labelledby="report-section-heading">
      <h2 className="panel-title" id="report-section-heading">
        {heading}
      </h2>
      {generated.length > 0 && (
        <>
          <h3 className="report-label">
            <IconLock size={15} stroke={1.6} aria-hidden />
            {t('report:generated')}
          </h3>
          <ul className="report-generated">
            {generated.map((block, at) => (
              <li key={block.id} data-left-out={!block.included}>
                <p>{block.text}</p>
                <Switch
                  size="xs"
                  checked={block.included}
                  aria-label={t('report:includeParagraph', { number: at + 1 })}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    edit((before) => ({
                      ...before,
                      withoutGenerated: checked
                        ? before.withoutGenerated.filter((other) => other !== block.id)
                        : [...before.withoutGenerated, block.id],
                    }));
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <OwnText
        blocks={settings.texts[id] ?? []}
        numbers={liveNumbers}
        onChange={(blocks) => {
          onWrite();
          edit((before) => ({ ...before, texts: withText(before.texts, id, blocks) }), true);
        }}
        onLeave={flush}
      />
      {figures.length > 0 && (
        <>
          <h3 className="report-label">{t('report:inSection')}</h3>
          <ul className="report-figures">
            {figures.map((block) => (
              <li key={block.id}>
                <Switch
                  size="sm"
                  checked={block.included}
                  label={t(`report:${block.kind}`, { caption: block.caption })}
                  onChange={(event) => {
                    const { checked } = event.currentTarget;
                    edit((before) => ({
                      ...before,
                      blocks: {
                        ...before.blocks,
                        [block.id]: { ...before.blocks[block.id], included: checked },
                      },
                    }));
                  }}
                />
                {block.form !== null && block.included && (
                  <Switch
                    size="xs"
                    className="report-form"
                    checked={block.form === 'native'}
                    label={t('report:asChart')}
                    aria-label={t('report:asChartOf', { caption: block.caption })}
                    onChange={(event) => {
                      const form = event.currentTarget.checked ? 'native' : 'picture';
                      edit((before) => ({
                        ...before,
                        blocks: { ...before.blocks, [block.id]: { ...before.blocks[block.id], form } },
                      }));
                    }}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type Own = ReportDraft['settings']['texts'];

function withText(texts: Own, id: string, blocks: Own[string]): Own {
  const others = Object.fromEntries(Object.entries(texts).filter(([section]) => section !== id));
  return blocks.length === 0 ? others : { ...others, [id]: blocks };
}
