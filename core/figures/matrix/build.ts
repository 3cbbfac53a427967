import type { FigureChoice } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { namesText, yearsText } from '../frame-texts.ts';
import type { FigureSource } from '../source.ts';
import { words as shared } from '../words.ts';
import { matrixData } from './data.ts';
import type { MatrixSpec } from './spec.ts';
import { words } from './words.ts';

/** The matrix that is asked for. @throws Refusal `year-missing` */
export function buildMatrix(source: FigureSource, choice: FigureChoice): MatrixSpec {
  const { measurements } = source;
  const { across, show, measure, language, category } = choice;
  const data = matrixData(measurements, choice);
  const [newest] = choice.years;
  if (newest === undefined) throw new RangeError('A matrix needs a year.');
  const instrument = measurements.instrumentOf(newest);
  const { min, max } = instrument.scale;
  const own = words[language];
  const since = data.columns[0]?.since ?? null;
  const years = across === 'units' && show === 'result' ? [newest] : choice.years;
  const span = across === 'units' && since !== null ? `${since}–${newest}` : yearsText(years);
  const shown = across === 'units' && since !== null ? [newest, since] : years;
  const unit = across === 'years' ? [measurements.nameOf(choice.units[0] ?? null)] : [own.perUnit];
  const of = instrument.categories.find(({ code }) => code === category)?.name[language];
  return {
    ...frameOf(
      source,
      { ...choice, years: shown },
      {
        kind: 'matrix',
        of: [across, show, ...(category === null ? [] : [category])].join('-'),
        title: `${show === 'change' ? own.titleChange : own.titleResult}${of === undefined ? '' : ` ${of}`}, ${namesText(unit, language)} ${span}`,
        base: [
          measure === 'mean' ? shared[language].meanOfScale(min, max) : shared[language].percentOfScale,
          whoText(choice.who, source, instrument, language),
        ],
        notes: [],
      },
    ),
    ...data,
    across,
    show,
    measure,
    lowest: measure === 'mean' ? min : 0,
    highest: measure === 'mean' ? max : 100,
  };
}
