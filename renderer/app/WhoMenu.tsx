import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import type { Who } from '../../core/api.ts';
import { useSaid, useTexts } from '../texts/texts.ts';
import { BarMenu } from './BarMenu.tsx';
import { useChoice, useWorkspace } from './window.tsx';

interface Option {
  readonly who: Who;
  readonly name: string;
}

/** Whose answers can be looked at apart, group by group; "all" aside. */
function useOptions(): { readonly heading: string; readonly options: readonly Option[] }[] {
  const t = useTexts();
  const say = useSaid();
  const { gate, roles, without } = useWorkspace().summary.cuts;
  const groups = [
    {
      heading: t('app:who.gate'),
      options: gate.map(({ answer, name }): Option => ({ who: { kind: 'gate', answer }, name: say(name) })),
    },
    {
      heading: t('app:who.roles'),
      options: roles.map(({ role, name }): Option => ({ who: { kind: 'role', role }, name: say(name) })),
    },
    {
      heading: t('app:who.without'),
      options: without.map(({ unit, name }): Option => ({ who: { kind: 'without', unit }, name: say(name) })),
    },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** Whose answers are looked at: all, those involved in decisions, a role, or all without a unit. */
export function WhoMenu() {
  const t = useTexts();
  const groups = useOptions();
  const { choice } = useChoice();
  if (groups.length === 0) return null;
  const now = groups.flatMap(({ options }) => options).find(({ who }) => keyOf(who) === keyOf(choice.who));
  return (
    <BarMenu
      label={t('app:bar.who')}
      text={now?.name ?? t('app:who.all')}
      isNarrowed={choice.who.kind !== 'all'}
    >
      <WhoItems />
    </BarMenu>
  );
}

export function WhoItems() {
  const t = useTexts();
  const groups = useOptions();
  const { choice, choose } = useChoice();
  const all: Option = { who: { kind: 'all' }, name: t('app:who.all') };
  const item = ({ who, name }: Option) => (
    <Menu.RadioItem key={keyOf(who)} value={keyOf(who)}>
      {name}
    </Menu.RadioItem>
  );
  return (
    <Menu.RadioGroup
      value={keyOf(choice.who)}
      onChange={(key) => {
        const options = [all, ...groups.flatMap(({ options: own }) => own)];
        const picked = options.find(({ who }) => keyOf(who) === key);
        if (picked !== undefined) choose({ kind: 'who', who: picked.who }, t('app:undo.who'));
      }}
    >
      {item(all)}
      {groups.map(({ heading, options }) => (
        <Fragment key={heading}>
          <Menu.Label>{heading}</Menu.Label>
          {options.map(item)}
        </Fragment>
      ))}
    </Menu.RadioGroup>
  );
}

function keyOf(who: Who): string {
  switch (who.kind) {
    case 'all':
      return who.kind;
    case 'gate':
      return `gate ${who.answer}`;
    case 'role':
      return `role ${who.role}`;
    case 'without':
      return `without ${who.unit}`;
  }
}
