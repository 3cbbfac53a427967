import { swedishNumber } from '../numbers.ts';
import { counted } from '../text.ts';
import type { Sampling } from './group.ts';
import type { AnalysisSettings, Correction } from './settings.ts';

/** What the figures of one group rest on. */
export interface EstimateAssumptions {
  readonly level: number;
  readonly retestReliability: number;
  /** True when the variances carry the finite population correction. */
  readonly finitePopulation: boolean;
  readonly of: Sampling;
  /** The same and more in plain Swedish, a sentence each. */
  readonly notes: readonly string[];
}

/** What a comparison rests on. */
export interface ComparisonAssumptions {
  readonly level: number;
  readonly correction: Correction;
  readonly minimumAnswers: number;
  readonly retestReliability: number;
  /** True when the variances of both sides carry the finite population correction. */
  readonly finitePopulation: boolean;
  readonly from: Sampling | null;
  readonly to: Sampling;
  /** The two sides are taken as different people: answers of two years cannot be linked. */
  readonly independentYears: true;
  /** The same and more in plain Swedish, a sentence each. */
  readonly notes: readonly string[];
}

/** What the two sides of a comparison are: two years, two groups of a year, or a group and a published figure. */
export type SidesCompared = 'years' | 'groups' | 'benchmark';

/** The assumptions behind one group's figures. */
export function estimateAssumptions(of: Sampling, settings: AnalysisSettings): EstimateAssumptions {
  return {
    level: settings.level,
    retestReliability: settings.retestReliability,
    finitePopulation: isCorrected(of),
    of,
    notes: [...samplingNotes([of], settings), shareNote],
  };
}

/** The assumptions behind a comparison; `from` is null where it is a figure without respondents. */
export function comparisonAssumptions(
  sides: SidesCompared,
  from: Sampling | null,
  to: Sampling,
  settings: AnalysisSettings,
): ComparisonAssumptions {
  const groups = [from, to].filter((side) => side !== null);
  return {
    level: settings.level,
    correction: settings.correction,
    minimumAnswers: settings.minimumAnswers,
    retestReliability: settings.retestReliability,
    finitePopulation: groups.every(isCorrected),
    from,
    to,
    independentYears: true,
    notes: [
      ...samplingNotes(groups, settings),
      firmNote,
      ...sidesNotes[sides],
      shareNote,
      familyNotes[settings.correction],
    ],
  };
}

function isCorrected({ basis }: Sampling): boolean {
  return basis === 'invited-known' || basis === 'as-in-unit';
}

function samplingNotes(groups: readonly Sampling[], settings: AnalysisSettings): string[] {
  const notes = ['De som svarade räknas som ett slumpmässigt urval av dem som var inbjudna.'];
  if (groups.some(isCorrected)) notes.push(opinionNote);
  if (groups.some(({ basis }) => basis === 'as-in-unit')) notes.push(cutNote);
  for (const { basis, respondents, invited } of groups) {
    if (basis === 'invited-unknown')
      notes.push(
        `Antalet inbjudna är inte känt för ${counted(respondents, 'svarande', 'svarande')}; ` +
          'osäkerheten räknas då som om de vore ett urval av hur många som helst, och blir hellre för stor än för liten.',
      );
    if (basis === 'more-respondents-than-invited')
      notes.push(
        `Fler har svarat (${respondents}) än som var inbjudna (${invited ?? 0}); ett av talen är fel, ` +
          'och osäkerheten räknas som om antalet inbjudna inte vore känt.',
      );
  }
  if (settings.retestReliability < 1)
    notes.push(
      'Att samma person svarar olika från gång till gång är inräknat med en återtestreliabilitet på ' +
        `${swedishNumber(settings.retestReliability, reliabilityDecimals)}.`,
    );
  return notes;
}

const reliabilityDecimals = 2;

const opinionNote =
  'Andelen som har en uppfattning om en fråga antas vara densamma bland dem som inte svarade.';

const cutNote = 'Hur många som var inbjudna i gruppen är inte känt; samma svarsandel som i enheten antas.';

const firmNote =
  'Osäkerheten gäller dem som var inbjudna då. Håller en skillnad bara bland dem sägs det; annars håller den ' +
  'också för människor som dem, utan hänsyn till hur stor del av de inbjudna som svarade.';

const shareNote =
  'Intervallen för andelar (vet ej och ja på frågan om delaktighet) räknas utan hänsyn till hur stor del av de ' +
  'inbjudna som svarade, och är därför hellre för vida än för snäva.';

const familyNotes: Readonly<Record<Correction, string>> = {
  'benjamini-hochberg':
    'P-värdena är justerade för hur många skillnader som prövas tillsammans; intervallen är det inte.',
  none:
    'P-värdena är inte justerade för hur många skillnader som prövas tillsammans: ju fler som prövas, desto fler ' +
    'ser säkra ut av en slump.',
};

const sidesNotes: Readonly<Record<SidesCompared, readonly string[]>> = {
  years: [
    'Åren räknas som oberoende av varandra, eftersom svaren inte går att koppla till personer. Brukar samma ' +
      'människor svara igen är intervallen för vida; brukar förra årets svarande avstå är de för snäva.',
  ],
  groups: ['Grupperna består av olika människor.'],
  benchmark: ['Jämförelsetalets egen osäkerhet är inte känd och ingår inte.'],
};
