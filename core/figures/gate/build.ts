import type { FigureChoice } from '../figure.ts';
import { frameOf } from '../build-frame.ts';
import { yearsText } from '../frame-texts.ts';
import type { FigureSource } from '../source.ts';
import { words as shared } from '../words.ts';
import { gateData } from './data.ts';
import type { GateSpec } from './spec.ts';
import { words } from './words.ts';

/** The gate question as it is asked for. @throws Refusal `year-missing` when the newest year has no result */
export function buildGate(source: FigureSource, choice: FigureChoice): GateSpec {
  const { measurements } = source;
  const { language } = choice;
  const data = gateData(measurements, choice);
  const [only, ...others] = data.units;
  const of = only !== undefined && others.length === 0 ? `, ${only.name}` : '';
  return {
    ...frameOf(
      source,
      { ...choice, who: { kind: 'all' } },
      {
        kind: 'gate',
        of: '',
        title: `${words[language].title} ${yearsText(choice.years)}${of}`,
        base: [words[language].base, shared[language].interval(measurements.settings.level)],
        notes: [],
      },
    ),
    ...data,
  };
}
