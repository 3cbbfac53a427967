import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconFilePlus, IconFlask, IconFolderOpen, IconX } from '@tabler/icons-react';
import { useTexts } from '../texts/texts.ts';
import { useApplication } from './application.tsx';
import { useWorkspace } from './window.tsx';

/** The open workspace, and the way to others. */
export function WorkspaceMenu() {
  const t = useTexts();
  const { summary } = useWorkspace();
  const application = useApplication();
  const others = application.recents.filter(
    ({ workspaceId, exists }) => exists && workspaceId !== summary.workspaceId,
  );
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <UnstyledButton
          className="workspace-button"
          aria-label={t('app:workspace.menu', { name: summary.name })}
        >
          <span className="workspace-name">{summary.name}</span>
          <IconChevronDown size={15} stroke={1.6} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className="long-menu">
        <Menu.Label>{summary.fileName}</Menu.Label>
        {others.map(({ workspaceId, name, fileName }) => (
          <Menu.Item
            key={workspaceId}
            onClick={() => {
              application.open(workspaceId);
            }}
          >
            {name} <span className="dimmed">{fileName}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconFilePlus size={16} stroke={1.6} />} onClick={application.startNew}>
          {t('app:workspace.new')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFolderOpen size={16} stroke={1.6} />} onClick={application.openOther}>
          {t('app:workspace.open')}
        </Menu.Item>
        {!summary.isSample && (
          <Menu.Item leftSection={<IconFlask size={16} stroke={1.6} />} onClick={application.openSamples}>
            {t('app:workspace.samples')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconX size={16} stroke={1.6} />} onClick={application.close}>
          {t('app:workspace.close')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
