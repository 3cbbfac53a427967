import { useCall } from '../machine/queries.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import { useWorkspace } from './window.tsx';

/** What must be known of the workspace's file, such as who else has it open. */
export function SafetyNotices() {
  const t = useTexts();
  const say = useSaid();
  const { workspaceId } = useWorkspace().session;
  const notices = useCall('safety.state', { workspaceId }).data?.notices ?? [];
  if (notices.length === 0) return null;
  return (
    <aside className="sample-banner" aria-label={t('app:safety.label')}>
      {notices.map((notice) => (
        <span key={notice.sv}>{say(notice)}</span>
      ))}
    </aside>
  );
}
