import { corrections } from '../../../core/comparison/settings.ts';
import { dimensionRules, roundingRules } from '../../../core/instrument/schema.ts';
import { withReader, withWriter } from '../../workbench/workspace.ts';
import { swedishNumber, swedishPercent } from '../../../core/numbers.ts';
import type { Command, OptionValues } from '../command.ts';
import { choice, noPositionals, requiredNumber, text, workspacePath } from '../options.ts';
import { table } from '../table.ts';

const numberOptions = {
  level: { type: 'string' },
  'minimum-answers': { type: 'string' },
  'retest-reliability': { type: 'string' },
  'low-percent': { type: 'string' },
  'lowest-count': { type: 'string' },
  'change-points': { type: 'string' },
  'dont-know-percent': { type: 'string' },
  'dont-know-rise-points': { type: 'string' },
} as const;

/** `settings`: what a workspace says about itself, over what its instrument says. */
export const settings: Command = {
  name: 'settings',
  usage:
    '--in ARBETSFIL [--organisation NAMN] [--it-department NAMN] [--dimension-rule categories|items]\n' +
    '                       [--rounding half-up|half-down|half-even] [--level ANDEL] [--correction benjamini-hochberg|none]\n' +
    '                       [--minimum-answers N] [--retest-reliability ANDEL] [--low-percent P] [--lowest-count N]\n' +
    '                       [--change-points P] [--dont-know-percent P] [--dont-know-rise-points P] [--json]',
  summary: 'Visar och ändrar arbetsfilens inställningar.',
  options: {
    in: { type: 'string' },
    organisation: { type: 'string' },
    'it-department': { type: 'string' },
    'dimension-rule': { type: 'string' },
    rounding: { type: 'string' },
    correction: { type: 'string' },
    ...numberOptions,
  },
  run(positionals, options) {
    noPositionals(positionals);
    const path = workspacePath(options);
    const organisation = text(options, 'organisation');
    const itDepartment = text(options, 'it-department');
    const dimensionRule = choice(options, 'dimension-rule', dimensionRules);
    const rounding = choice(options, 'rounding', roundingRules);
    const changes = {
      ...(organisation !== null && { organisation }),
      ...(itDepartment !== null && { itDepartment }),
      ...(dimensionRule !== null && { dimensionRule }),
    };
    if (Object.keys(changes).length > 0 || rounding !== null) {
      withWriter(path, (writer) => {
        const { display } = writer.settings();
        writer.changeSettings({
          ...changes,
          ...(rounding !== null && { display: { ...display, rounding } }),
        });
      });
    }
    changeAnalysis(path, options);
    return withReader(path, (reader) => {
      const instrument = reader.currentInstrument();
      const current = {
        organisation: reader.settings().organisation,
        itDepartment: reader.settings().itDepartment,
        dimensionRule: instrument.dimensionRule,
        rounding: instrument.display.rounding,
        analysis: reader.analysisChoices(),
      };
      const { uncertainty, insightLimits } = current.analysis;
      return {
        json: current,
        text: table([
          ['Organisation', current.organisation ?? '-'],
          ['It-avdelningen kallas', current.itDepartment ?? '-'],
          [
            'En dimension är medelvärdet av',
            current.dimensionRule === 'categories' ? 'sina kategorier' : 'sina mätpunkter',
          ],
          ['Avrundning av halva', current.rounding],
          ['Andel intervall som ska hålla', swedishNumber(uncertainty.level, 2)],
          ['P-värden justeras', uncertainty.correction === 'none' ? 'inte' : 'enligt Benjamini och Hochberg'],
          ['Minsta antal svar för ett utslag', String(uncertainty.minimumAnswers)],
          ['Återtestreliabilitet', swedishNumber(uncertainty.retestReliability, 2)],
          ['En mätpunkt är låg under', swedishPercent(insightLimits.lowPercent, 0)],
          ['och bland de lägsta', String(insightLimits.lowestCount)],
          ['En minskning berättas från', `${swedishNumber(insightLimits.changePoints, 1)} procentenheter`],
          ['Vet ej är mycket över', swedishPercent(insightLimits.dontKnowPercent, 0)],
          ['och har ökat från', `${swedishNumber(insightLimits.dontKnowRisePoints, 1)} procentenheter`],
        ]),
      };
    });
  },
};

/**
 * Stores what the options ask the analysis to be made with.
 * @throws Refusal `analysis-choice-invalid`
 */
function changeAnalysis(path: string, options: OptionValues): void {
  const correction = choice(options, 'correction', corrections);
  const isAsked = (name: string): boolean => options[name] !== undefined;
  if (correction === null && !Object.keys(numberOptions).some(isAsked)) return;
  const given = (name: keyof typeof numberOptions, key: string) =>
    isAsked(name) ? { [key]: requiredNumber(options, name) } : {};
  withWriter(path, (writer) => {
    const { uncertainty, insightLimits } = writer.analysisChoices();
    writer.changeAnalysisChoices({
      uncertainty: {
        ...uncertainty,
        ...(correction !== null && { correction }),
        ...given('level', 'level'),
        ...given('minimum-answers', 'minimumAnswers'),
        ...given('retest-reliability', 'retestReliability'),
      },
      insightLimits: {
        ...insightLimits,
        ...given('low-percent', 'lowPercent'),
        ...given('lowest-count', 'lowestCount'),
        ...given('change-points', 'changePoints'),
        ...given('dont-know-percent', 'dontKnowPercent'),
        ...given('dont-know-rise-points', 'dontKnowRisePoints'),
      },
    });
  });
}
