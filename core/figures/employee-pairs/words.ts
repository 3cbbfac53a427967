import { counted } from '../../text.ts';
import type { Language } from '../figure.ts';

interface Words {
  readonly title: string;
  readonly base: string;
  readonly item: string;
  readonly question: string;
  readonly unit: string;
  readonly survey: string;
  readonly employees: string;
  readonly band: string;
  readonly difference: string;
  readonly comparable: string;
  readonly none: string;
  readonly altSize: (links: number, pairs: number) => string;
  readonly altLargest: (item: string, unit: string, survey: string, employees: string) => string;
  readonly altHidden: (count: number) => string;
  readonly explanation: readonly string[];
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: 'Mätningen och medarbetarundersökningen',
    base: 'Mätningens procent av skalan och medarbetarnas index, båda 0–100',
    item: 'Mätpunkt',
    question: 'Fråga till medarbetarna',
    unit: 'Enhet',
    survey: 'Mätningen',
    employees: 'Medarbetarna',
    band: 'Medarbetarnas band',
    difference: 'Skillnad',
    comparable: 'Anmärkning',
    none: 'Inga kopplingar mellan undersökningarna är bekräftade.',
    altSize: (links, pairs) => `${counted(links, 'koppling', 'kopplingar')}, ${pairs} par av resultat.`,
    altLargest: (item, unit, survey, employees) =>
      `Störst avstånd: ${item}, ${unit}, ${survey} i mätningen och ${employees} bland medarbetarna.`,
    altHidden: (count) => (count === 1 ? 'Ett par visas inte helt.' : `${count} par visas inte helt.`),
    explanation: [
      'Mätningens resultat är mätpunktens procent, medarbetarnas är undersökningens index. Båda går från 0 till 100 men ställer olika frågor till olika personer: jämför enheternas ordning hellre än nivån.',
      'Banden är de som medarbetarundersökningen publiceras med. Ett index avrundas till heltal innan det får sitt band.',
      'Totaler som omfattar olika enheter går inte att jämföra; då dras ingen linje mellan dem.',
    ],
  },
  en: {
    title: 'The measurement and the employee survey',
    base: 'The measurement’s percent of the scale and the employees’ index, both 0–100',
    item: 'Item',
    question: 'Question to employees',
    unit: 'Unit',
    survey: 'The measurement',
    employees: 'Employees',
    band: 'Employees’ band',
    difference: 'Difference',
    comparable: 'Remark',
    none: 'No links between the surveys are confirmed.',
    altSize: (links, pairs) =>
      `${counted(links, 'link', 'links')}, ${counted(pairs, 'pair', 'pairs')} of results.`,
    altLargest: (item, unit, survey, employees) =>
      `Farthest apart: ${item}, ${unit}, ${survey} in the measurement and ${employees} among employees.`,
    altHidden: (count) =>
      count === 1 ? 'One pair is not wholly shown.' : `${count} pairs are not wholly shown.`,
    explanation: [
      'The measurement’s result is the item’s percent, the employees’ is the survey’s index. Both run from 0 to 100 but put different questions to different people: compare the order of the units rather than the level.',
      'The bands are those that the employee survey is published with. An index is rounded to a whole number before it gets its band.',
      'Totals of different units do not compare; then no line is drawn between them.',
    ],
  },
};
