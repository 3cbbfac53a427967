import { items } from './instrument.ts';
import { itDepartment } from './organisation.ts';

/** Invented wording of each item, worded so that agreeing always means more maturity. */
const wording: Readonly<Record<string, string>> = {
  portfoljstyrning:
    'Vi har en god överblick över alla digitala initiativ och styr dem som en gemensam portfölj.',
  forvaltningsstyrning: 'Förvaltning och vidareutveckling av våra system styrs väl i det dagliga arbetet.',
  projektstyrning: 'Vi driver digitala satsningar efter en tydlig projektmodell, med mål och ansvar.',
  forsorjningsstrategi:
    'Vi har en tydlig strategi för vad vi gör i egen regi och vad vi köper av leverantörer.',
  'ekonomiska-ramar': 'De ekonomiska ramarna räcker för digitaliseringen under hela livscykeln.',
  informationssakerhet: 'Arbetet med informationssäkerhet skyddar vår information på rätt nivå.',
  standarder: 'Vi använder gemensamma standarder så att arbetssätten blir enhetliga.',
  anvandarinvolvering:
    'De som ska använda en lösning, till exempel invånare och medarbetare, är med och formar den i alla skeden.',
  'oppna-data': 'Vi tillgängliggör öppna data som andra fritt kan använda.',
  'oppen-utveckling': 'Vi samverkar med externa parter när vi utvecklar digitala tjänster.',
  innovationskultur:
    'Vi har en kultur för innovation, där vi uppmuntras att prova nya idéer och lära av dem.',
  'digitalt-forst': 'Digitalt först är vår utgångspunkt när vi utvecklar verksamheten.',
  skalning: 'Lösningar som fungerar väl på ett ställe sprids och skalas upp till gemensam drift.',
  prioritering: 'Vi prioriterar både effektivisering och innovation, i god balans.',
  kostnadskontroll: 'Vi följer upp kostnaderna för digitaliseringen och har god kontroll på dem.',
  nyttokontroll: 'Vi följer upp vilken nytta tidigare initiativ har gett.',
  nyttorealisering: 'Vi tar hem nyttan av genomförda digitala satsningar.',
  kompetensforsorjning:
    'Vår kompetensförsörjning är god: vi rekryterar och utvecklar de medarbetare vi behöver.',
  kompetensmix: `${itDepartment} har en kompetensmix som passar dagens och framtidens behov.`,
  arbetsmiljo: `Arbetsmiljön hos ${itDepartment} är god.`,
  anvandarnojdhet: 'Våra användare är nöjda med it-miljön.',
  rykte: `${itDepartment} har ett gott rykte och vårt förtroende för att leverera.`,
  infrastruktur: 'Vår infrastruktur för it gör det enkelt att skapa, lagra och dela data.',
  'skugg-it': `Vi har god kontroll på skugg-it: ${itDepartment} känner till och godkänner den it som köps in.`,
  'teknisk-skuld': 'Vi håller den tekniska skulden låg genom god dokumentation och löpande underhåll.',
  'it-styrning': 'Styrningen av it ger utrymme för både effektivisering och innovation.',
};

/** The statement of each item, in the order of the instrument. */
export const statements: readonly string[] = items.map(({ code }) => {
  const statement = wording[code];
  if (statement === undefined) throw new Error(`No statement for ${code}.`);
  return statement;
});

/** The questions beside the statements, as the survey tools of the samples ask them. */
export const questions = {
  unit: 'Vilken förvaltning arbetar du i?',
  subunit: 'Vilken enhet arbetar du i?',
  role: 'Vilken roll har du?',
  involved: 'Är du inblandad i beslut om digitalisering?',
  comment: 'Vill du tillägga något?',
} as const;
