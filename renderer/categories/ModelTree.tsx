import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useChoice } from '../app/window.tsx';
import { shown, useNumbers } from '../shared/numbers.ts';
import { Hidden } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import type { TreePart } from './place.ts';
import { keyOf, levelOf, parentOf, partsOf, rowsSeen, wayTo } from './tree.ts';

/**
 * Dimensions, categories and items with their results. Up and Down move, Enter opens, Backspace goes up; Left and Right
 * close and open as in a list of folders.
 */
export function ModelTree({
  tree,
  chosen,
  onChoose,
  onEnter,
}: {
  readonly tree: readonly TreePart[];
  readonly chosen: TreePart | undefined;
  readonly onChoose: (part: TreePart) => void;
  /** Enter on an item: on to what is told of it. */
  readonly onEnter: () => void;
}) {
  const t = useTexts();
  const root = useRef<HTMLUListElement>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(
    () => new Set(tree.filter(({ kind }) => kind === 'dimension').map(keyOf)),
  );
  // What holds the chosen part is open, wherever the choice came from.
  const open = new Set([...opened, ...wayTo(tree, chosen).slice(1)]);
  const rows = rowsSeen(tree, open);
  const choose = (part: TreePart | undefined): void => {
    if (part === undefined) return;
    onChoose(part);
    root.current?.querySelector<HTMLElement>(`[data-part="${keyOf(part)}"]`)?.focus();
  };
  const toggle = (part: TreePart): void => {
    const key = keyOf(part);
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpened(next);
    // Nothing chosen may lie in what is closed.
    if (!next.has(key) && wayTo(tree, chosen).includes(key)) choose(part);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (chosen === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = rows.findIndex((row) => keyOf(row) === keyOf(chosen));
    const isOpen = open.has(keyOf(chosen));
    const isItem = chosen.kind === 'item';
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => {
        choose(rows[at + 1]);
      },
      ArrowUp: () => {
        choose(rows[at - 1]);
      },
      Home: () => {
        choose(rows[0]);
      },
      End: () => {
        choose(rows.at(-1));
      },
      Enter: () => {
        if (isItem) onEnter();
        else if (!isOpen) toggle(chosen);
        else choose(partsOf(tree, chosen)[0]);
      },
      ArrowRight: () => {
        if (!isItem && !isOpen) toggle(chosen);
        else choose(partsOf(tree, chosen)[0]);
      },
      ArrowLeft: () => {
        if (!isItem && isOpen) toggle(chosen);
        else choose(parentOf(tree, chosen));
      },
      Backspace: () => {
        choose(parentOf(tree, chosen));
      },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    step();
  };
  return (
    <ul
      ref={root}
      role="tree"
      aria-label={t('categories:tree')}
      className="categories-tree"
      onKeyDown={onKeyDown}
    >
      {rows.map((part) => (
        <TreeRow
          key={keyOf(part)}
          part={part}
          place={placeAmong(tree, part)}
          isOpen={open.has(keyOf(part))}
          isChosen={chosen !== undefined && keyOf(chosen) === keyOf(part)}
          onChoose={() => {
            choose(part);
          }}
          onToggle={() => {
            toggle(part);
          }}
        />
      ))}
    </ul>
  );
}

/** Which a part is of those beside it, for those who do not see the tree. */
function placeAmong(tree: readonly TreePart[], part: TreePart): { readonly at: number; readonly of: number } {
  const parent = parentOf(tree, part);
  const beside =
    parent === undefined ? tree.filter(({ kind }) => kind === 'dimension') : partsOf(tree, parent);
  return { at: beside.indexOf(part) + 1, of: beside.length };
}

function TreeRow({
  part,
  place,
  isOpen,
  isChosen,
  onChoose,
  onToggle,
}: {
  readonly part: TreePart;
  readonly place: { readonly at: number; readonly of: number };
  readonly isOpen: boolean;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onToggle: () => void;
}) {
  const say = useSaid();
  const numbers = useNumbers();
  const { choice } = useChoice();
  const { kind, value } = part;
  const write = kind === 'item' && choice.measure === 'mean' ? numbers.mean : numbers.share;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li
      role="treeitem"
      aria-level={levelOf(part)}
      aria-posinset={place.at}
      aria-setsize={place.of}
      aria-selected={isChosen}
      {...(kind !== 'item' && { 'aria-expanded': isOpen })}
      tabIndex={isChosen ? 0 : -1}
      data-part={keyOf(part)}
      data-kind={kind}
      className="categories-part"
      onClick={onChoose}
    >
      {kind !== 'item' && (
        <Chevron
          size={15}
          stroke={1.6}
          aria-hidden
          className="categories-chevron"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        />
      )}
      <span className="categories-name">{say(part.name)}</span>
      <span className="number">
        {value.hidden === null ? shown(value, write) : <Hidden reason={value.hidden} />}
      </span>
    </li>
  );
}
