import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMachine } from '../machine/machine.tsx';
import { Answer } from '../shared/states.tsx';
import { useTexts } from '../texts/texts.ts';
import { useApplication } from './application.tsx';
import { Logo } from './Logo.tsx';
import './welcome.css';

/** Where no workspace is open: the ways to one. */
export function Welcome() {
  const t = useTexts();
  const machine = useMachine();
  const application = useApplication();
  const list = useQuery({
    queryKey: ['workspace.list', {}],
    queryFn: () => machine.call('workspace.list', {}),
  });
  return (
    <main className="alone">
      <div className="welcome">
        <h1 className="welcome-title">
          <Logo size={28} />
          {t('app:name')}
        </h1>
        <p className="lead">{t('app:welcome.lead')}</p>
        <div className="welcome-actions">
          <Button onClick={application.startNew}>{t('app:workspace.new')}</Button>
          {application.shell.shell === 'electron' && (
            <Button variant="default" onClick={application.openOther}>
              {t('app:workspace.open')}
            </Button>
          )}
          <Button variant="default" onClick={application.openSamples}>
            {t('app:workspace.samples')}
          </Button>
        </div>
        <Answer query={list} height={120}>
          {({ workspaces }) =>
            workspaces.length === 0 ? null : (
              <section>
                <h2 className="section-title">{t('app:welcome.recent')}</h2>
                <ul className="workspace-list">
                  {workspaces.map((each) => (
                    <li key={each.workspaceId}>
                      <button
                        type="button"
                        disabled={!each.exists}
                        onClick={() => {
                          application.open(each.workspaceId);
                        }}
                      >
                        <strong>{each.name}</strong>
                        <span>
                          {each.fileName} · {each.exists ? each.folder : t('app:welcome.gone')}
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )
          }
        </Answer>
        <p className="welcome-promise">
          {t('app:rail.promise')} · {t('app:welcome.version', { version: application.version })}
        </p>
      </div>
    </main>
  );
}
