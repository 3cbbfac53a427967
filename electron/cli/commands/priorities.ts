import type { Attention } from '../../../core/analysis/attention.ts';
import { attentionOf } from '../../../core/analysis/attention.ts';
import type { Certainty } from '../../../core/insights/figures.ts';
import type { ItemSpread } from '../../../core/insights/units-apart.ts';
import type { Reason, ReasonKind } from '../../../core/insights/reasons.ts';
import { swedishNumber } from '../../../core/numbers.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { noPositionals, requiredYear, text } from '../options.ts';
import { bulleted, wrapped } from '../wrap.ts';

/** `priorities`: what deserves attention in a year, and why. */
export const prioritiesCommand: Command = {
  name: 'priorities',
  usage: `--in ARBETSFIL --year Y [--unit NAMN] ${measuredUsage} [--json]`,
  summary: 'Visar vad som förtjänar uppmärksamhet, och varför.',
  options: { ...measuredOptions, year: { type: 'string' }, unit: { type: 'string' } },
  run(positionals, options) {
    noPositionals(positionals);
    const of = requiredYear(options, 'year');
    const unitName = text(options, 'unit');
    return withMeasurements(options, (measurements, reader) => {
      const unit = unitName === null ? null : reader.findUnit(unitName).id;
      const limits = reader.analysisChoices().insightLimits;
      const attention = attentionOf(measurements, of, unit, limits);
      return {
        json: { year: of, limits, ...attention },
        text: [`${attention.unitName}, ${of}`, attentionText(attention)].join('\n\n'),
      };
    });
  },
};

const reasonNames: Readonly<Record<ReasonKind, string>> = {
  low: 'lågt',
  fallen: 'fallit',
  'dont-know': 'vet ej',
};

const certaintyNames: Readonly<Record<Certainty, string>> = {
  firm: 'säkert',
  'among-invited': 'bland de inbjudna',
  unsure: 'osäkert',
};

/** "lågt (osäkert), fallit (säkert)". */
export function reasonsText(reasons: readonly Reason[]): string {
  return reasons
    .map(({ kind, certainty }) => `${reasonNames[kind]} (${certaintyNames[certainty]})`)
    .join(', ');
}

/** So many lines of each list are told; the rest is in the JSON. */
const linesTold = 3;

function attentionText({
  priorities,
  improvements,
  largestDifferences,
  leastAgreement,
  gate,
  roles,
}: Attention): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`${wrapped(title)}\n${bulleted(lines)}`];
  return [
    ...section(
      `Förtjänar uppmärksamhet. ${priorities.rankedBy}`,
      priorities.items.map(
        ({ rank, name, reasons, draft }) => `${rank}. ${name}: ${reasonsText(reasons)}. ${draft}`,
      ),
    ),
    ...section(
      'Starkaste förbättringar',
      improvements.slice(0, linesTold).map(({ sentence }) => sentence),
    ),
    ...section('Störst skillnad mellan enheter', largestDifferences.slice(0, linesTold).map(spreadText)),
    ...section('Minst enighet mellan enheter', leastAgreement.slice(0, linesTold).map(spreadText)),
    ...section(
      'De som är delaktiga i beslut, och övriga',
      (gate?.items ?? []).slice(0, linesTold).map(({ sentence }) => sentence),
    ),
    ...roles.flatMap(({ group, items }) =>
      section(
        `Roll: ${group}`,
        items.slice(0, linesTold).map(({ sentence }) => sentence),
      ),
    ),
  ].join('\n\n');
}

function spreadText({ sentence, beyondChancePoints }: ItemSpread): string {
  return beyondChancePoints === null
    ? sentence
    : `${sentence} Spridning utöver slumpen: ${swedishNumber(beyondChancePoints, 1)} procentenheter.`;
}
