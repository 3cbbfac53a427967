import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Categories, Choice, ModelNode, WorkspaceSummary } from '../../core/api.ts';
import { sortings } from '../../core/figures/figure.ts';
import type { Sorting } from '../../core/figures/figure.ts';
import { useChoice, usePlace, useWorkspace } from '../app/window.tsx';
import { useCall, useResultsInput } from '../machine/queries.ts';
import type { FigureProps } from '../shared/figure/Figure.tsx';
import { Figure } from '../shared/figure/Figure.tsx';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useSaid, useTexts } from '../texts/texts.ts';
import './categories.css';
import { ItemPanel } from './ItemPanel.tsx';
import { ModelTree } from './ModelTree.tsx';
import { PartPanel } from './PartPanel.tsx';
import type { CategoriesPlace, TreePart } from './place.ts';
import { overs, paramsOf, placeOf } from './place.ts';
import { keyOf, partFor } from './tree.ts';
import { UnitPanels } from './UnitPanels.tsx';

const orders = {
  instrument: 'model',
  value: 'value',
  change: 'change',
  'dont-know': 'dont-know',
} as const satisfies Record<Sorting, string>;

/** The model from dimension to item: bars over years or units, and the answers behind each. */
export default function CategoriesScreen() {
  const { summary } = useWorkspace();
  const { place, refine } = usePlace();
  const input = useResultsInput();
  const [sort, setSort] = useState<Sorting>('instrument');
  const now = placeOf(place.params, summary);
  const choice = choiceOf(input.choice, now.unit);
  const query = useCall('categories.get', {
    ...input,
    choice,
    node: now.node,
    over: now.over === 'units' ? 'units' : 'years',
    order: orders[sort],
  });
  const move = (change: Partial<CategoriesPlace>): void => {
    refine(paramsOf({ ...now, ...change }));
  };
  return (
    <Answer query={query} height={640}>
      {(categories) => (
        <>
          <Head categories={categories} now={now} onMove={move} />
          <Notice who={categories.subject.who} />
          <Body
            categories={categories}
            node={now.node ?? categories.node}
            choice={choice}
            over={now.over}
            sort={sort}
            onSort={setSort}
            onOpen={(part) => {
              const node = nodeNamed(part, summary);
              if (node !== null) move({ node });
            }}
          />
        </>
      )}
    </Answer>
  );
}

/** The choice with the unit that the screen is about first. */
function choiceOf(choice: Choice, unit: CategoriesPlace['unit']): Choice {
  if (unit === undefined) return choice;
  return { ...choice, units: [unit, ...choice.units.filter((other) => other !== unit)] };
}

function nodeNamed(
  { kind, code }: Pick<TreePart, 'kind' | 'code'>,
  summary: WorkspaceSummary,
): ModelNode | null {
  return placeOf({ [kind]: code }, summary).node;
}

function Head({
  categories,
  now,
  onMove,
}: {
  readonly categories: Categories;
  readonly now: CategoriesPlace;
  readonly onMove: (change: Partial<CategoriesPlace>) => void;
}) {
  const t = useTexts();
  const { summary } = useWorkspace();
  const { choice } = useChoice();
  const whole = 'whole';
  const { unit } = categories.subject;
  return (
    <ScreenHead
      title={t('app:screens.categories')}
      lead={<Lead lead={categories.lead} />}
      actions={
        <>
          <SegmentedControl
            aria-label={t('categories:over')}
            data={[
              { value: 'years', label: t('categories:years') },
              { value: 'units', label: t('categories:unitsShort'), disabled: choice.units.length < 2 },
              {
                value: 'both',
                label: t('categories:both'),
                disabled: choice.units.length < 2 || choice.years.length < 2,
              },
            ]}
            value={now.over}
            onChange={(value) => {
              onMove({ over: overs.find((over) => over === value) ?? 'years' });
            }}
          />
          <Select
            aria-label={t('categories:unit')}
            data={[
              { value: whole, label: summary.wholeName },
              ...summary.units.map((each) => ({
                value: String(each.unit),
                label: `${'\u2003'.repeat(Math.max(0, each.level - 1))}${each.name}`,
              })),
            ]}
            value={unit === null ? whole : String(unit)}
            allowDeselect={false}
            searchable
            className="categories-unit"
            onChange={(value) => {
              const found = summary.units.find((each) => String(each.unit) === value);
              onMove({ unit: found?.unit ?? null });
            }}
          />
        </>
      }
    />
  );
}

/** Why those who were asked for are not shown; nothing where they are. */
function Notice({ who: { notice } }: { readonly who: Categories['subject']['who'] }) {
  const say = useSaid();
  return notice === null ? null : <p className="categories-notice">{say(notice)}</p>;
}

function Body({
  categories,
  node,
  choice,
  over,
  sort,
  onSort,
  onOpen,
}: {
  readonly categories: Categories;
  readonly node: ModelNode;
  readonly choice: Choice;
  readonly over: CategoriesPlace['over'];
  readonly sort: Sorting;
  readonly onSort: (sort: Sorting) => void;
  readonly onOpen: (part: Pick<TreePart, 'kind' | 'code'>) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { tree, item } = categories;
  // Of an item or category its category; of a dimension all that it holds, one under the other on the same axis.
  const shown = [...new Set(categories.rows.map(({ category }) => category))].flatMap((code) => {
    const own = tree.find((part) => part.kind === 'category' && part.code === code);
    return own === undefined ? [] : [{ code, name: own.name }];
  });
  const open: FigureProps['onPick'] = (key) => {
    if (key.item !== undefined) onOpen({ kind: 'item', code: key.item });
  };
  return (
    <div className="categories">
      <nav className="categories-side" aria-label={t('categories:tree')}>
        <ModelTree
          tree={tree}
          chosen={partFor(tree, node)}
          onChoose={onOpen}
          onEnter={() => {
            document.getElementById('categories-panel')?.focus();
          }}
        />
      </nav>
      <div className="categories-main">
        <Select
          aria-label={t('categories:order')}
          data={sortings.map((value) => ({ value, label: t(`categories:orders.${value}`) }))}
          value={sort}
          allowDeselect={false}
          className="categories-order"
          onChange={(value) => {
            onSort(sortings.find((each) => each === value) ?? 'instrument');
          }}
        />
        {shown.map(({ code, name }) =>
          over === 'both' ? (
            <UnitPanels
              key={code}
              category={code}
              name={say(name)}
              choice={choice}
              sort={sort}
              onPick={open}
            />
          ) : (
            <Figure
              key={code}
              kind="category-bars"
              title={say(name)}
              options={{ category: code, sort }}
              choice={
                over === 'years'
                  ? { units: choice.units.slice(0, 1) }
                  : { units: choice.units, years: choice.years.slice(0, 1) }
              }
              onPick={open}
            />
          ),
        )}
      </div>
      <aside className="categories-panel" aria-labelledby="categories-panel">
        {item === null ? (
          <PartPanel categories={categories} onChoose={onOpen} key={keyOf(categories.node)} />
        ) : (
          <ItemPanel categories={categories} item={item} key={item.code} />
        )}
      </aside>
    </div>
  );
}
