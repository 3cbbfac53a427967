import { Menu } from '@mantine/core';
import { listed } from '../../core/text.ts';
import { useTexts } from '../texts/texts.ts';
import { BarMenu } from './BarMenu.tsx';
import { useChoice, useWorkspace } from './window.tsx';

const kinds = ['nation', 'target', 'pool'] as const;

/** What the workspace has to set results against. */
function usePresent() {
  const { against } = useWorkspace().summary;
  return kinds.filter((kind) => against[kind].length > 0);
}

/** What results are set against, of what the workspace has. */
export function AgainstMenu() {
  const t = useTexts();
  const present = usePresent();
  const { choice } = useChoice();
  if (present.length === 0) return null;
  const text = listed(present.filter((kind) => choice.against[kind]).map((kind) => t(`app:against.${kind}`)));
  return (
    <BarMenu label={t('app:bar.against')} text={text === '' ? t('app:against.nothing') : capitalised(text)}>
      <AgainstItems />
    </BarMenu>
  );
}

export function AgainstItems() {
  const t = useTexts();
  const present = usePresent();
  const { choice, choose } = useChoice();
  return present.map((kind) => (
    <Menu.CheckboxItem
      key={kind}
      closeMenuOnClick={false}
      checked={choice.against[kind]}
      onChange={(checked) => {
        choose({ kind: 'against', against: { ...choice.against, [kind]: checked } }, t('app:undo.against'));
      }}
    >
      {t(`app:againstLong.${kind}`)}
    </Menu.CheckboxItem>
  ));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
