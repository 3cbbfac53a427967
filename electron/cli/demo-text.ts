import { swedishDifference, swedishPercent } from '../../core/numbers.ts';
import type { GatedUnitResult, GatedYearResult } from '../../core/privacy/gated.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import type { DemoAnalysis, ToldChange } from '../workbench/demo.ts';
import { referenceText } from './commands/employees.ts';
import { reasonsText } from './commands/priorities.ts';
import { shownBy } from './shown.ts';
import { table } from './table.ts';
import { verdictText } from './verdict-text.ts';
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
    bulleted(indicators.map(({ sentence }) => sentence)),
    ...(employees === null ? [] : ['Medarbetarundersökningen', ...employees.references.map(referenceText)]),
    `Uppföljning av slutsatserna från ${from}, utkast`,
    followUps.map(({ conclusion, draft }) => `${conclusion.heading}\n${bulleted([draft])}`).join('\n'),
    `${hiddenSign} visas inte: för få svar, eller så att ingen mindre grupp går att räkna ut.`,
  ].join('\n\n');
}

/** The result with its interval, and what can be said of its change. */
function overallSentences({ compared, whole, besideFigures, to, years }: DemoAnalysis): string[] {
  const sure = compared.uncertainty?.maturity;
  const result = years.at(-1)?.units[0]?.maturityPercent ?? null;
  const interval = whole?.unweighted.maturity;
  const split = whole?.split.maturity.sentence ?? null;
  const remark = whole?.weighted?.maturity.remark ?? null;
  return [
    ...(sure === undefined || result === null ? [] : [sure.sentence]),
    ...(interval === undefined || interval.ciLow === null || interval.ciHigh === null
      ? []
      : [
          `Skillnaden är ${swedishDifference(interval.difference, 1)} procentenheter, med 95 % säkerhet mellan ` +
            `${swedishDifference(interval.ciLow, 1)} och ${swedishDifference(interval.ciHigh, 1)}.`,
        ]),
    ...(split === null ? [] : [split]),
    ...(remark === null ? [] : [remark]),
    ...besideFigures.flatMap(({ uncertainty }) => {
      const sentence = uncertainty?.maturity?.sentence;
      return sentence === undefined ? [] : [`${to}: ${sentence}`];
    }),
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

/** What the report tells of, first what is firm, then what holds among those invited, then what may be chance. */
function toldText(told: readonly ToldChange[], from: number, to: number): string {
  const place = ({ verdict, firm }: ToldChange['difference']): number =>
    verdict === 'risen' || verdict === 'fallen' ? (firm ? 0 : 1) : 2;
  const rows = told
    .toSorted((a, b) => place(a.difference) - place(b.difference))
    .map(({ name, as, difference }) => [
      name,
      shownMean(difference.from.mean),
      shownMean(difference.to.mean),
      swedishDifference(difference.difference, 2),
      as === 'risen' ? 'ökning' : 'minskning',
      verdictText(difference),
    ]);
  return table(
    [['Mätpunkt', String(from), String(to), 'Skillnad', 'Berättas som', 'Är'], ...rows],
    [1, 2, 3],
  );
}

const shown = shownBy({ percentDecimals: 0, meanDecimals: 1, rounding: 'half-up' });

function shownMean(value: number | null): string {
  return shown.mean(value);
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
