import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useId } from 'react';

/** A labelled button of the top bar that opens a menu of what to choose. */
export function BarMenu({
  label,
  text,
  isNarrowed = false,
  children,
}: {
  /** Absent where the button says it itself. */
  readonly label?: string;
  /** What is chosen now. */
  readonly text: string;
  /** True where the choice leaves something out that one should be reminded of. */
  readonly isNarrowed?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      {label !== undefined && (
        <span className="field-label" id={id}>
          {label}
        </span>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            className="bar-button"
            data-narrowed={isNarrowed}
            rightSection={<IconChevronDown size={15} stroke={1.6} />}
            aria-describedby={label === undefined ? undefined : id}
          >
            {text}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="long-menu">{children}</Menu.Dropdown>
      </Menu>
    </div>
  );
}
