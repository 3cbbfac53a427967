import { ActionIcon, Textarea, Tooltip } from '@mantine/core';
import { IconBold, IconItalic, IconList, IconPencil } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { ownBlocksFromText, textOfOwnBlocks, unknownNumbers } from '../../core/report/own-marks.ts';
import type { OwnBlock } from '../../core/report/settings.ts';
import { useTexts } from '../texts/texts.ts';
import { LiveNumberMenu } from './LiveNumberMenu.tsx';
import { OwnTextAsRead } from './OwnTextAsRead.tsx';
import { around, asList } from './typing.ts';
import type { Typed } from './typing.ts';

type LiveNumbers = OutputOf<'report.get'>['liveNumbers'];

/** The analyst's own text: typed with few marks, and beneath it as it is read, live numbers as chips. */
export function OwnText({
  blocks,
  numbers,
  onChange,
  onLeave,
}: {
  readonly blocks: readonly OwnBlock[];
  readonly numbers: LiveNumbers;
  readonly onChange: (blocks: OwnBlock[]) => void;
  readonly onLeave: () => void;
}) {
  const t = useTexts();
  const labelId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => textOfOwnBlocks(blocks, numbers));
  // What comes from outside, as by undo, takes the place of what was typed; what was typed comes back as it went.
  const [last, setLast] = useState(() => JSON.stringify(blocks));
  const now = JSON.stringify(blocks);
  if (now !== last) {
    setLast(now);
    if (now !== JSON.stringify(ownBlocksFromText(text, numbers))) setText(textOfOwnBlocks(blocks, numbers));
  }

  const type = (typed: string): void => {
    setText(typed);
    onChange(ownBlocksFromText(typed, numbers));
  };
  /** Changes what is selected, and leaves the caret where one writes on. */
  const apply = (change: (text: string, from: number, to: number) => Typed): void => {
    const element = field.current;
    if (element === null) return;
    const typed = change(text, element.selectionStart, element.selectionEnd);
    type(typed.text);
    element.focus();
    requestAnimationFrame(() => {
      element.setSelectionRange(typed.from, typed.to);
    });
  };
  const tools = [
    { name: 'bold', Icon: IconBold, change: around('**') },
    { name: 'italic', Icon: IconItalic, change: around('_') },
    { name: 'list', Icon: IconList, change: asList },
  ] as const;
  const unknown = unknownNumbers(text, numbers);
  return (
    <div className="report-own">
      <div className="report-own-head">
        <h3 className="report-label" id={labelId}>
          <IconPencil size={15} stroke={1.6} aria-hidden />
          {t('report:ownText')}
        </h3>
        <div className="report-tools" role="group" aria-label={t('report:tools.label')}>
          {tools.map(({ name, Icon, change }) => (
            <Tooltip key={name} label={t(`report:tools.${name}`)}>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t(`report:tools.${name}`)}
                onClick={() => {
                  apply(change);
                }}
              >
                <Icon size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </div>
        <LiveNumberMenu
          numbers={numbers}
          onChoose={({ label }) => {
            apply((typed, from, to) => {
              const inserted = `[[${label}]]`;
              const at = from + inserted.length;
              return { text: typed.slice(0, from) + inserted + typed.slice(to), from: at, to: at };
            });
          }}
        />
      </div>
      <Textarea
        ref={field}
        aria-labelledby={labelId}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={20_000}
        placeholder={t('report:ownPlaceholder')}
        value={text}
        error={unknown.length === 0 ? undefined : t('report:unknownNumber', { names: unknown.join(', ') })}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          const tool = event.key === 'b' ? tools[0] : event.key === 'i' ? tools[1] : null;
          if (tool === null) return;
          event.preventDefault();
          apply(tool.change);
        }}
      />
      {blocks.length > 0 && <OwnTextAsRead blocks={blocks} numbers={numbers} />}
    </div>
  );
}
