import path from 'node:path';
import type { FigureFormat } from '../../../core/api/figures.ts';
import { figureFormats } from '../../../core/api/figures.ts';
import type { Measurements } from '../../../core/analysis/measurements.ts';
import type { FigureChoice, FigureKind, FigureSpec } from '../../../core/figures/figure.ts';
import { figureKinds, languages, measures, sortings, usualChoice } from '../../../core/figures/figure.ts';
import { buildFigure } from '../../../core/figures/build.ts';
import { figureAltText } from '../../../core/figures/index.ts';
import { themeNames } from '../../../core/figures/theme.ts';
import { Refusal } from '../../../core/problem.ts';
import type { PngScale } from '../../publishing/figure-export.ts';
import { pngScales } from '../../publishing/figure-export.ts';
import { writeFileWhole } from '../../publishing/write-file.ts';
import type { WorkspaceReader } from '../../store/workspace.ts';
import { groupsInFigure, usualUnits } from '../../workbench/figure-release.ts';
import { figureSourceOf } from '../../workbench/figure-source.ts';
import { findItem } from '../../workbench/find-item.ts';
import { wholeNameOf } from '../../workbench/measurements.ts';
import type { ShownGroup } from '../../workbench/releases.ts';
import { release } from '../../workbench/releases.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command, OptionValues } from '../command.ts';
import { UsageError } from '../command.ts';
import { measuredOptions, measuredUsage, withMeasurements } from '../measured.ts';
import { choice, requiredText, text, userPath, workspacePath, years } from '../options.ts';
import { unitsNamed } from '../unit-list.ts';

/** `figure`: one figure as files, in any of the formats. */
export const figure: Command = {
  name: 'figure',
  usage:
    'FIGUR --in ARBETSFIL [--year Y,Y] [--unit NAMN,…] [--category KOD] [--item MÄTPUNKT]\n' +
    '                     [--measure mean|percent] [--sort instrument|value|change|dont-know] [--across units|years]\n' +
    '                     [--show result|change] [--no-intervals] [--width PUNKTER] [--scale 1–4]\n' +
    '                     [--theme light|dark] [--picture] [--language sv|en] [--release-reason TEXT]\n' +
    `                     ${measuredUsage} --format svg,png,pdf,docx,pptx,xlsx,csv --out FIL [--json]`,
  summary: 'Skriver en figur eller dess tabell som bild, PDF, Word, PowerPoint, Excel eller CSV.',
  options: {
    ...measuredOptions,
    year: { type: 'string' },
    unit: { type: 'string' },
    category: { type: 'string' },
    item: { type: 'string' },
    measure: { type: 'string' },
    sort: { type: 'string' },
    across: { type: 'string' },
    show: { type: 'string' },
    'no-intervals': { type: 'boolean' },
    width: { type: 'string' },
    scale: { type: 'string' },
    theme: { type: 'string' },
    picture: { type: 'boolean' },
    language: { type: 'string' },
    'release-reason': { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
  },
  async run(positionals, options) {
    const kind = kindIn(positionals);
    const files = filesFor(options);
    const scale = scaleIn(options);
    const width = widthIn(options);
    const theme = choice(options, 'theme', themeNames) ?? 'light';
    const form = options['picture'] === true ? 'picture' : 'native';
    const now = new Date().toISOString();
    const made: Made[] = [];
    const output = withMeasurements(options, (measurements, reader) => {
      const own = make(kind, options, measurements, reader);
      made.push(own);
      const { spec } = own;
      return {
        json: { figure: kind, id: spec.id, title: spec.title, altText: figureAltText(spec), files },
        text: [spec.title, ...files.map(({ file }) => `  ${file}`)].join('\n'),
      };
    });
    // Loaded when it is needed: drawing and typesetting take longer to load than other commands to run.
    const { exportFigure } = await import('../../publishing/export-figure.ts');
    for (const { spec, groups, organisation, asked } of made) {
      const written: { readonly file: string; readonly bytes: Buffer }[] = [];
      for (const { file, format } of files) {
        written.push({
          file,
          bytes: await exportFigure(spec, { format, scale, width, theme, form, organisation, now }),
        });
      }
      // All is ready to be written before it is said to have left; what cannot be written has not left.
      withWriter(workspacePath(options), (writer) =>
        release(writer, groups, text(options, 'release-reason'), now, { kind, choice: asked }),
      );
      for (const { file, bytes } of written) await writeFileWhole(file, bytes);
    }
    return output;
  },
};

interface Made {
  readonly spec: FigureSpec;
  readonly groups: readonly ShownGroup[];
  readonly organisation: string;
  readonly asked: FigureChoice;
}

function make(
  kind: FigureKind,
  options: OptionValues,
  measurements: Measurements,
  reader: WorkspaceReader,
): Made {
  const asked = choiceIn(kind, options, measurements, reader);
  return {
    spec: buildFigure(kind, figureSourceOf(reader, measurements), asked),
    groups: groupsInFigure(kind, asked, measurements),
    organisation: wholeNameOf(reader),
    asked,
  };
}

function choiceIn(
  kind: FigureKind,
  options: OptionValues,
  measurements: Measurements,
  reader: WorkspaceReader,
): FigureChoice {
  const newestFirst = [...measurements.years].reverse();
  const [newest] = newestFirst;
  if (newest === undefined) {
    throw new Refusal({
      code: 'year-missing',
      message: 'Arbetsfilen har inga resultat ännu.',
      nextStep: 'Läs in en fil med svar först.',
    });
  }
  const units = text(options, 'unit');
  return {
    ...usualChoice,
    years: (years(options) ?? newestFirst).toSorted((a, b) => b - a),
    units: units === null ? usualUnits(kind, measurements) : unitsNamed(reader, units),
    measure: choice(options, 'measure', measures) ?? usualChoice.measure,
    sort: choice(options, 'sort', sortings) ?? usualChoice.sort,
    across: choice(options, 'across', ['units', 'years']) ?? usualChoice.across,
    show: choice(options, 'show', ['result', 'change']) ?? usualChoice.show,
    category: categoryIn(options, measurements, newest),
    item: itemIn(options, measurements, newest),
    intervals: options['no-intervals'] !== true,
    language: choice(options, 'language', languages) ?? usualChoice.language,
  };
}

function categoryIn(
  options: OptionValues,
  measurements: Measurements,
  year: number,
): FigureChoice['category'] {
  const asked = text(options, 'category');
  if (asked === null) return null;
  const { categories } = measurements.instrumentOf(year);
  const found = categories.find(
    ({ code, name }) => code === asked || name.sv.toLowerCase() === asked.toLowerCase(),
  );
  if (found !== undefined) return found.code;
  throw new Refusal({
    code: 'category-missing',
    message: `Det finns ingen kategori som heter "${asked}".`,
    nextStep: `Välj en av ${categories.map(({ code }) => code).join(', ')}.`,
  });
}

function itemIn(options: OptionValues, measurements: Measurements, year: number): FigureChoice['item'] {
  const asked = text(options, 'item');
  return asked === null ? null : findItem(measurements.instrumentOf(year), asked);
}

function kindIn(positionals: readonly string[]): FigureKind {
  const [name, ...rest] = positionals;
  const kind = figureKinds.find((own) => own === name);
  if (kind !== undefined && rest.length === 0) return kind;
  throw new UsageError(
    name === undefined
      ? `Vilken figur? Välj en av ${figureKinds.join(', ')}.`
      : `Figuren "${positionals.join(' ')}" finns inte. Välj en av ${figureKinds.join(', ')}.`,
  );
}

interface Wanted {
  readonly format: FigureFormat;
  readonly file: string;
}

/** A file for each format: of several, the given file's ending is replaced by each. */
function filesFor(options: OptionValues): Wanted[] {
  const out = userPath(requiredText(options, 'out', 'ange filen som ska skrivas'));
  const asked = requiredText(options, 'format', `ange ett eller flera av ${figureFormats.join(', ')}`);
  const formats = [...new Set(asked.split(',').map((part) => part.trim().toLowerCase()))].map((part) => {
    const format = figureFormats.find((own) => own === part);
    if (format === undefined) {
      throw new UsageError(
        `--format ska vara ett eller flera av ${figureFormats.join(', ')}, inte "${part}".`,
      );
    }
    return format;
  });
  const ending = path.extname(out).slice(1).toLowerCase();
  const isKnown = figureFormats.some((own) => own === ending);
  const base = isKnown ? out.slice(0, -ending.length - 1) : out;
  return formats.map((format) => ({
    format,
    file: formats.length === 1 && isKnown && ending === format ? out : `${base}.${format}`,
  }));
}

function scaleIn(options: OptionValues): PngScale {
  const asked = text(options, 'scale');
  if (asked === null) return 2;
  const scale = pngScales.find((own) => String(own) === asked);
  if (scale === undefined) throw new UsageError(`--scale ska vara 1, 2, 3 eller 4, inte "${asked}".`);
  return scale;
}

const narrowest = 320;
const widest = 4000;

function widthIn(options: OptionValues): number | null {
  const asked = text(options, 'width');
  if (asked === null) return null;
  const width = Number(asked);
  if (!/^\d+$/.test(asked) || width < narrowest || width > widest) {
    throw new UsageError(`--width ska vara ett heltal från ${narrowest} till ${widest}, inte "${asked}".`);
  }
  return width;
}
