import type { SettingsValues } from '../../core/api.ts';

/** What every section of the workspace's settings is given. */
export interface SettingsProps {
  readonly values: SettingsValues;
  /** What they are where nobody has chosen. */
  readonly usual: SettingsValues;
  /** Changes what is named and leaves the rest. */
  readonly set: (changes: Partial<SettingsValues>) => void;
}
