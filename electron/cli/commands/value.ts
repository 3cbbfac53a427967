import { figureKinds } from '../../store/figures.ts';
import { swedishPercent } from '../../../core/numbers.ts';
import { withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../command.ts';
import {
  choice,
  noPositionals,
  requiredNumber,
  requiredText,
  requiredYear,
  workspacePath,
} from '../options.ts';

const kindNames = { published: 'publicerat värde', benchmark: 'jämförelsevärde', target: 'mål' } as const;

/** `value`: a published value, a benchmark or a target, entered by hand. */
export const value: Command = {
  name: 'value',
  usage: '--in ARBETSFIL --year Y --kind published|benchmark|target --percent P --source TEXT [--json]',
  summary: 'Lägger in ett publicerat värde, ett jämförelsevärde eller ett mål.',
  options: {
    in: { type: 'string' },
    year: { type: 'string' },
    kind: { type: 'string' },
    percent: { type: 'string' },
    source: { type: 'string' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const kind = choice(options, 'kind', figureKinds);
    if (kind === null) throw new UsageError(`--kind saknas: ange ett av ${figureKinds.join(', ')}.`);
    const figure = {
      kind,
      year: requiredYear(options, 'year'),
      percent: requiredNumber(options, 'percent'),
      source: requiredText(options, 'source', 'ange varifrån värdet kommer'),
    };
    const added = withWriter(workspacePath(options), (writer) => writer.addFigure(figure));
    return {
      json: added,
      text: `${added.year}: ${kindNames[kind]} ${swedishPercent(added.percent, 1)} (${added.source}) är inlagt.`,
    };
  },
};
