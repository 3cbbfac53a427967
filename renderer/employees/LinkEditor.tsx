import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { Employees, InputOf } from '../../core/api.ts';
import { useWorkspace } from '../app/window.tsx';
import { useChange } from '../machine/queries.ts';
import { useSaid, useTexts } from '../texts/texts.ts';

type Decision = InputOf<'employees.decideLink'>['decisions'][number];

/** What belongs together in the two surveys: proposals to confirm or reject, and links of one's own. */
export function LinkEditor({
  survey,
  isOpen,
  onClose,
}: {
  readonly survey: Employees;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { workspaceId } = useWorkspace().session;
  const change = useChange('employees.decideLink');
  const decide = (...decisions: Decision[]): void => {
    if (decisions.length > 0) change.mutate({ workspaceId, decisions });
  };
  const { items, units } = survey.links;
  const itemLink = ({ employeeItem, item }: (typeof items)[number]): Decision['link'] => ({
    kind: 'item',
    employeeItem,
    item,
  });
  const unitLink = ({ employeeUnit, unit }: (typeof units)[number]): Decision['link'] => ({
    kind: 'unit',
    employeeUnit,
    unit,
  });
  const proposed = [
    ...units.filter(({ state }) => state === 'proposed').map(unitLink),
    ...items.filter(({ state, known }) => state === 'proposed' && known).map(itemLink),
  ];
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      size="xl"
      title={t('employees:edit')}
      closeButtonProps={{ 'aria-label': t('shared:close') }}
    >
      {proposed.length > 0 && (
        <Button
          mb="md"
          onClick={() => {
            decide(...proposed.map((link): Decision => ({ link, state: 'confirmed' })));
          }}
        >
          {t('employees:confirmKnown', { count: proposed.length })}
        </Button>
      )}
      <h3 className="section-title">{t('employees:unitLinks')}</h3>
      <table className="plain-table">
        <tbody>
          {units.map((link) => (
            <LinkRow
              key={`${link.employeeUnit}|${link.unit ?? 'whole'}`}
              from={link.employeeUnit}
              to={link.unitName}
              link={link}
              onDecide={(state) => {
                decide({ link: unitLink(link), state });
              }}
            />
          ))}
        </tbody>
      </table>
      <h3 className="section-title employees-next">{t('employees:itemLinks')}</h3>
      <table className="plain-table">
        <tbody>
          {items.map((link) => (
            <LinkRow
              key={`${link.employeeItem}|${link.item}`}
              from={link.employeeItem}
              to={say(link.itemName)}
              link={link}
              onDecide={(state) => {
                decide({ link: itemLink(link), state });
              }}
            />
          ))}
        </tbody>
      </table>
      <NewLink survey={survey} onAdd={decide} />
    </Modal>
  );
}

function LinkRow({
  from,
  to,
  link,
  onDecide,
}: {
  readonly from: string;
  readonly to: string;
  readonly link: { readonly state: 'proposed' | 'confirmed' | 'rejected'; readonly reason: string | null };
  readonly onDecide: (state: Decision['state']) => void;
}) {
  const t = useTexts();
  return (
    <tr>
      <th scope="row">
        {from} → {to}
        {link.reason !== null && <span className="employees-item">{link.reason}</span>}
      </th>
      <td>{t(`employees:states.${link.state}`)}</td>
      <td className="employees-decisions">
        {link.state !== 'confirmed' && (
          <button
            type="button"
            className="link"
            aria-label={t('employees:confirmOf', { from, to })}
            onClick={() => {
              onDecide('confirmed');
            }}
          >
            {t('employees:confirm')}
          </button>
        )}
        {link.state !== 'rejected' && (
          <button
            type="button"
            className="link"
            aria-label={t('employees:rejectOf', { from, to })}
            onClick={() => {
              onDecide('rejected');
            }}
          >
            {t('employees:reject')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** A link that nobody proposed. */
function NewLink({
  survey,
  onAdd,
}: {
  readonly survey: Employees;
  readonly onAdd: (decision: Decision) => void;
}) {
  const t = useTexts();
  const say = useSaid();
  const { dimensions } = useWorkspace().summary.instrument;
  const known = dimensions.flatMap(({ categories }) => categories.flatMap(({ items }) => items));
  const [question, setQuestion] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const item = known.find((candidate) => candidate.code === code);
  return (
    <div className="employees-new">
      <Select
        label={t('employees:question')}
        data={[...survey.links.employeeItems]}
        value={question}
        onChange={setQuestion}
        searchable
      />
      <Select
        label={t('employees:item')}
        data={known.map((candidate) => ({ value: candidate.code, label: say(candidate.name) }))}
        value={code}
        onChange={setCode}
        searchable
      />
      <Button
        variant="default"
        disabled={question === null || item === undefined}
        onClick={() => {
          if (question === null || item === undefined) return;
          onAdd({ link: { kind: 'item', employeeItem: question, item: item.code }, state: 'confirmed' });
          setQuestion(null);
          setCode(null);
        }}
      >
        {t('employees:add')}
      </Button>
    </div>
  );
}
