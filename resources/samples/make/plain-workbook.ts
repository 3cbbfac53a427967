import type { Respondent } from './answers.ts';
import { items } from './instrument.ts';
import type { SheetContents } from './workbook-bytes.ts';

/** One header row of bare names, one row per respondent, answers as numbers: as an analyst would tidy it by hand. */
export function plainWorkbook(respondents: readonly Respondent[]): SheetContents {
  const background = ['Förvaltning', 'Enhet', 'Roll', 'Inblandad i beslut om digitalisering?'];
  return {
    name: 'Svar',
    rows: [
      [...background, ...items.map(({ name }) => name)],
      ...respondents.map(({ person, answers }) => [
        person.workplace.unit,
        person.workplace.subunit,
        person.role,
        person.involved ? 'Ja' : 'Nej',
        ...answers.map((answer) => (answer === 'dontKnow' ? 'Vet ej' : answer)),
      ]),
    ],
  };
}
