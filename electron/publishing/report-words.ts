/** What a report's documents say themselves, in each language. */
export const reportWords = {
  sv: {
    contents: 'Innehåll',
    figure: 'Figur',
    table: 'Tabell',
    page: 'Sida',
    of: 'av',
    organisation: 'Organisation',
    caseNumber: 'Diarienummer',
    date: 'Datum',
    administrator: 'Handläggare',
    statusLabel: 'Status',
    status: { draft: 'Utkast', final: 'Slutlig' },
  },
  en: {
    contents: 'Contents',
    figure: 'Figure',
    table: 'Table',
    page: 'Page',
    of: 'of',
    organisation: 'Organisation',
    caseNumber: 'Case number',
    date: 'Date',
    administrator: 'Administrator',
    statusLabel: 'Status',
    status: { draft: 'Draft', final: 'Final' },
  },
} as const;
