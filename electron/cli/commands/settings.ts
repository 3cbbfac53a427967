import { dimensionRules, roundingRules } from '../../../core/instrument/schema.ts';
import { withReader, withWriter } from '../../workbench/workspace.ts';
import type { Command } from '../command.ts';
import { choice, noPositionals, text, workspacePath } from '../options.ts';
import { table } from '../table.ts';

/** `settings`: what a workspace says about itself, over what its instrument says. */
export const settings: Command = {
  name: 'settings',
  usage:
    '--in ARBETSFIL [--organisation NAMN] [--it-department NAMN] [--dimension-rule categories|items]\n' +
    '                       [--rounding half-up|half-down|half-even] [--json]',
  summary: 'Visar och ändrar arbetsfilens inställningar.',
  options: {
    in: { type: 'string' },
    organisation: { type: 'string' },
    'it-department': { type: 'string' },
    'dimension-rule': { type: 'string' },
    rounding: { type: 'string' },
  },
  run(positionals, options) {
    noPositionals(positionals);
    const path = workspacePath(options);
    const organisation = text(options, 'organisation');
    const itDepartment = text(options, 'it-department');
    const dimensionRule = choice(options, 'dimension-rule', dimensionRules);
    const rounding = choice(options, 'rounding', roundingRules);
    const changes = {
      ...(organisation !== null && { organisation }),
      ...(itDepartment !== null && { itDepartment }),
      ...(dimensionRule !== null && { dimensionRule }),
    };
    if (Object.keys(changes).length > 0 || rounding !== null) {
      withWriter(path, (writer) => {
        const { display } = writer.settings();
        writer.changeSettings({
          ...changes,
          ...(rounding !== null && { display: { ...display, rounding } }),
        });
      });
    }
    return withReader(path, (reader) => {
      const instrument = reader.currentInstrument();
      const current = {
        organisation: reader.settings().organisation,
        itDepartment: reader.settings().itDepartment,
        dimensionRule: instrument.dimensionRule,
        rounding: instrument.display.rounding,
      };
      return {
        json: current,
        text: table([
          ['Organisation', current.organisation ?? '-'],
          ['It-avdelningen kallas', current.itDepartment ?? '-'],
          [
            'En dimension är medelvärdet av',
            current.dimensionRule === 'categories' ? 'sina kategorier' : 'sina mätpunkter',
          ],
          ['Avrundning av halva', current.rounding],
        ]),
      };
    });
  },
};
