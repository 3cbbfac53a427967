import { figureFormats } from '../../../core/api/figures.ts';
import type { FigureKind } from '../../../core/figures/figure.ts';
import { figureKinds } from '../../../core/figures/figure.ts';
import type { Command } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { noPositionals } from '../options.ts';
import { table } from '../table.ts';

interface Described {
  readonly shows: string;
  /** Which of the command's choices concern it. */
  readonly choices: readonly string[];
}

const descriptions: Readonly<Record<FigureKind, Described>> = {
  quadrant: {
    shows: 'enheter på de två dimensionerna, med spår över åren',
    choices: ['year', 'unit', 'no-intervals'],
  },
  'category-bars': {
    shows: 'en kategoris mätpunkter som staplar',
    choices: ['year', 'unit', 'category', 'measure', 'sort', 'no-intervals'],
  },
  distribution: {
    shows: 'hur svaren fördelar sig på skalan',
    choices: ['year', 'unit', 'category', 'item', 'sort'],
  },
  change: {
    shows: 'varje mätpunkts förändring mellan två år',
    choices: ['year', 'unit', 'category', 'measure', 'sort'],
  },
  model: { shows: 'modellen: dimension, kategori och mätpunkt', choices: ['year', 'unit', 'measure'] },
  matrix: {
    shows: 'mätpunkter mot enheter eller år',
    choices: ['year', 'unit', 'category', 'measure', 'sort', 'across', 'show'],
  },
  trend: { shows: 'mognaden över åren, med mål och riket', choices: ['year', 'unit', 'no-intervals'] },
  'response-rates': { shows: 'svarsfrekvens per enhet', choices: ['year', 'unit', 'sort'] },
  gate: { shows: 'andelen som är delaktiga i beslut, år för år', choices: ['year', 'unit'] },
  'employee-pairs': {
    shows: 'mätningen bredvid medarbetarundersökningen',
    choices: ['year', 'unit', 'item'],
  },
  'employee-scatter': {
    shows: 'en koppling till medarbetarundersökningen, enhet för enhet',
    choices: ['year', 'item'],
  },
};

/** `figures`: which figures there are, and what can be chosen of each. */
export const figures: Command = {
  name: 'figures',
  usage: `--in ARBETSFIL ${measuredUsage} [--json]`,
  summary: 'Listar de figurer som kan skrivas, och vad som kan väljas i var och en.',
  options: measuredOptions,
  run(positionals, options) {
    noPositionals(positionals);
    return withMeasurements(options, (measurements) => {
      const { years, tree } = measurements;
      const newest = years.at(-1);
      const instrument = newest === undefined ? null : measurements.instrumentOf(newest);
      const kinds = figureKinds.map((name) => ({ name, ...descriptions[name] }));
      const units = tree.units.map(({ name }) => name);
      const categories = (instrument?.categories ?? []).map(({ code, name }) => ({ code, name: name.sv }));
      const rows = kinds.map(({ name, shows, choices }) => [
        name,
        shows,
        choices.map((choice) => `--${choice}`).join(' '),
      ]);
      return {
        json: { figures: kinds, years, units, categories, formats: figureFormats },
        text: [
          table([['Figur', 'Visar', 'Val'], ...rows]),
          '',
          `År: ${years.join(', ')}`,
          `Kategorier: ${categories.map(({ code }) => code).join(', ')}`,
          `Format: ${figureFormats.join(', ')}`,
        ].join('\n'),
      };
    });
  },
};
