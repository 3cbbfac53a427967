import * as z from 'zod';
import { Refusal } from '../../core/problem.ts';
import type { ReadConnection, WriteConnection } from './connection.ts';

export const figureKinds = ['published', 'benchmark', 'target'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** A maturity that somebody gave: published for an earlier year, of others to compare with, or aimed at. */
export interface NewFigure {
  readonly kind: FigureKind;
  readonly year: number;
  /** 0–100. */
  readonly percent: number;
  /** Where it is from, such as a report or a decision. */
  readonly source: string;
}

export interface Figure extends NewFigure {
  readonly id: number;
}

const figureRow = z.object({
  id: z.int(),
  kind: z.enum(figureKinds),
  year: z.int(),
  percent: z.number(),
  source: z.string(),
});

/** Every figure, by year and kind. */
export function listFigures(connection: ReadConnection): Figure[] {
  return connection.all(
    figureRow,
    'SELECT id, kind, year, percent, source FROM figure ORDER BY year, kind, id',
  );
}

/**
 * Adds a figure. A year has one published value and one target, and one benchmark from each source: a second
 * one takes the place of the first.
 * @throws Refusal `percent-out-of-range`, `year-out-of-range`, `source-missing`.
 */
export function addFigure(connection: WriteConnection, figure: NewFigure): Figure {
  const { kind, year, percent } = figure;
  const source = figure.source.trim();
  if (!(percent >= 0 && percent <= 100)) {
    throw new Refusal({
      code: 'percent-out-of-range',
      message: `Värdet ${String(percent).replace('.', ',')} är inte en procentsats mellan 0 och 100.`,
      nextStep: 'Ange ett tal från 0 till 100.',
    });
  }
  if (!Number.isInteger(year) || year < 1900 || year > 2999) {
    throw new Refusal({
      code: 'year-out-of-range',
      message: `${year} är inget årtal.`,
      nextStep: 'Ange ett årtal med fyra siffror.',
    });
  }
  if (source === '') {
    throw new Refusal({
      code: 'source-missing',
      message: 'Värdet saknar källa.',
      nextStep: 'Ange varifrån värdet kommer, till exempel en rapport eller ett beslut.',
    });
  }
  return connection.transaction(() => {
    connection.run(
      `DELETE FROM figure WHERE kind = @kind AND year = @year AND (kind <> 'benchmark' OR source = @source)`,
      { kind, year, source },
    );
    const id = connection.run(
      'INSERT INTO figure (kind, year, percent, source) VALUES (@kind, @year, @percent, @source)',
      { kind, year, percent, source },
    );
    return { id, kind, year, percent, source };
  });
}

/**
 * Removes a figure.
 * @throws Refusal `figure-missing`.
 */
export function removeFigure(connection: WriteConnection, id: number): void {
  connection.transaction(() => {
    if (!listFigures(connection).some((figure) => figure.id === id)) {
      throw new Refusal({
        code: 'figure-missing',
        message: `Det finns inget värde med nummer ${id}.`,
        nextStep: 'Se vilka värden som finns i listan.',
      });
    }
    connection.run('DELETE FROM figure WHERE id = @id', { id });
  });
}
