import { fold } from '../text.ts';

/**
 * The words that survey tools and people put over columns, folded (see core/text.ts). Item names are not
 * here: they belong to the instrument.
 */

/** What a column means. */
export const columnRoles = [
  'item',
  'unit',
  'role',
  'gate',
  'respondentId',
  'time',
  'personal',
  'freeText',
  'other',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

const named = (...texts: readonly string[]): ReadonlySet<string> => new Set(texts.map(fold));

/** Headings that decide a role by themselves, whatever stands below them. */
export const headingsByRole: Readonly<Partial<Record<ColumnRole, ReadonlySet<string>>>> = {
  respondentId: named(
    'ID',
    'Respondent ID',
    'RespondentID',
    'Response ID',
    'Svars-ID',
    'Svarsid',
    'Svarsnummer',
    'Löpnummer',
    'Löpnr',
    'Nr',
    'Respondent',
    'Respondentnummer',
  ),
  time: named(
    'Start time',
    'Starttid',
    'Completion time',
    'Slutförandetid',
    'Sluttid',
    'Last modified time',
    'Senast ändrad',
    'Senast ändrad tid',
    'Tid för senaste ändring',
    'Timestamp',
    'Tidstämpel',
    'submitdate',
    'startdate',
    'datestamp',
    'Date submitted',
    'Date started',
    'Date last action',
    'Inlämningsdatum',
    'Datum för inlämning',
    'Startdatum',
    'Datum påbörjad',
    'Datum för senaste åtgärd',
    'Start Date',
    'End Date',
    'Slutdatum',
    'Datum',
    'Svarsdatum',
    'Tid',
    'År',
    'Year',
    'Mätår',
  ),
  personal: named(
    'Email',
    'E-mail',
    'E-post',
    'E-postadress',
    'Email address',
    'Epost',
    'Name',
    'Namn',
    'Ditt namn',
    'First Name',
    'Last Name',
    'Förnamn',
    'Efternamn',
    'IP Address',
    'IP-adress',
    'ipaddr',
    'Token',
    'Nyckel',
    'Access code',
    'Åtkomstkod',
    'Telefon',
    'Telefonnummer',
    'Mobil',
    'Mobilnummer',
    'Phone',
    'Personnummer',
    'Användarnamn',
    'Username',
    'Användar-ID',
    'User ID',
    'Anställningsnummer',
    'Adress',
    'Custom Data 1',
    'Custom Data',
    'Respondent email',
  ),
  other: named(
    'lastpage',
    'Last page',
    'Sista sidan',
    'startlanguage',
    'Start language',
    'Startspråk',
    'seed',
    'Frö',
    'refurl',
    'Referrer URL',
    'Hänvisnings-URL',
    'Collector ID',
    'Total points',
    'Quiz feedback',
    'Språk',
    'Language',
    'Vikt',
    'Weight',
  ),
  freeText: named(
    'Kommentar',
    'Kommentarer',
    'Fritext',
    'Övrigt',
    'Övriga synpunkter',
    'Synpunkter',
    'Comments',
    'Comment',
  ),
};

/** Headings of a measurement year. */
export const yearHeadings = named('År', 'Year', 'Mätår');

/** Headings whose empty cell means that the response was never sent in (LimeSurvey). */
export const submittedHeadings = named(
  'submitdate',
  'Date submitted',
  'Inlämningsdatum',
  'Datum för inlämning',
);

/** Words of a heading over a förvaltning, and over a part of one. */
export const unitWords = {
  upper: named(
    'förvaltning',
    'förvaltningen',
    'förvaltningar',
    'nämnd',
    'bolag',
    'organisation',
    'sektor',
    'kommun',
    'department',
    'administration',
  ),
  lower: named(
    'enhet',
    'enheten',
    'avdelning',
    'avdelningen',
    'verksamhet',
    'verksamhetsområde',
    'sektion',
    'arbetsplats',
    'område',
    'unit',
    'workplace',
    'team',
  ),
};

/** 1 for a heading over förvaltningar, 2 for one over parts of them; null for a heading over something else. */
export function unitLevelOf(heading: string): 1 | 2 | null {
  const words = fold(heading).split(' ');
  if (words.some((word) => unitWords.lower.has(word))) return 2;
  return words.some((word) => unitWords.upper.has(word)) ? 1 : null;
}

export const roleWords = named(
  'roll',
  'rollen',
  'yrkesroll',
  'befattning',
  'funktion',
  'role',
  'position',
  'tjänst',
);

/** Words of the column beside a choice, for those whom none of it fits: it holds words of their own. */
export const otherChoiceWords = named('annan', 'annat', 'andra', 'other', 'specify', 'specificera');

/** Words of a heading that asks who the respondent is. */
export const personalWords = named(
  'email',
  'epost',
  'epostadress',
  'postadress',
  'mejl',
  'mejladress',
  'namn',
  'telefon',
  'telefonnummer',
  'mobilnummer',
  'personnummer',
  'användarnamn',
  'name',
  'phone',
);

export const freeTextWords = named(
  'kommentar',
  'kommentera',
  'kommentarer',
  'synpunkter',
  'fritext',
  'beskriv',
  'utveckla',
  'motivera',
  'övrigt',
  'egna ord',
  'comment',
  'comments',
);

/** Words that a longer label of a row that sums up others begins with: "Medelvärde per fråga", "Antal svar (n)". */
export const totalsFirstWords = named(
  'summa',
  'totalt',
  'total',
  'medel',
  'medelvärde',
  'medelvärden',
  'genomsnitt',
  'snitt',
  'median',
  'antal',
  'n',
  'mean',
  'average',
  'sum',
  'standardavvikelse',
  'std',
);

/** Words that such a label ends with: "Kultur totalt". */
export const totalsLastWords = named(
  'totalt',
  'total',
  'summa',
  'medel',
  'medelvärde',
  'genomsnitt',
  'snitt',
);

/** Whole labels of such a row. */
export const totalsWords: ReadonlySet<string> = new Set([
  ...totalsFirstWords,
  ...named(
    'totalsumma',
    'antal svar',
    'grand total',
    'hela kommunen',
    'kommunen totalt',
    'kommunen',
    'samtliga',
    'alla',
  ),
]);

/** Words that make a statement negative. */
export const negativeWords = named(
  'inte',
  'ej',
  'icke',
  'aldrig',
  'ingen',
  'inga',
  'inget',
  'saknar',
  'saknas',
  'brist',
  'brister',
  'bristande',
  'bristfällig',
  'otillräcklig',
  'otillräckliga',
  'otillräckligt',
  'otydlig',
  'otydligt',
  'svårt',
  'problem',
  'hindrar',
  'hinder',
  'bromsar',
  'dålig',
  'dåligt',
  'dåliga',
  'missnöjda',
  'missnöjd',
  'utan',
  'not',
  'never',
  'no',
  'lack',
  'lacks',
  'without',
);

/** Headings of aggregated tables and response rate lists. */
export const tableHeadings = {
  item: named('Mätpunkt', 'Fråga', 'Påstående', 'Item', 'Question', 'Statement', 'Indikator'),
  mean: named('Medelvärde', 'Medel', 'Mean', 'Average', 'Genomsnitt', 'Snitt', 'M', 'Resultat medel'),
  answers: named(
    'n',
    'Antal',
    'Antal svar',
    'Antal svarande',
    'Svar',
    'Answers',
    'Responses',
    'Count',
    'Bas',
  ),
  dontKnow: named(
    'Vet ej',
    'Vet ej %',
    'Andel vet ej',
    'Vet ej andel',
    'Vet ej procent',
    'Andel vet ej %',
    'Don t know',
    'Don t know %',
    'Vet inte',
    'Vet inte %',
  ),
  invited: named(
    'Inbjudna',
    'Antal inbjudna',
    'Inbjuden',
    'Utskick',
    'Antal utskick',
    'Utskickade',
    'Mottagare',
    'Antal mottagare',
    'Population',
    'Invited',
    'Urval',
    'Tillfrågade',
    'Antal tillfrågade',
  ),
  answered: named(
    'Svarande',
    'Antal svarande',
    'Svarat',
    'Har svarat',
    'Antal svar',
    'Svar',
    'Inkomna svar',
    'Besvarade',
    'Besvarat',
    'Antal besvarade',
    'Answered',
    'Responses',
    'Respondents',
    'Completed',
  ),
};
