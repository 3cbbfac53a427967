import type { Figure, FigureKind } from '../../store/figures.ts';
import { figureKinds } from '../../store/figures.ts';
import { swedishPercent } from '../../../core/numbers.ts';
import { Refusal } from '../../../core/problem.ts';
import type { WorkspaceWriter } from '../../store/workspace.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import {
  choice,
  noPositionals,
  requiredNumber,
  requiredText,
  requiredYear,
  text,
  workspacePath,
} from '../options.ts';

const kindNames = { published: 'publicerat värde', benchmark: 'jämförelsevärde', target: 'mål' } as const;

/** `value`: a published value, a benchmark or a target, entered by hand or taken away. */
export const value: Command = {
  name: 'value',
  usage:
    '--in ARBETSFIL --year Y --kind published|benchmark|target (--percent P --source TEXT | --remove [--source TEXT]) [--json]',
  summary: 'Lägger in eller tar bort ett publicerat värde, ett jämförelsevärde eller ett mål.',
  options: {
    in: { type: 'string' },
    year: { type: 'string' },
    kind: { type: 'string' },
    percent: { type: 'string' },
    source: { type: 'string' },
    remove: { type: 'boolean' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const kind = choice(options, 'kind', figureKinds);
    if (kind === null) throw new UsageError(`--kind saknas: ange ett av ${figureKinds.join(', ')}.`);
    const year = requiredYear(options, 'year');
    if (options['remove'] === true) {
      const wanted = { kind, year, source: text(options, 'source') };
      const removed = withWriter(workspacePath(options), (writer) => removeFrom(writer, wanted));
      return { json: removed, text: `${told(removed)} är borttaget.` };
    }
    const figure = {
      kind,
      year,
      percent: requiredNumber(options, 'percent'),
      source: requiredText(options, 'source', 'ange varifrån värdet kommer'),
    };
    const added = withWriter(workspacePath(options), (writer) => writer.addFigure(figure));
    return { json: added, text: `${told(added)} är inlagt.` };
  },
};

interface Wanted {
  readonly kind: FigureKind;
  readonly year: number;
  /** Null for whichever there is. */
  readonly source: string | null;
}

/** @throws Refusal `figure-missing`, `figure-unclear` */
function removeFrom(writer: WorkspaceWriter, { kind, year, source }: Wanted): Figure {
  const found = writer
    .figures()
    .filter((figure) => figure.kind === kind && figure.year === year)
    .filter((figure) => source === null || figure.source === source.trim());
  const [only, ...more] = found;
  if (only === undefined) {
    throw new Refusal({
      code: 'figure-missing',
      message: `${year} har inget sådant ${kindNames[kind]}${source === null ? '' : ` från ${source}`}.`,
      nextStep: 'Se vilka värden som finns med "targets".',
    });
  }
  if (more.length > 0) {
    throw new Refusal({
      code: 'figure-unclear',
      message: `${year} har flera: ${found.map(told).join('; ')}.`,
      nextStep: 'Välj ett av dem med --source.',
    });
  }
  writer.removeFigure(only.id);
  return only;
}

function told({ kind, year, percent, source }: Figure): string {
  return `${year}: ${kindNames[kind]} ${swedishPercent(percent, 1)} (${source})`;
}
