import type { FigureChoice } from '../figure.ts';
import { frameOf, whoText } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import type { FigureSource } from '../source.ts';
import { words as shared } from '../words.ts';
import { trendData } from './data.ts';
import type { TrendSpec } from './spec.ts';
import { words } from './words.ts';

/** The trend that is asked for. @throws Refusal `year-missing` when the newest year has no result */
export function buildTrend(source: FigureSource, choice: FigureChoice): TrendSpec {
  const { measurements, given } = source;
  const { language, intervals } = choice;
  const data = trendData(measurements, choice, given);
  const [newest] = choice.years;
  if (newest === undefined) throw new RangeError('A trend needs a year.');
  const instrument = measurements.instrumentOf(newest);
  const [only, ...others] = data.panels;
  const of = only !== undefined && others.length === 0 ? `, ${only.name}` : '';
  const sources = [
    ...new Set(data.marks.map(({ kind, source: from }) => `${words[language].origins[kind]}: ${from}`)),
  ];
  return {
    ...frameOf(source, choice, {
      kind: 'trend',
      of: '',
      title: `${words[language].title} ${yearsText(choice.years)}${of}`,
      base: [
        shared[language].percentOfScale,
        whoText(choice.who, source, instrument, language),
        intervals ? shared[language].interval(measurements.settings.level) : '',
      ],
      notes: sources,
    }),
    ...data,
    intervals,
  };
}
