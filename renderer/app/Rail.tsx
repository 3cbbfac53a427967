import { Tooltip } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTexts } from '../texts/texts.ts';
import { Logo } from './Logo.tsx';
import type { Screen, ScreenGroup } from './screens.ts';
import { screens } from './screens.ts';
import { usePlace, useWorkspace } from './window.tsx';
import './rail.css';

const groups: readonly ScreenGroup[] = ['explore', 'conclude', 'ground'];

/** The rail of screens at the left. Its texts are hidden from the eye, never from a screen reader, where it is narrow. */
export function Rail() {
  const t = useTexts();
  return (
    <nav className="rail" aria-label={t('app:rail.label')}>
      <p className="rail-brand">
        <Logo />
        <span className="rail-text">{t('app:name')}</span>
      </p>
      {groups.map((group) => (
        <RailGroup key={group} group={group} heading={t(`app:rail.groups.${group}`)} />
      ))}
      <div className="rail-foot">
        <RailGroup group="program" heading={null} />
        <p className="rail-promise">
          <IconLock size={14} stroke={1.6} aria-hidden />
          <span className="rail-text">{t('app:rail.promise')}</span>
        </p>
      </div>
    </nav>
  );
}

function RailGroup({ group, heading }: { readonly group: ScreenGroup; readonly heading: string | null }) {
  return (
    <div className="rail-group">
      {heading !== null && <p className="rail-heading">{heading}</p>}
      <ul>
        {screens
          .filter((screen) => screen.group === group)
          .map((screen) => (
            <RailItem key={screen.id} screen={screen} />
          ))}
      </ul>
    </div>
  );
}

function RailItem({ screen }: { readonly screen: Screen }) {
  const t = useTexts();
  const { place, go } = usePlace();
  const { counts } = useWorkspace().summary;
  const name = t(`app:screens.${screen.id}`);
  const count = screen.id === 'priorities' ? counts.priorities : 0;
  return (
    <li>
      <Tooltip label={name} position="right" classNames={{ tooltip: 'rail-tooltip' }}>
        <button
          type="button"
          className="rail-item"
          aria-current={place.screen === screen.id ? 'page' : undefined}
          onClick={() => {
            go(screen.id);
          }}
        >
          <screen.icon size={18} stroke={1.6} aria-hidden />
          <span className="rail-text">{name}</span>
          {count > 0 && <span className="rail-count rail-text">{count}</span>}
        </button>
      </Tooltip>
    </li>
  );
}
