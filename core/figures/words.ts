import { swedishNumber } from '../numbers.ts';
import type { HidingReason } from '../privacy/reasons.ts';
import { hidingReasonText } from '../privacy/reasons.ts';
import type { Language } from './figure.ts';

/** Texts that several figures share. */
interface Words {
  readonly meanOfScale: (min: number, max: number) => string;
  readonly percentOfScale: string;
  readonly interval: (level: number) => string;
  readonly answered: (answered: number, invited: number | null, year: number) => string;
  readonly smallGroups: (size: number) => string;
  readonly lowered: (reason: string) => string;
  readonly who: {
    readonly gateYes: string;
    readonly gateNo: string;
    readonly role: (name: string) => string;
    readonly without: (name: string) => string;
  };
  readonly and: string;
  readonly notShown: (names: string, year: number | null) => string;
  readonly itemsNotShown: (count: number) => string;
  readonly leftOut: (count: number, by: 'year' | 'unit') => string;
  readonly reason: (reason: HidingReason) => string;
  readonly fingerprint: (digits: string) => string;
  readonly dontKnow: string;
  readonly item: string;
  readonly category: string;
  readonly unit: string;
  readonly year: string;
  readonly answers: string;
  readonly intervalOf: (name: string) => string;
  readonly verdicts: Readonly<
    Record<'risen' | 'risenThen' | 'fallen' | 'fallenThen' | 'within' | 'few' | 'incomparable', string>
  >;
  readonly noData: string;
  readonly allHidden: string;
  readonly explainMean: string;
  readonly explainPercent: string;
  readonly explainComposite: string;
  readonly explainInterval: (level: number) => string;
  readonly explainVerdict: string;
  readonly explainDontKnow: string;
  readonly explainHidden: string;
}

const percentOf = (level: number): string =>
  swedishNumber(level * 100, Number.isInteger(level * 100) ? 0 : 1);

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    meanOfScale: (min, max) => `Medelvärde på skalan ${min}–${max}`,
    percentOfScale: 'Procent av skalan',
    interval: (level) => `${percentOf(level)}\u00A0% osäkerhet`,
    answered: (answered, invited, year) =>
      invited === null ? `${answered} svarade ${year}` : `${answered} av ${invited} svarade ${year}`,
    smallGroups: (size) => `grupper under ${size} svar visas inte`,
    lowered: (reason) => `sänkt gräns: ${reason}`,
    who: {
      gateYes: 'de som är delaktiga i beslut',
      gateNo: 'de som inte är delaktiga i beslut',
      role: (name) => `rollen ${name}`,
      without: (name) => `utan ${name}`,
    },
    and: 'och',
    notShown: (names, year) => `${names} visas inte${year === null ? '' : ` ${year}`}`,
    itemsNotShown: (count) => (count === 1 ? '1 värde visas inte' : `${count} värden visas inte`),
    leftOut: (count, by) =>
      by === 'unit'
        ? `${count} av de valda enheterna får inte plats`
        : `${count} av de valda åren får inte plats`,
    reason: hidingReasonText,
    fingerprint: (digits) => `kontrolltal ${digits}`,
    dontKnow: 'Vet ej',
    item: 'Mätpunkt',
    category: 'Kategori',
    unit: 'Enhet',
    year: 'År',
    answers: 'Svar',
    intervalOf: (name) => `Osäkerhet ${name}`,
    verdicts: {
      risen: 'säker ökning',
      risenThen: 'ökning bland de då inbjudna',
      fallen: 'säker minskning',
      fallenThen: 'minskning bland de då inbjudna',
      within: 'inom osäkerheten',
      few: 'för få svar',
      incomparable: 'går inte att jämföra',
    },
    noData: 'Det finns inga resultat att visa.',
    allHidden: 'Inget visas, för att skydda små grupper.',
    explainMean:
      'Medelvärdet räknas på svaren på skalan. ”Vet ej” och frågor som lämnats tomma räknas inte med.',
    explainPercent:
      'Procent är hur långt från skalans lägsta till dess högsta värde medelvärdet ligger: på skalan 1–6 är (medel − 1) / 5 × 100.',
    explainComposite:
      'En kategori är medelvärdet av sina mätpunkters procent, en dimension av sina kategorier och mognaden av dimensionerna, räknat på orundade tal.',
    explainInterval: (level) =>
      `Strecken visar osäkerheten: intervall som räknas så här innehåller det sanna värdet i ${percentOf(level)} fall av 100. De som svarade räknas som ett slumpmässigt urval av dem som var inbjudna.`,
    explainVerdict:
      'Fylld triangel är en säker förändring, halvfylld en som gäller bland dem som var inbjudna då, tom en skillnad inom osäkerheten; en ring betyder att skillnaden avrundas till noll. Alla skillnader i figuren prövas tillsammans.',
    explainDontKnow: 'Andelen ”vet ej” räknas av alla svar på frågan, ”vet ej” medräknat.',
    explainHidden:
      '”..” betyder att värdet inte visas, för att gruppen är liten eller för att en mindre grupp annars skulle gå att räkna ut. ”-” betyder att värdet saknas.',
  },
  en: {
    meanOfScale: (min, max) => `Mean on the scale ${min}–${max}`,
    percentOfScale: 'Percent of the scale',
    interval: (level) => `${percentOf(level).replace(',', '.')}% uncertainty`,
    answered: (answered, invited, year) =>
      invited === null ? `${answered} answered ${year}` : `${answered} of ${invited} answered ${year}`,
    smallGroups: (size) => `groups under ${size} answers are not shown`,
    lowered: (reason) => `limit lowered: ${reason}`,
    who: {
      gateYes: 'those involved in decisions',
      gateNo: 'those not involved in decisions',
      role: (name) => `role ${name}`,
      without: (name) => `without ${name}`,
    },
    and: 'and',
    notShown: (names, year) => `${names} not shown${year === null ? '' : ` ${year}`}`,
    itemsNotShown: (count) => (count === 1 ? '1 value not shown' : `${count} values not shown`),
    leftOut: (count, by) =>
      by === 'unit'
        ? `${count} of the chosen units left out for room`
        : `${count} of the chosen years left out for room`,
    reason: (reason) => englishReasons[reason],
    fingerprint: (digits) => `check ${digits}`,
    dontKnow: 'Don’t know',
    item: 'Item',
    category: 'Category',
    unit: 'Unit',
    year: 'Year',
    answers: 'Answers',
    intervalOf: (name) => `Uncertainty ${name}`,
    verdicts: {
      risen: 'firm rise',
      risenThen: 'rise among those invited then',
      fallen: 'firm fall',
      fallenThen: 'fall among those invited then',
      within: 'within the uncertainty',
      few: 'too few answers',
      incomparable: 'not comparable',
    },
    noData: 'There are no results to show.',
    allHidden: 'Nothing is shown, to protect small groups.',
    explainMean: 'The mean is of the answers on the scale. “Don’t know” and blanks are left out.',
    explainPercent:
      'Percent is how far the mean lies from the lowest to the highest value of the scale: on the scale 1–6 it is (mean − 1) / 5 × 100.',
    explainComposite:
      'A category is the mean of its items’ percents, a dimension that of its categories, and maturity that of the dimensions, all from unrounded numbers.',
    explainInterval: (level) =>
      `The whiskers show the uncertainty: intervals made this way hold the true value ${percentOf(level).replace(',', '.')} times of 100. Those who answered are taken as a random sample of those invited.`,
    explainVerdict:
      'A full triangle is a firm change, a half-filled one a change among those invited then, a hollow one a difference within the uncertainty; a ring means that the difference rounds to zero. All differences of the figure are tested together.',
    explainDontKnow: 'The share of “don’t know” is of all answers to the question, “don’t know” included.',
    explainHidden:
      '“..” means that the value is not shown, because the group is small or because a smaller group could otherwise be found. “-” means that there is no value.',
  },
};

const englishReasons: Readonly<Record<HidingReason, string>> = {
  'small-group': 'The group has fewer respondents than the smallest group shown.',
  'protects-other': 'Not shown, since a smaller group could otherwise be found.',
  'protects-answers': 'Not shown, to protect the answers of single persons.',
  'under-hidden': 'Belongs to a group that is not shown.',
  'rests-on-hidden': 'Rests on a value that is not shown.',
};
