import type { CategoryCode } from '../../core/instrument/instrument.ts';
import type { Choice } from '../../core/api.ts';
import type { Sorting } from '../../core/figures/figure.ts';
import { useWorkspace } from '../app/window.tsx';
import type { FigureProps } from '../shared/figure/Figure.tsx';
import { Figure } from '../shared/figure/Figure.tsx';
import { useTexts } from '../texts/texts.ts';

/** More panels than this cannot be taken in together. */
const mostPanels = 6;

/** Several units over several years: a small panel for each unit, all on the scale's own axis, so that they compare. */
export function UnitPanels({
  category,
  name,
  choice,
  sort,
  onPick,
}: {
  readonly category: CategoryCode;
  readonly name: string;
  readonly choice: Choice;
  readonly sort: Sorting;
  readonly onPick: FigureProps['onPick'];
}) {
  const t = useTexts();
  const { wholeName, units } = useWorkspace().summary;
  const left = choice.units.length - mostPanels;
  const nameOf = (unit: Choice['units'][number]): string =>
    units.find((own) => own.unit === unit)?.name ?? wholeName;
  return (
    <section aria-label={name}>
      <h2 className="panel-title">{name}</h2>
      <div className="categories-panels">
        {choice.units.slice(0, mostPanels).map((unit) => (
          <Figure
            key={unit}
            kind="category-bars"
            title={nameOf(unit)}
            options={{ category, sort }}
            choice={{ units: [unit] }}
            caption={false}
            {...(onPick !== undefined && { onPick })}
          />
        ))}
      </div>
      {left > 0 && <p className="figure-caption">{t('categories:panelsLeft', { count: left })}</p>}
    </section>
  );
}
