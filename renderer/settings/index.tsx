import type { ReactNode } from 'react';
import { usePlace, useWorkspace } from '../app/window.tsx';
import { useCall, useChange } from '../machine/queries.ts';
import { ScreenHead } from '../shared/ScreenHead.tsx';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { BackupSettings } from './BackupSettings.tsx';
import { CalculationSettings } from './CalculationSettings.tsx';
import { changedCount } from './changed.ts';
import { EmployeeSettings } from './EmployeeSettings.tsx';
import { LimitSettings } from './LimitSettings.tsx';
import { MinimumGroupSettings } from './MinimumGroupSettings.tsx';
import { OrganisationSettings } from './OrganisationSettings.tsx';
import { ProgramSettings } from './ProgramSettings.tsx';
import type { SettingsProps } from './props.ts';
import { ProtectionSettings } from './ProtectionSettings.tsx';
import { RoundingSettings } from './RoundingSettings.tsx';
import './settings.css';

/** What of the settings is shown, in the order of the list at the left. */
const sections = [
  'program',
  'protection',
  'backups',
  'organisation',
  'minimumGroup',
  'limits',
  'calculation',
  'rounding',
  'employees',
] as const;
type Section = (typeof sections)[number];

/** How the program behaves and how results are made. Everything of the workspace can be undone. */
export default function SettingsScreen() {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const { place, refine } = usePlace();
  const query = useCall('settings.get', { workspaceId });
  const change = useChange('settings.set');
  const asked = place.params['section'];
  const section = sections.find((candidate) => candidate === asked) ?? 'program';
  return (
    <Answer query={query}>
      {({ values, usual, hasLogo }) => {
        const props: SettingsProps = {
          values,
          usual,
          set: (changes) => {
            change.mutate({ workspaceId, changes });
          },
        };
        const changed = changedCount(values, usual);
        const shown: Record<Section, ReactNode> = {
          program: <ProgramSettings />,
          protection: <ProtectionSettings />,
          backups: <BackupSettings />,
          organisation: <OrganisationSettings {...props} hasLogo={hasLogo} />,
          minimumGroup: <MinimumGroupSettings {...props} />,
          limits: <LimitSettings {...props} />,
          calculation: <CalculationSettings {...props} />,
          rounding: <RoundingSettings {...props} />,
          employees: <EmployeeSettings {...props} />,
        };
        return (
          <>
            <ScreenHead
              title={t('app:screens.settings')}
              lead={
                <p className="lead">
                  {changed === 0 ? t('settings:leadUsual') : t('settings:leadChanged', { count: changed })}
                </p>
              }
            />
            <div className="settings">
              <nav aria-label={t('settings:sections')}>
                <ul className="settings-sections">
                  {sections.map((each) => (
                    <li key={each}>
                      <button
                        type="button"
                        aria-current={each === section ? 'true' : undefined}
                        onClick={() => {
                          refine({ section: each });
                        }}
                      >
                        {t(`settings:${each}.title`)}
                      </button>
                    </li>
                  ))}
                </ul>
              </nav>
              <section className="settings-section" aria-labelledby="settings-title">
                <h2 className="panel-title" id="settings-title">
                  {t(`settings:${section}.title`)}
                </h2>
                <p className="setting-help">{t(`settings:${section}.about`)}</p>
                {shown[section]}
              </section>
            </div>
          </>
        );
      }}
    </Answer>
  );
}
