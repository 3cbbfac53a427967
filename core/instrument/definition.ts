import type { Bilingual, Item } from './instrument.ts';

/** What an organisation's IT department is called in definitions before it has said so. */
const usualItDepartment: Bilingual = { sv: 'IT-avdelningen', en: 'the IT department' };

/**
 * What an item is about, with the IT department's own name in it; in Swedish where the instrument has no English
 * definition.
 */
export function definitionOf(
  { definition, englishDefinition }: Pick<Item, 'definition' | 'englishDefinition'>,
  itDepartment: string | null,
  language: keyof Bilingual = 'sv',
): string {
  const said = language === 'en' ? (englishDefinition ?? definition) : definition;
  return said.replaceAll('{itDepartment}', itDepartment ?? usualItDepartment[language]);
}
