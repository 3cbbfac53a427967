import type { ActivityState } from '../conclusions/conclusion.ts';
import type { FigureDirection } from '../conclusions/follow-up.ts';
import type { Language } from '../figures/figure.ts';
import { counted } from '../text.ts';

/** What a report says in words of its own, in each language. */
export interface Words {
  title(year: number): string;
  readonly maturity: string;
  /** As it begins a sentence. */
  readonly maturityInSentence: string;
  readonly respondents: string;
  readonly invited: string;
  readonly responseRate: string;
  readonly gate: string;
  readonly mean: string;
  readonly percent: string;
  readonly dontKnow: string;
  readonly change: string;
  readonly item: string;
  readonly unit: string;
  readonly year: string;
  readonly outcome: string;
  readonly target: string;
  readonly distance: string;
  readonly met: string;
  readonly yes: string;
  readonly no: string;
  readonly benchmark: string;
  readonly source: string;
  readonly verdict: string;
  readonly whole: string;
  readonly definition: string;
  readonly reasons: string;
  readonly sections: {
    readonly summary: string;
    readonly model: string;
    readonly followUp: string;
    readonly result: string;
    /** Of a unit, which has no target of its own. */
    readonly unitResult: string;
    readonly responseRates: string;
    readonly gate: string;
    readonly conclusions: string;
    readonly employees: string;
    readonly appendixFigures: string;
    readonly appendixItems: string;
    readonly method: string;
  };
  readonly conclusion: string;
  readonly decisions: Readonly<Record<'remains' | 'closed' | 'changed', string>>;
  /** Where the analyst has not decided yet whether a conclusion stands. */
  readonly undecided: string;
  readonly activities: string;
  readonly noActivities: string;
  readonly activityStates: Readonly<Record<ActivityState, string>>;
  readonly noChanges: string;
  readonly directions: Readonly<Record<FigureDirection, string | null>>;
  readonly noFollowUp: string;
  readonly noConclusions: string;
  /** What stands for a whole that has no conclusions drawn yet, from what deserves attention. */
  readonly proposedConclusions: string;
  /** After there being none: from what they could be drawn. */
  readonly whereToConclude: string;
  modelText(model: {
    readonly items: number;
    readonly categories: number;
    readonly lowest: number;
    readonly highest: number;
  }): string;
  readonly modelAim: string;
  readonly percentText: string;
  readonly quadrantText: string;
  hiddenNote(minimum: number): string;
  notShown(names: readonly string[]): string;
  loweredLimit(minimum: number, reason: string): string;
  readonly methodFormula: string;
  readonly methodMissing: string;
  readonly methodSmallGroups: string;
  readonly methodUnprotected: string;
  readonly trail: string;
  /** `left` lines are not shown. */
  trailNote(left: number): string;
  readonly date: string;
  readonly done: string;
  repeated(text: string, times: number): string;
  readonly employeesText: string;
}

const swedish: Words = {
  title: (year) => `Digital mognad ${year}`,
  maturity: 'Digital mognad',
  maturityInSentence: 'Den digitala mognaden',
  respondents: 'Svarande',
  invited: 'Inbjudna',
  responseRate: 'Svarsfrekvens',
  gate: 'Inblandade i beslut',
  mean: 'Medel',
  percent: 'Procent',
  dontKnow: 'Vet ej',
  change: 'Ändring',
  item: 'Mätpunkt',
  unit: 'Enhet',
  year: 'År',
  outcome: 'Utfall',
  target: 'Mål',
  distance: 'Avstånd till målet',
  met: 'Målet nått',
  yes: 'Ja',
  no: 'Nej',
  benchmark: 'Jämförelsevärde',
  source: 'Källa',
  verdict: 'Omdöme',
  whole: 'helheten',
  definition: 'Handlar om',
  reasons: 'Skäl',
  sections: {
    summary: 'Sammanfattning',
    model: 'Bakgrund och modell',
    followUp: 'Uppföljning av slutsatser',
    result: 'Resultat mot mål och riket',
    unitResult: 'Resultat',
    responseRates: 'Svarsfrekvens',
    gate: 'Inblandade i beslut',
    conclusions: 'Nya slutsatser',
    employees: 'Medarbetarundersökningen',
    appendixFigures: 'Bilaga: svarens fördelning',
    appendixItems: 'Bilaga: mätpunkterna',
    method: 'Metod och dolda grupper',
  },
  conclusion: 'Slutsats',
  decisions: {
    remains: 'Slutsatsen kvarstår.',
    closed: 'Slutsatsen avslutas.',
    changed: 'Slutsatsen ändras.',
  },
  undecided: 'Om slutsatsen kvarstår är ännu inte avgjort.',
  activities: 'Aktiviteter sedan dess:',
  noActivities: 'Inga aktiviteter är noterade.',
  activityStates: { done: 'genomfört', ongoing: 'pågår', planned: 'planerat', dropped: 'nedlagt' },
  noChanges: 'Årets siffror går inte att jämföra med tidigare.',
  directions: {
    better: 'Siffrorna talar för att läget har blivit bättre.',
    worse: 'Siffrorna talar för att läget har blivit sämre.',
    unchanged: 'Siffrorna visar ingen säker förändring.',
    mixed: 'Siffrorna pekar åt olika håll.',
    unknown: null,
  },
  noFollowUp: 'Det finns inga slutsatser från tidigare år att följa upp.',
  noConclusions: 'Inga nya slutsatser är dragna ännu.',
  proposedConclusions: 'Det här förtjänar mest uppmärksamhet, det som väger tyngst först:',
  whereToConclude: 'Underlag finns framför allt för de här mätpunkterna:',
  modelText: ({ items, categories, lowest, highest }) =>
    `Digital mognad mäts med ${counted(items, 'mätpunkt', 'mätpunkter')} i ${counted(categories, 'kategori', 'kategorier')}. ` +
    `Varje mätpunkt är ett påstående som besvaras från ${lowest} (instämmer inte alls) till ${highest} (instämmer helt) eller med ”vet ej”.`,
  modelAim:
    'Digital förmåga är hur väl organisationen styr, förnyar och balanserar sin digitalisering. Digitalt arv är hur ' +
    'väl det som redan finns stödjer den: ett högt värde betyder ett möjliggörande arv. Digital mognad är medelvärdet av de två.',
  percentText:
    'Medelvärdet på skalan räknas om till procent, där lägsta svaret är 0 % och högsta 100 %. Siffran har inget värde i ' +
    'sig: den är till för samtalet om vad som behöver göras.',
  quadrantText:
    'De två dimensionerna bildar en kvadrant. Målet är dess övre högra del, där förmågan är hög och arvet möjliggörande.',
  hiddenNote: (minimum) =>
    `”..” betyder att värdet inte visas: färre än ${minimum} svar, eller så att ingen mindre grupp går att räkna ut.`,
  notShown: (names) =>
    `Följande enheter visas inte, eftersom de har för få svarande eller skyddar en grupp som har det: ${names.join(', ')}.`,
  loweredLimit: (minimum, reason) => `Minsta gruppstorlek är sänkt till ${minimum}. Skäl: ${reason}`,
  methodFormula:
    'En mätpunkts medelvärde räknas över svaren på skalan; ”vet ej” och obesvarade frågor ingår inte. Procenten är ' +
    '(medelvärdet − lägsta) / (högsta − lägsta) × 100. En kategori är medelvärdet av sina mätpunkters procent, en dimension ' +
    'av sina kategorier, och den digitala mognaden av de två dimensionerna. Inget avrundas förrän det visas.',
  methodMissing:
    'Andelen ”vet ej” räknas av alla svar på frågan, ”vet ej” inräknade; obesvarade frågor räknas för sig. ”-” betyder att värdet saknas.',
  methodSmallGroups:
    'Resultat för grupper med få svar visas inte, och inte heller det som skulle göra att de gick att räkna ut genom att ' +
    'dra ifrån. Antal svarande, inbjudna och svarsfrekvens visas alltid.',
  methodUnprotected:
    'Skyddet omfattar inte det som svarande själva berättar för varandra, och inte uppgifter som har publicerats på annat håll.',
  trail: 'Vad som har gjorts med underlaget',
  trailNote: (left) =>
    `Ur arbetsfilens logg, utan vem som gjorde det.${left === 0 ? '' : ` ${counted(left, 'äldre händelse', 'äldre händelser')} visas inte här.`} Vad som har lämnats ut står i loggen.`,
  date: 'Datum',
  done: 'Vad som gjordes',
  repeated: (text, times) => `${text} (${times} gånger)`,
  employeesText:
    'Några av mätpunkterna ställs också till alla medarbetare, i andra ord. Här står de båda resultaten sida vid sida: ' +
    'procent av skalan i mätningen och index 0–100 bland medarbetarna.',
};

const english: Words = {
  title: (year) => `Digital maturity ${year}`,
  maturity: 'Digital maturity',
  maturityInSentence: 'Digital maturity',
  respondents: 'Respondents',
  invited: 'Invited',
  responseRate: 'Response rate',
  gate: 'Involved in decisions',
  mean: 'Mean',
  percent: 'Percent',
  dontKnow: 'Don’t know',
  change: 'Change',
  item: 'Item',
  unit: 'Unit',
  year: 'Year',
  outcome: 'Outcome',
  target: 'Target',
  distance: 'Distance to target',
  met: 'Target met',
  yes: 'Yes',
  no: 'No',
  benchmark: 'Benchmark',
  source: 'Source',
  verdict: 'Verdict',
  whole: 'the whole',
  definition: 'Is about',
  reasons: 'Reasons',
  sections: {
    summary: 'Summary',
    model: 'Background and model',
    followUp: 'Follow-up of conclusions',
    result: 'Result against target and nation',
    unitResult: 'Result',
    responseRates: 'Response rates',
    gate: 'Involved in decisions',
    conclusions: 'New conclusions',
    employees: 'The employee survey',
    appendixFigures: 'Appendix: distribution of answers',
    appendixItems: 'Appendix: the items',
    method: 'Method and hidden groups',
  },
  conclusion: 'Conclusion',
  decisions: {
    remains: 'The conclusion remains.',
    closed: 'The conclusion is closed.',
    changed: 'The conclusion is changed.',
  },
  undecided: 'Whether the conclusion stands is not decided yet.',
  activities: 'Activities since then:',
  noActivities: 'No activities are noted.',
  activityStates: { done: 'done', ongoing: 'under way', planned: 'planned', dropped: 'dropped' },
  noChanges: 'The figures of this year cannot be compared with earlier ones.',
  directions: {
    better: 'The figures speak for things having become better.',
    worse: 'The figures speak for things having become worse.',
    unchanged: 'The figures show no sure change.',
    mixed: 'The figures point in different directions.',
    unknown: null,
  },
  noFollowUp: 'There are no conclusions of earlier years to follow up.',
  noConclusions: 'No new conclusions have been drawn yet.',
  proposedConclusions: 'This deserves attention most, the weightiest first:',
  whereToConclude: 'There are grounds for them above all in these items:',
  modelText: ({ items, categories, lowest, highest }) =>
    `Digital maturity is measured by ${items} items in ${categories} categories. Each item is a statement answered from ${lowest} ` +
    `(disagree entirely) to ${highest} (agree entirely), or with “don’t know”.`,
  modelAim:
    'Digital capability is how well the organisation governs, renews and balances its digitalisation. Digital heritage ' +
    'is how well what already exists supports it: a high value means an enabling heritage. Digital maturity is the mean of the two.',
  percentText:
    'The mean on the scale is turned into percent, where the lowest answer is 0% and the highest 100%. The number has no ' +
    'value of its own: it serves the dialogue on what needs to be done.',
  quadrantText:
    'The two dimensions form a quadrant. The aim is its upper right part, where capability is high and heritage enabling.',
  hiddenNote: (minimum) =>
    `“..” means that a value is not shown: fewer than ${minimum} answers, or so that no smaller group can be worked out.`,
  notShown: (names) =>
    `These units are not shown, since they have too few respondents or protect a group that has: ${names.join(', ')}.`,
  loweredLimit: (minimum, reason) => `The smallest group is lowered to ${minimum}. Reason: ${reason}`,
  methodFormula:
    'The mean of an item is over the answers on the scale; “don’t know” and unanswered questions are left out. The percent is ' +
    '(mean − lowest) / (highest − lowest) × 100. A category is the mean of the percents of its items, a dimension that of its ' +
    'categories, and digital maturity that of the two dimensions. Nothing is rounded before it is shown.',
  methodMissing:
    'The share of “don’t know” is of all answers to the question, “don’t know” included; unanswered questions are counted apart. “-” means that a value is missing.',
  methodSmallGroups:
    'Results of groups with few answers are not shown, nor is what would let them be worked out by subtraction. Numbers of ' +
    'respondents, of invited and response rates are always shown.',
  methodUnprotected:
    'The protection does not cover what respondents tell one another, nor figures published elsewhere.',
  trail: 'What has been done to the data',
  trailNote: (left) =>
    `From the log of the workspace, without who did it.${left === 0 ? '' : ` ${counted(left, 'older event', 'older events')} not shown here.`} What has been released is in the log.`,
  date: 'Date',
  done: 'What was done',
  repeated: (text, times) => `${text} (${times} times)`,
  employeesText:
    'Some of the items are put to all employees too, in other words. Here both results stand side by side: percent of the ' +
    'scale in the measurement, and an index 0–100 among the employees.',
};

/** The words of a report in its language. */
export const words: Readonly<Record<Language, Words>> = { sv: swedish, en: english };
