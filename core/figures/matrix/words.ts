import type { Language } from '../figure.ts';

interface Words {
  readonly titleResult: string;
  readonly titleChange: string;
  readonly perUnit: string;
  readonly category: string;
  readonly item: string;
  readonly verdict: (column: string) => string;
  readonly altSize: (items: number, columns: number) => string;
  readonly altHighest: (item: string, column: string, value: string) => string;
  readonly altLowest: (item: string, column: string, value: string) => string;
  readonly altRisen: (count: number) => string;
  readonly altFallen: (count: number) => string;
  readonly altHidden: (count: number) => string;
  readonly explainResult: readonly string[];
  readonly explainChange: readonly string[];
  readonly explainHidden: string;
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    titleResult: 'Resultat',
    titleChange: 'Förändring',
    perUnit: 'enhet för enhet',
    category: 'Kategori',
    item: 'Mätpunkt',
    verdict: (column) => `Bedömning ${column}`,
    altSize: (items, columns) => `${items} mätpunkter i ${columns} kolumner.`,
    altHighest: (item, column, value) => `Högst: ${item}, ${column}, ${value}.`,
    altLowest: (item, column, value) => `Lägst: ${item}, ${column}, ${value}.`,
    altRisen: (count) => `Säkra ökningar: ${count}.`,
    altFallen: (count) => `Säkra minskningar: ${count}.`,
    altHidden: (count) => (count === 1 ? 'En cell visas inte.' : `${count} celler visas inte.`),
    explainResult: [
      'Mätpunktens medel är medelvärdet av svaren 1–6; procent är hur långt från skalans lägsta till högsta värde medlet ligger. ”Vet ej” och obesvarat räknas inte med.',
      'Kategorins värde är medelvärdet av dess mätpunkter. Färgen följer värdet i sex lika stora steg och säger inget mer än siffran.',
    ],
    explainChange: [
      'Förändringen är skillnaden mellan de två årens värden. Fylld triangel: säker förändring. Halvfylld: säker bland dem som då var inbjudna. Tom: inom osäkerheten. Ring: avrundas till ingen förändring.',
      'Alla förändringar i en enhet prövas tillsammans, så att inte slumpen ger säkra förändringar bara för att de är många.',
    ],
    explainHidden:
      '”..” visas inte därför att gruppen är för liten eller för att skydda en mindre grupp; ”-” betyder att värdet saknas.',
  },
  en: {
    titleResult: 'Results',
    titleChange: 'Change',
    perUnit: 'unit by unit',
    category: 'Category',
    item: 'Item',
    verdict: (column) => `Verdict ${column}`,
    altSize: (items, columns) => `${items} items in ${columns} columns.`,
    altHighest: (item, column, value) => `Highest: ${item}, ${column}, ${value}.`,
    altLowest: (item, column, value) => `Lowest: ${item}, ${column}, ${value}.`,
    altRisen: (count) => `Firm rises: ${count}.`,
    altFallen: (count) => `Firm falls: ${count}.`,
    altHidden: (count) => (count === 1 ? 'One cell is not shown.' : `${count} cells are not shown.`),
    explainResult: [
      'An item’s mean is the mean of the answers 1–6; percent is how far the mean lies from the lowest to the highest value of the scale. “Don’t know” and blanks are left out.',
      'A category’s value is the mean of its items. The colour follows the value in six equal steps and says no more than the number.',
    ],
    explainChange: [
      'The change is the difference between the values of the two years. Full triangle: firm change. Half full: firm among those invited then. Empty: within the uncertainty. Ring: rounds to no change.',
      'All changes of a unit are tested together, so that chance does not give firm changes merely because they are many.',
    ],
    explainHidden:
      '“..” is not shown because the group is too small or to protect a smaller one; “-” means that there is no value.',
  },
};
