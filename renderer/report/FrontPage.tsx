import { SegmentedControl, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { OutputOf } from '../../core/api.ts';
import { reportStatuses } from '../../core/report/report.ts';
import type { ReportSettings } from '../../core/report/settings.ts';
import { TextField } from '../shared/fields.tsx';
import { useTexts } from '../texts/texts.ts';
import type { ReportDraft, ReportOf } from './draft.ts';
import { TemplateChoice } from './TemplateChoice.tsx';

const pdfStandards = ['ua-1', 'a-2a'] as const satisfies readonly ReportSettings['pdfStandard'][];
const languages = ['sv', 'en'] as const satisfies readonly ReportSettings['language'][];

/** What the front page says, and what holds for the whole report. */
export function FrontPage({
  of: { workspaceId },
  report: { proposed, template },
  draft: { settings, edit },
}: {
  readonly of: ReportOf;
  readonly report: OutputOf<'report.get'>;
  readonly draft: ReportDraft;
}) {
  const t = useTexts();
  const { front, language, pdfStandard } = settings;
  const set = (changes: Partial<ReportSettings['front']>): void => {
    edit((before) => ({ ...before, front: { ...before.front, ...changes } }));
  };
  const filled = (text: string): string | null => (text === '' ? null : text);
  return (
    <section className="report-editor" aria-labelledby="report-section-heading">
      <h2 className="panel-title" id="report-section-heading">
        {t('report:front.title')}
      </h2>
      <div className="report-front">
        <TextField
          label={t('report:front.name')}
          placeholder={proposed.title}
          value={front.title ?? ''}
          maxLength={300}
          onCommit={(title) => {
            set({ title: filled(title) });
          }}
        />
        <TextField
          label={t('report:front.caseNumber')}
          value={front.caseNumber ?? ''}
          maxLength={300}
          onCommit={(caseNumber) => {
            set({ caseNumber: filled(caseNumber) });
          }}
        />
        <TextInput
          type="date"
          label={t('report:front.date')}
          description={front.date === null ? t('report:front.today') : undefined}
          value={front.date ?? ''}
          onChange={(event) => {
            set({ date: filled(event.currentTarget.value) });
          }}
        />
        <TextField
          label={t('report:front.administrator')}
          placeholder={proposed.administrator ?? ''}
          value={front.administrator ?? ''}
          maxLength={300}
          onCommit={(administrator) => {
            set({ administrator: filled(administrator) });
          }}
        />
        <Choice
          label={t('report:front.status')}
          value={front.status}
          values={reportStatuses}
          name={(status) => t(`report:statuses.${status}`)}
          onChange={(status) => {
            set({ status });
          }}
        />
        <Choice
          label={t('report:front.language')}
          value={language}
          values={languages}
          name={(own) => t(`report:languages.${own}`)}
          onChange={(own) => {
            edit((before) => ({ ...before, language: own }));
          }}
        />
        <Choice
          label={t('report:front.pdf')}
          value={pdfStandard}
          values={pdfStandards}
          name={(standard) => t(`report:standards.${standard}`)}
          onChange={(standard) => {
            edit((before) => ({ ...before, pdfStandard: standard }));
          }}
        />
        <TemplateChoice workspaceId={workspaceId} template={template} />
      </div>
    </section>
  );
}

function Choice<Value extends string>({
  label,
  value,
  values,
  name,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div>
      <p className="report-choice" id={id}>
        {label}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={id}
        value={value}
        data={values.map((own) => ({ value: own, label: name(own) }))}
        onChange={onChange}
      />
    </div>
  );
}
