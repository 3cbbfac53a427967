import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { Quadrant } from '../../core/api.ts';
import { usePlace, useWorkspace } from '../app/window.tsx';
import { useCall, useResultsInput } from '../machine/queries.ts';
import { Figure } from '../shared/figure/Figure.tsx';
import { Lead } from '../shared/Lead.tsx';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { FocusPanel } from './FocusPanel.tsx';
import './quadrant.css';
import { UnitList } from './UnitList.tsx';

type Unit = Quadrant['list'][number]['unit'];

/** As many as can be told apart when they are drawn strong. */
const mostHighlighted = 5;

/** Where the whole and its units stand on the two dimensions, and how they came there. */
export default function QuadrantScreen() {
  const t = useTexts();
  const { place, refine } = usePlace();
  const { summary } = useWorkspace();
  const strong = unitsIn(place.params['units'], summary.units);
  const [focus = null] = strong;
  const query = useCall('quadrant.get', { ...useResultsInput(), focus });
  const pick = (unit: Unit, isAdding: boolean): void => {
    const others = strong.filter((other) => other !== unit);
    // Ctrl adds, and takes away one that is chosen already; the last chosen is the one that the panel tells of.
    const next = !isAdding
      ? [unit]
      : others.length < strong.length && others.length > 0
        ? others
        : [unit, ...others].slice(0, mostHighlighted);
    refine({ units: next.map((own) => own ?? 'whole').join(',') });
  };
  return (
    <Answer query={query} height={640}>
      {(quadrant) => (
        <>
          <ScreenHead title={t('app:screens.quadrant')} lead={<Lead lead={quadrant.lead} />} />
          <div className="quadrant">
            <Drawing quadrant={quadrant} strong={strong} onPick={pick} />
            <aside className="quadrant-side" aria-label={t('quadrant:units')}>
              <UnitList quadrant={quadrant} strong={strong} onPick={pick} />
              <FocusPanel quadrant={quadrant} />
            </aside>
          </div>
        </>
      )}
    </Answer>
  );
}

function Drawing({
  quadrant,
  strong,
  onPick,
}: {
  readonly quadrant: Quadrant;
  readonly strong: readonly Unit[];
  readonly onPick: (unit: Unit, isAdding: boolean) => void;
}) {
  const t = useTexts();
  const [hasTrail, setHasTrail] = useState(true);
  const [hasIntervals, setHasIntervals] = useState(true);
  return (
    <div className="quadrant-main">
      <div className="quadrant-layers" role="group" aria-label={t('quadrant:layers')}>
        <Switch
          size="xs"
          label={t('quadrant:trail')}
          checked={hasTrail}
          disabled={quadrant.years.length < 2}
          onChange={(event) => {
            setHasTrail(event.currentTarget.checked);
          }}
        />
        <Switch
          size="xs"
          label={t('quadrant:intervals')}
          checked={hasIntervals}
          onChange={(event) => {
            setHasIntervals(event.currentTarget.checked);
          }}
        />
      </div>
      <Figure
        kind="quadrant"
        options={{ trail: hasTrail, intervals: hasIntervals, highlight: [...strong] }}
        onPick={(key, isAdding) => {
          const entry = quadrant.list.find(({ unit }) => unit === key.unit);
          if (entry !== undefined) onPick(entry.unit, isAdding);
        }}
      />
    </div>
  );
}

/** "whole,3,7" as units of the workspace; the whole where nothing is chosen that there is. */
function unitsIn(param: string | undefined, known: readonly { readonly unit: Unit }[]): Unit[] {
  const words = (param ?? 'whole').split(',');
  const units = words.flatMap((word): Unit[] =>
    word === 'whole' ? [null] : known.filter(({ unit }) => String(unit) === word).map(({ unit }) => unit),
  );
  return units.length === 0 ? [null] : units;
}
