import type { SettingsValues } from '../../../core/api.ts';
import { defaultAnalysisSettings } from '../../../core/comparison/settings.ts';
import { defaultBands } from '../../../core/employees/bands.ts';
import { defaultInsightLimits } from '../../../core/insights/limits.ts';
import type { Instrument } from '../../../core/instrument/instrument.ts';
import { usualMinimumGroup } from '../../../core/privacy/minimum-group.ts';
import type { WorkspaceReader, WorkspaceWriter } from '../../store/workspace.ts';
import { readLogo } from '../logo.ts';
import type { HandlersOf } from '../registry.ts';

export const settingsHandlers: HandlersOf<'settings.get' | 'settings.set' | 'settings.setLogo'> = {
  'settings.get': ({ workspaceId }, { desk }) => {
    const { reader } = desk.workspace(workspaceId);
    return { values: valuesOf(reader), usual: usualValues(reader), hasLogo: reader.settings().logo !== null };
  },

  'settings.set': ({ workspaceId, changes }, { desk, now }) =>
    desk.write(workspaceId, (writer) => {
      const before = valuesOf(writer);
      writer.together(() => {
        apply(writer, changes, now);
      });
      const named = Object.entries(before).filter(
        ([name]) => Object.hasOwn(changes, name) && changes[name as keyof SettingsValues] !== undefined,
      );
      return {
        values: valuesOf(writer),
        inverse: {
          call: 'settings.set',
          input: { workspaceId, changes: Object.fromEntries(named) },
          label: { sv: 'Ångra inställningen', en: 'Undo the setting' },
        },
      };
    }),

  // Taking a picture back would need the one before, which the window never has: it is chosen again.
  'settings.setLogo': ({ workspaceId, fileId, altText }, { desk }) => {
    const logo = fileId === null ? null : readLogo(desk.files.path(fileId), altText);
    desk.write(workspaceId, (writer) => {
      writer.changeSettings({ logo });
    });
    return { inverse: null };
  },
};

function valuesOf(reader: WorkspaceReader): SettingsValues {
  const { organisation, itDepartment, administrator } = reader.settings();
  const { uncertainty, insightLimits, employeeBands, indexChangeLimit } = reader.analysisChoices();
  const instrument = reader.currentInstrument();
  return {
    organisation,
    itDepartment,
    administrator,
    ...ofInstrument(instrument),
    minimumGroup: { ...reader.minimumGroup() },
    ...uncertainty,
    limits: { ...insightLimits },
    employeeBands: employeeBands.map((band) => ({ ...band })),
    indexChangeLimit,
  };
}

/** What they are where nobody has chosen. */
function usualValues(reader: WorkspaceReader): SettingsValues {
  return {
    organisation: null,
    itDepartment: null,
    administrator: null,
    ...ofInstrument(reader.ownInstrument()),
    minimumGroup: { ...usualMinimumGroup },
    ...defaultAnalysisSettings,
    limits: { ...defaultInsightLimits },
    employeeBands: defaultBands.map((band) => ({ ...band })),
    indexChangeLimit: 1,
  };
}

function ofInstrument({ dimensionRule, display }: Instrument) {
  const { percentDecimals, meanDecimals, rounding } = display;
  return { dimensionRule, percentDecimals, meanDecimals, rounding };
}

type Changes = { readonly [Name in keyof SettingsValues]?: SettingsValues[Name] | undefined };

function apply(writer: WorkspaceWriter, changes: Changes, now: string): void {
  const { organisation, itDepartment, administrator, dimensionRule } = changes;
  const { percentDecimals, meanDecimals, rounding } = changes;
  const display = {
    ...writer.settings().display,
    ...(percentDecimals !== undefined && { percentDecimals }),
    ...(meanDecimals !== undefined && { meanDecimals }),
    ...(rounding !== undefined && { rounding }),
  };
  writer.changeSettings({
    ...(organisation !== undefined && { organisation: emptyAsNull(organisation) }),
    ...(itDepartment !== undefined && { itDepartment: emptyAsNull(itDepartment) }),
    ...(administrator !== undefined && { administrator: emptyAsNull(administrator) }),
    ...(dimensionRule !== undefined && { dimensionRule }),
    display,
  });
  const { level, correction, minimumAnswers, retestReliability } = changes;
  const { limits, employeeBands, indexChangeLimit } = changes;
  const { uncertainty } = writer.analysisChoices();
  writer.changeAnalysisChoices({
    uncertainty: {
      ...uncertainty,
      ...(level !== undefined && { level }),
      ...(correction !== undefined && { correction }),
      ...(correction !== undefined && { correction }),
      ...(minimumAnswers !== undefined && { minimumAnswers }),
      ...(retestReliability !== undefined && { retestReliability }),
    },
    ...(limits !== undefined && { insightLimits: limits }),
    ...(employeeBands !== undefined && { employeeBands }),
    ...(indexChangeLimit !== undefined && { indexChangeLimit }),
  });
  const { minimumGroup } = changes;
  const current = writer.minimumGroup();
  const isOther =
    minimumGroup !== undefined &&
    (minimumGroup.size !== current.size || (minimumGroup.reason ?? null) !== current.reason);
  if (isOther) writer.setMinimumGroup(minimumGroup.size, minimumGroup.reason, now);
}

function emptyAsNull(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
