import { Button } from '@mantine/core';
import { useWorkspace } from '../app/window.tsx';
import { useCall } from '../machine/queries.ts';
import { ReleaseDialog } from '../shared/ReleaseDialog.tsx';
import { useSave } from '../shared/save.ts';
import { Answer } from '../shared/states.tsx';
import { localMinute } from '../shared/times.ts';
import { useSaid, useTexts } from '../texts/texts.ts';

/** Who did what and when, the newest first; saved to a file it is without the names of persons. */
export function EventTable() {
  const t = useTexts();
  const say = useSaid();
  const { session, summary } = useWorkspace();
  const { workspaceId } = session;
  const query = useCall('safety.events', { workspaceId });
  const save = useSave();
  return (
    <section className="data-block">
      <h2 className="section-title">{t('data:audit.events')}</h2>
      <Answer query={query} height={120}>
        {({ events }) =>
          events.length === 0 ? (
            <p className="data-help">{t('data:audit.noEvents')}</p>
          ) : (
            <>
              <table className="plain-table">
                <thead>
                  <tr>
                    <th scope="col">{t('data:audit.at')}</th>
                    <th scope="col">{t('data:audit.who')}</th>
                    <th scope="col">{t('data:audit.what')}</th>
                  </tr>
                </thead>
                <tbody>
                  {events.slice(0, eventsShown).map(({ id, at, person, text }) => (
                    <tr key={id}>
                      <th scope="row">{localMinute(at)}</th>
                      <td>{person}</td>
                      <td>{say(text)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <Button
                mt="md"
                variant="default"
                loading={save.isSaving}
                onClick={() => {
                  save.start({
                    suggestedName: `${t('data:audit.eventsName', { name: summary.name })}.csv`,
                    kind: 'csv',
                    write: (machine, { targetId }) =>
                      machine.call('safety.exportEvents', { workspaceId, targetId }),
                  });
                }}
              >
                {t('data:audit.saveEvents')}
              </Button>
              <ReleaseDialog save={save} />
            </>
          )
        }
      </Answer>
    </section>
  );
}

/** More than anybody reads on a screen; the file has them all. */
const eventsShown = 200;
