import { ActionIcon, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowForwardUp, IconFilter, IconSearch } from '@tabler/icons-react';
import { useTakeStep } from '../machine/queries.ts';
import { useTexts } from '../texts/texts.ts';
import { AgainstItems, AgainstMenu } from './AgainstMenu.tsx';
import { useStore } from './store.ts';
import './top-bar.css';
import { UnitsField } from './UnitsField.tsx';
import { ViewItems, ViewsMenu } from './ViewsMenu.tsx';
import { WhoItems, WhoMenu } from './WhoMenu.tsx';
import { useChoice, useWorkspace } from './window.tsx';
import { WorkspaceMenu } from './WorkspaceMenu.tsx';
import { YearChips } from './YearChips.tsx';

/** What is looked at, the same on every screen: workspace, years, units, measure, comparison, who. */
export function TopBar({
  onSearch,
  onSaveView,
}: {
  readonly onSearch: () => void;
  readonly onSaveView: () => void;
}) {
  const t = useTexts();
  const { summary } = useWorkspace();
  const { choice } = useChoice();
  const tooNarrow = `(max-width: ${widthNeeded(summary.name, choice.years.length) - 1}px)`;
  const isNarrow = useMediaQuery(tooNarrow, false, { getInitialValueInEffect: false });
  return (
    <div className="top-bar" role="region" aria-label={t('app:bar.label')}>
      <div className="top-bar-fields">
        <WorkspaceMenu />
        <YearChips />
        <UnitsField />
        <MeasureSwitch />
        {!isNarrow && (
          <>
            <AgainstMenu />
            <WhoMenu />
          </>
        )}
      </div>
      <div className="top-bar-end">
        {isNarrow ? <MoreMenu onSaveView={onSaveView} /> : <ViewsMenu onSave={onSaveView} />}
        <UndoButtons />
        <button type="button" className="search-button" onClick={onSearch} aria-keyshortcuts="Control+K">
          <IconSearch size={16} stroke={1.6} aria-hidden />
          <span className="search-text">{t('app:search.button')}</span>
          <kbd className="search-text" aria-hidden>
            Ctrl K
          </kbd>
        </button>
      </div>
    </div>
  );
}

/** The window's width, in px, at which all of the bar has room: most of it is as wide whatever is chosen. */
function widthNeeded(workspaceName: string, years: number): number {
  return 1202 + Math.min(180, 8.4 * workspaceName.length) + 88 * years;
}

function MeasureSwitch() {
  const t = useTexts();
  const { choice, choose } = useChoice();
  return (
    <div className="field">
      <span className="field-label" id="measure-label">
        {t('app:bar.measure')}
      </span>
      <SegmentedControl
        className="measure-switch"
        aria-labelledby="measure-label"
        value={choice.measure}
        onChange={(measure) => {
          choose({ kind: 'measure', measure }, t('app:undo.measure'));
        }}
        data={[
          { value: 'mean', label: t('app:bar.mean') },
          { value: 'percent', label: t('app:bar.percent') },
        ]}
      />
    </div>
  );
}

/** Where the bar is too narrow for all: what is chosen more seldom, behind one button. */
function MoreMenu({ onSaveView }: { readonly onSaveView: () => void }) {
  const t = useTexts();
  const { choice } = useChoice();
  return (
    <Menu position="bottom-start">
      <Tooltip label={t('app:bar.more')}>
        <Menu.Target>
          <ActionIcon
            aria-label={t('app:bar.more')}
            data-narrowed={choice.who.kind !== 'all'}
            className="bar-more"
          >
            <IconFilter size={17} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
      </Tooltip>
      <Menu.Dropdown className="long-menu">
        <Menu.Label>{t('app:bar.against')}</Menu.Label>
        <AgainstItems />
        <Menu.Divider />
        <Menu.Label>{t('app:bar.who')}</Menu.Label>
        <WhoItems />
        <Menu.Divider />
        <Menu.Label>{t('app:views.label')}</Menu.Label>
        <ViewItems onSave={onSaveView} />
      </Menu.Dropdown>
    </Menu>
  );
}

function UndoButtons() {
  const t = useTexts();
  const takeStep = useTakeStep();
  const steps = useStore(useWorkspace().session.store, (state) => state.steps);
  const undo = steps.done.at(-1);
  const redo = steps.undone.at(-1);
  return (
    <div className="undo-buttons">
      <Tooltip label={undo?.label ?? t('app:undo.nothing')}>
        <ActionIcon
          aria-label={t('app:undo.undo')}
          aria-keyshortcuts="Control+Z"
          disabled={undo === undefined}
          onClick={() => void takeStep('undo')}
        >
          <IconArrowBackUp size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redo?.label ?? t('app:undo.nothingAgain')}>
        <ActionIcon
          aria-label={t('app:undo.redo')}
          aria-keyshortcuts="Control+Y"
          disabled={redo === undefined}
          onClick={() => void takeStep('redo')}
        >
          <IconArrowForwardUp size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
