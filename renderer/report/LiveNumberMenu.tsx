import { Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { fold } from '../../core/text.ts';
import { useTexts } from '../texts/texts.ts';

type LiveNumber = OutputOf<'report.get'>['liveNumbers'][number];

/** So many are listed at a time: one writes more of the name to find others. */
const mostListed = 60;

/** Chooses a number that follows the data, to be put into own text. */
export function LiveNumberMenu({
  numbers,
  onChoose,
}: {
  readonly numbers: readonly LiveNumber[];
  readonly onChoose: (number: LiveNumber) => void;
}) {
  const t = useTexts();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.focusSearchInput();
    },
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
    },
  });
  const words = fold(search).split(' ');
  const found = numbers.filter(({ label }) => {
    const folded = fold(label);
    return words.every((word) => folded.includes(word));
  });
  return (
    <Combobox
      store={combobox}
      width={340}
      position="bottom-end"
      withinPortal={false}
      floatingStrategy="fixed"
      onOptionSubmit={(live) => {
        const number = numbers.find((candidate) => candidate.live === live);
        combobox.closeDropdown();
        if (number !== undefined) onChoose(number);
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <button
          type="button"
          className="link"
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => {
            combobox.toggleDropdown();
          }}
        >
          {t('report:insertNumber')}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          aria-label={t('report:searchNumber')}
          placeholder={t('report:searchNumber')}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.selectFirstOption();
          }}
        />
        <Combobox.Options mah={280} className="report-numbers" aria-label={t('report:insertNumber')}>
          {found.slice(0, mostListed).map(({ live, label, text }) => (
            <Combobox.Option key={live} value={live}>
              <span>{label}</span>
              <strong>{text}</strong>
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('report:noNumber')}</Combobox.Empty>}
        </Combobox.Options>
        {found.length > mostListed && (
          <Combobox.Footer>{t('report:moreNumbers', { count: found.length - mostListed })}</Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}
