import { swedishDifference, swedishNumber, swedishPercent } from '../../core/numbers.ts';
import type { GatedUnitResult, GatedYearResult } from '../../core/privacy/gated.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import type { DemoAnalysis, Sureness, ToldChange } from '../workbench/demo.ts';
import { surenesses } from '../workbench/demo.ts';
import { referenceText } from './commands/employees.ts';
import { reasonsText } from './commands/priorities.ts';
import { shownBy } from './shown.ts';
import { table } from './table.ts';
import { weightedRemarks } from './weighted-text.ts';
import { bulleted, wrapped } from './wrap.ts';

const prioritiesTold = 5;

/** The year's analysis, to read in a terminal. */
export function demoText(analysis: DemoAnalysis): string {
  const { years, from, to, attention, indicators, employees, followUps, told } = analysis;
  return [
    'Exempeldata: svaren är påhittade, men ger samma siffror som en publicerad mätning.',
    overviewTable(years),
    bulleted(overallSentences(analysis)),
    `Svarsfrekvens och mognad per förvaltning, ${to}`,
    unitsTable(years.at(-1)),
    `Det som den publicerade rapporten berättar som förändringar ${from} till ${to}`,
    toldText(told, from, to),
    'Det viktigaste att titta på',
    attention.priorities.items
      .slice(0, prioritiesTold)
      .map(({ rank, name, reasons, draft }) =>
        wrapped(`${rank}. ${name}: ${reasonsText(reasons)}. ${draft}`, 3),
      )
      .join('\n'),
    'Mål och utfall',
    indicatorTable(analysis),
    bulleted(indicators.flatMap(({ target, sentence }) => (target === null ? [] : [sentence]))),
    ...(employees === null ? [] : ['Medarbetarundersökningen', ...employees.references.map(referenceText)]),
    `Uppföljning av slutsatserna från ${from}, utkast`,
    followUps.map(({ conclusion, draft }) => `${conclusion.heading}\n${bulleted([draft])}`).join('\n'),
    `${hiddenSign} visas inte: för få svar, eller så att ingen mindre grupp går att räkna ut.`,
  ].join('\n\n');
}

/** The result with its interval, and what can be said of its change. */
function overallSentences({ compared, whole, estimates, besideFigures, to }: DemoAnalysis): string[] {
  const result = estimates?.unweighted.maturity;
  const change = whole?.unweighted.maturity;
  const sentence = compared.uncertainty?.maturity.sentence;
  const split = whole?.split.maturity.sentence ?? null;
  return [
    ...(result?.ciLow === undefined || result.ciLow === null || result.ciHigh === null
      ? []
      : [
          `Den digitala mognaden ${to} är ${swedishPercent(result.value, 1)}, med 95 % säkerhet mellan ` +
            `${swedishNumber(result.ciLow, 1)} och ${swedishNumber(result.ciHigh, 1)}.`,
        ]),
    ...(sentence === undefined ? [] : [sentence]),
    ...(change?.ciLow === undefined || change.ciLow === null || change.ciHigh === null
      ? []
      : [
          `Skillnaden är ${swedishDifference(change.difference, 1)} procentenheter, med 95 % säkerhet mellan ` +
            `${swedishDifference(change.ciLow, 1)} och ${swedishDifference(change.ciHigh, 1)}.`,
        ]),
    ...(split === null ? [] : [split]),
    ...(estimates === null ? [] : weightedRemarks(estimates)),
    ...besideFigures.flatMap(({ uncertainty }) => uncertainty?.maturity?.sentence ?? []),
  ];
}

function overviewTable(years: readonly GatedYearResult[]): string {
  const wholes = years.flatMap(({ year, instrument, units }) => {
    const [whole] = units;
    return whole === undefined ? [] : [{ year, instrument, whole }];
  });
  const row = (name: string, value: (entry: (typeof wholes)[number]) => string): string[] => [
    name,
    ...wholes.map(value),
  ];
  const dimensions = wholes.at(-1)?.instrument.dimensions ?? [];
  const rows = [
    ['', ...wholes.map(({ year }) => String(year))],
    row('Digital mognad', ({ whole }) => maturityText(whole, 1)),
    ...dimensions.map((dimension, place) =>
      row(`  ${dimension.name.sv}`, ({ whole }) => {
        const own = whole.dimensions[place];
        return own?.hidden.percent === undefined ? swedishPercent(own?.percent ?? null, 1) : hiddenSign;
      }),
    ),
    row('Svarande', ({ whole }) => String(whole.respondents ?? '-')),
    row('Svarsfrekvens', ({ whole }) => swedishPercent(whole.responseRatePercent, 0)),
    row('Inblandade i beslut', ({ whole }) =>
      whole.hidden.gateYesPercent === undefined ? swedishPercent(whole.gateYesPercent, 0) : hiddenSign,
    ),
  ];
  return table(
    rows,
    wholes.map((_, place) => place + 1),
  );
}

function maturityText({ maturityPercent, hidden }: GatedUnitResult, decimals: number): string {
  return hidden.maturityPercent === undefined ? swedishPercent(maturityPercent, decimals) : hiddenSign;
}

function unitsTable(year: GatedYearResult | undefined): string {
  const rows = (year?.units ?? [])
    .filter(({ level }) => level <= 1)
    .map((unit) => [
      unit.name,
      `${unit.respondents ?? '-'} av ${unit.invited ?? '-'}`,
      swedishPercent(unit.responseRatePercent, 0),
      maturityText(unit, 0),
    ]);
  return table([['', 'Svarande', 'Svarsfrekvens', 'Mognad'], ...rows], [1, 2, 3]);
}

const surenessNames: Readonly<Record<Sureness, string>> = {
  firm: 'säker',
  'among-invited': 'bara bland de då inbjudna',
  'within-uncertainty': 'inom osäkerheten',
};

/** What the report tells of, first what is firm, then what holds among those invited, then what may be chance. */
function toldText(told: readonly ToldChange[], from: number, to: number): string {
  const place = ({ sureness }: ToldChange): number =>
    sureness === null ? surenesses.length : surenesses.indexOf(sureness);
  const ordered = told.toSorted((a, b) => place(a) - place(b));
  const rows = ordered.map((change) => [
    change.name,
    toldValue(change, change.from),
    toldValue(change, change.to),
    swedishDifference(change.difference, change.unit === 'mean' ? 2 : 1),
    change.as === 'risen' ? 'ökning' : 'minskning',
    change.sureness === null ? 'går inte att säga' : surenessNames[change.sureness],
  ]);
  const counts = surenesses.map(
    (sureness) => ordered.filter((change) => change.sureness === sureness).length,
  );
  const [firm = 0, amongInvited = 0, within = 0] = counts;
  return [
    table(
      [['', String(from), String(to), 'Skillnad', 'Berättas som', 'Förändringen är'], ...rows],
      [1, 2, 3],
    ),
    wrapped(
      `Av ${told.length} förändringar är ${firm} säkra, ${amongInvited} håller bara bland dem som var inbjudna då, ` +
        `och ${within} ligger inom osäkerheten: där kan slumpen i vilka som svarade vara hela förklaringen.`,
    ),
  ].join('\n\n');
}

const shown = shownBy({ percentDecimals: 0, meanDecimals: 1, rounding: 'half-up' });

function toldValue({ unit }: ToldChange, value: number | null): string {
  return unit === 'mean' ? shown.mean(value) : shown.percent(value);
}

function indicatorTable({ indicators }: DemoAnalysis): string {
  const given = (percent: number | undefined): string => swedishPercent(percent ?? null, 1);
  const rows = indicators.map(({ year, outcome, target, benchmarks }) => [
    String(year),
    outcome?.hidden === true ? hiddenSign : given(outcome?.percent ?? undefined),
    given(target?.percent),
    swedishDifference(target?.distance ?? null, 1),
    metText(target?.met ?? null),
    benchmarks.map(({ source, percent }) => `${source} ${given(percent)}`).join(', '),
  ]);
  return table([['År', 'Utfall', 'Mål', 'Avstånd', 'Nått', 'Att jämföra med'], ...rows], [1, 2, 3]);
}

function metText(met: boolean | null): string {
  if (met === null) return '-';
  return met ? 'ja' : 'nej';
}
