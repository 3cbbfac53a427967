import { Button, Menu, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useCall, useChange } from '../machine/queries.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { useTexts } from '../texts/texts.ts';
import { BarMenu } from './BarMenu.tsx';
import { useChoice, usePlace, useWorkspace } from './window.tsx';

/** The named views: what is looked at, and where, to come back to. */
export function ViewsMenu({ onSave }: { readonly onSave: () => void }) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const { choice } = useChoice();
  const views = useCall('app.listViews', { workspaceId }).data?.views ?? [];
  const now = views.find((view) => JSON.stringify(view.choice) === JSON.stringify(choice));
  return (
    <BarMenu text={now?.name ?? t('app:views.label')}>
      <ViewItems onSave={onSave} />
    </BarMenu>
  );
}

export function ViewItems({ onSave }: { readonly onSave: () => void }) {
  const t = useTexts();
  const { session } = useWorkspace();
  const { workspaceId } = session;
  const { choose } = useChoice();
  const { go } = usePlace();
  const views = useCall('app.listViews', { workspaceId }).data?.views ?? [];
  const remove = useChange('app.removeView');
  return (
    <>
      {views.map((view) => (
        <Menu.Item
          key={view.id}
          onClick={() => {
            choose({ kind: 'replace', choice: view.choice }, t('app:undo.view', { name: view.name }));
            if (view.place !== null) go(view.place.screen, textParams(view.place.params));
          }}
        >
          {view.name}
        </Menu.Item>
      ))}
      {views.length > 0 && (
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item leftSection={<IconTrash size={16} stroke={1.6} />}>
              {t('app:views.remove')}
            </Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {views.map((view) => (
              <Menu.Item
                key={view.id}
                onClick={() => {
                  remove.mutate({ workspaceId, id: view.id });
                }}
              >
                {view.name}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      )}
      <Menu.Item leftSection={<IconPlus size={16} stroke={1.6} />} onClick={onSave}>
        {t('app:views.save')}
      </Menu.Item>
    </>
  );
}

/** Asks what the view is to be called, and keeps it. */
export function SaveViewDialog({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const t = useTexts();
  const { workspaceId } = useWorkspace().session;
  const { choice } = useChoice();
  const { place } = usePlace();
  const [name, setName] = useState('');
  const save = useChange('app.saveView');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('app:views.saveTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            { workspaceId, name, choice, place: { screen: place.screen, params: { ...place.params } } },
            {
              onSuccess: () => {
                setName('');
                onClose();
              },
            },
          );
        }}
      >
        <TextInput
          label={t('app:views.name')}
          description={t('app:views.nameHelp')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          data-autofocus
          required
          maxLength={100}
        />
        <div className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            {t('shared:cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            {t('app:views.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** The params of a kept place as the window uses them. */
export function textParams(params: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
