import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../texts/texts.ts';
import { mostYears } from './choice.ts';
import { useChoice, useWorkspace } from './window.tsx';

/** The chosen years, newest first. Each carries the colour that it has in every figure: they are the key. */
export function YearChips() {
  const t = useTexts();
  const { summary } = useWorkspace();
  const { choice, choose } = useChoice();
  const others = summary.years.map(({ year }) => year).filter((year) => !choice.years.includes(year));
  const isFull = choice.years.length >= mostYears;
  return (
    <div className="field" role="group" aria-labelledby="years-label">
      <span className="field-label" id="years-label">
        {t('app:bar.years')}
      </span>
      {choice.years.map((year, at) => (
        <span className="year-chip" key={year}>
          <span
            className="swatch"
            style={{ background: `var(--year-${at + 1})`, borderColor: `var(--year-${at + 1}-outline)` }}
            aria-hidden
          />
          {year}
          {choice.years.length > 1 && (
            <button
              type="button"
              className="year-remove"
              aria-label={t('app:bar.removeYear', { year })}
              onClick={() => {
                choose({ kind: 'remove-year', year }, t('app:undo.year', { year }));
              }}
            >
              <IconX size={13} stroke={1.6} aria-hidden />
            </button>
          )}
        </span>
      ))}
      {others.length > 0 && !isFull && (
        <Menu position="bottom-start">
          <Tooltip label={t('app:bar.addYear')}>
            <Menu.Target>
              <ActionIcon aria-label={t('app:bar.addYear')}>
                <IconPlus size={17} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
          </Tooltip>
          <Menu.Dropdown>
            {others.map((year) => (
              <Menu.Item
                key={year}
                onClick={() => {
                  choose({ kind: 'add-year', year }, t('app:undo.year', { year }));
                }}
              >
                {year}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
