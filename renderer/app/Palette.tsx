import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTakeStep } from '../machine/queries.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import { useApplication } from './application.tsx';
import type { Findable } from './found.ts';
import { found } from './found.ts';
import './palette.css';
import { screens } from './screens.ts';
import { useChoice, usePlace, useWorkspace } from './window.tsx';

/** Finds any screen, unit, category, item or command by a few letters (Ctrl+K). */
export function Palette({
  opened,
  onClose,
  onSaveView,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSaveView: () => void;
}) {
  const t = useTexts();
  return (
    <Modal.Root opened={opened} onClose={onClose} size={560} padding={0} yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('app:search.label')}>
        <Modal.Body>
          <Search close={onClose} onSaveView={onSaveView} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Search({ close, onSaveView }: { readonly close: () => void; readonly onSaveView: () => void }) {
  const t = useTexts();
  const all = useFindables(onSaveView);
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const hits = found(all, search);
  const chosen = hits[Math.min(at, hits.length - 1)];
  const run = (thing: Findable | undefined) => {
    if (thing === undefined) return;
    close();
    thing.run();
  };
  return (
    <>
      <div className="palette-field">
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={id}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.key}`}
          aria-label={t('app:search.label')}
          placeholder={t('app:search.placeholder')}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
            else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
            else if (event.key === 'Enter') run(chosen);
            else return;
            event.preventDefault();
          }}
        />
      </div>
      <ul className="palette-list" role="listbox" id={id} aria-label={t('app:search.hits')}>
        {hits.map((thing) => (
          <li
            key={thing.key}
            id={`${id}-${thing.key}`}
            role="option"
            aria-selected={thing === chosen}
            onClick={() => {
              run(thing);
            }}
          >
            <span>{thing.name}</span>
            <span className="palette-kind">{thing.kind}</span>
          </li>
        ))}
      </ul>
      {hits.length === 0 && <p className="palette-none">{t('app:search.none', { search })}</p>}
    </>
  );
}

/** All that can be found in the open workspace. */
function useFindables(onSaveView: () => void): Findable[] {
  const t = useTexts();
  const say = useSaid();
  const { summary } = useWorkspace();
  const { go } = usePlace();
  const { choose } = useChoice();
  const takeStep = useTakeStep();
  const application = useApplication();
  const command = (key: string, name: string, run: () => void): Findable => ({
    key,
    name,
    kind: t('app:search.kinds.command'),
    words: '',
    run,
  });
  return [
    ...screens.map(({ id }) => ({
      key: `screen-${id}`,
      name: t(`app:screens.${id}`),
      kind: t('app:search.kinds.screen'),
      words: '',
      run: () => {
        go(id);
      },
    })),
    ...summary.instrument.dimensions.flatMap(({ categories }) =>
      categories.flatMap((category) => [
        {
          key: `category-${category.code}`,
          name: say(category.name),
          kind: t('app:search.kinds.category'),
          words: '',
          run: () => {
            go('categories', { category: category.code });
          },
        },
        ...category.items.map((item) => ({
          key: `item-${item.code}`,
          name: say(item.name),
          kind: t('app:search.kinds.item'),
          words: item.definition,
          run: () => {
            go('categories', { item: item.code });
          },
        })),
      ]),
    ),
    ...summary.units.map(({ unit, name }) => ({
      key: `unit-${unit}`,
      name,
      kind: t('app:search.kinds.unit'),
      words: '',
      run: () => {
        go('quadrant', { unit: String(unit) });
      },
    })),
    command('mean', t('app:commands.mean'), () => {
      choose({ kind: 'measure', measure: 'mean' }, t('app:undo.measure'));
    }),
    command('percent', t('app:commands.percent'), () => {
      choose({ kind: 'measure', measure: 'percent' }, t('app:undo.measure'));
    }),
    command('save-view', t('app:views.save'), onSaveView),
    command('undo', t('app:undo.undo'), () => void takeStep('undo')),
    command('redo', t('app:undo.redo'), () => void takeStep('redo')),
    command('new', t('app:workspace.new'), application.startNew),
    command('open', t('app:workspace.open'), application.openOther),
    command('dark', t('app:commands.dark'), () => {
      application.setPreferences({ theme: 'dark' });
    }),
    command('light', t('app:commands.light'), () => {
      application.setPreferences({ theme: 'light' });
    }),
    command('language', t('app:commands.language'), () => {
      application.setPreferences({ language: application.preferences.language === 'sv' ? 'en' : 'sv' });
    }),
  ];
}
