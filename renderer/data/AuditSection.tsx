import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useWorkspace } from '../app/window.tsx';
import { useCall } from '../machine/queries.ts';
import { Answer } from '../shared/states.tsx';
import { localDay, localMinute } from '../shared/times.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import { EventTable } from './EventTable.tsx';

/** Goes through the whole workspace, and tells what has left the program. */
export function AuditSection() {
  const t = useTexts();
  const say = useSaid();
  const { workspaceId } = useWorkspace().session;
  const query = useCall('data.audit', { workspaceId });
  return (
    <Answer query={query}>
      {({ sound, checks, faults, releases, minimumGroups }) => (
        <>
          <p className="data-sound" data-sound={sound}>
            {sound ? (
              <IconCheck size={18} stroke={1.6} aria-hidden />
            ) : (
              <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
            )}
            <strong>{sound ? t('data:audit.sound') : t('data:audit.unsound')}</strong>
          </p>
          <ul className="data-sentences">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
          <p className="data-help">{checks.map(({ text, count }) => `${say(text)} ${count}`).join(' · ')}</p>
          <EventTable />
          <section className="data-block">
            <h2 className="section-title">{t('data:audit.releases')}</h2>
            {releases.length === 0 ? (
              <p className="data-help">{t('data:audit.noReleases')}</p>
            ) : (
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('data:audit.at')}</th>
                    <th scope="col">{t('data:audit.what')}</th>
                    <th scope="col">{t('data:year')}</th>
                    <th scope="col" className="number">
                      {t('data:respondents')}
                    </th>
                    <th scope="col">{t('data:audit.reason')}</th>
                  </tr>
                </thead>
                <tbody>
                  {releases.map(({ at, year, name, respondents, reason }, place) => (
                    <tr key={place}>
                      <th scope="row">{localMinute(at)}</th>
                      <td>{name}</td>
                      <td>{year}</td>
                      <td className="number">{respondents}</td>
                      <td>{reason ?? ''}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          {minimumGroups.length > 0 && (
            <section className="data-block">
              <h2 className="section-title">{t('data:audit.minimumGroups')}</h2>
              <ul className="data-sentences">
                {minimumGroups.map(({ at, size, reason }) => (
                  <li key={at}>
                    {t('data:audit.minimumGroup', { at: localDay(at), size })} {reason ?? ''}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Answer>
  );
}
