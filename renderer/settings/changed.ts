import type { SettingsValues } from '../../core/api.ts';

/** What names the organisation is not a choice against something usual. */
const names: readonly string[] = ['organisation', 'itDepartment', 'administrator'];

/** How many settings differ from the usual; each limit counts by itself. */
export function changedCount(values: SettingsValues, usual: SettingsValues): number {
  const flat = ({ limits, ...others }: SettingsValues): [string, unknown][] => [
    ...Object.entries(others).filter(([name]) => !names.includes(name)),
    ...Object.entries(limits),
  ];
  const before = new Map(flat(usual));
  return flat(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)))
    .length;
}
