import { Button, NumberInput, Radio } from '@mantine/core';
import { useState } from 'react';
import type { ImportOrder, ImportPreview } from '../../core/api.ts';
import { useTexts } from '../texts/texts.ts';
import { AnswerEffect } from './AnswerEffect.tsx';

type Question = ImportPreview['questions'][number];

/** One question: what it is about, what each answer does, and one button. Give it the question's id as key. */
export function QuestionPanel({
  question,
  number,
  of,
  preview,
  orders,
  onAnswer,
}: {
  readonly question: Question;
  readonly number: number;
  readonly of: number;
  readonly preview: ImportPreview;
  /** All files of the import, for what an answer does to the result. */
  readonly orders: readonly ImportOrder[];
  readonly onAnswer: (answer: string) => void;
}) {
  const t = useTexts();
  const [answer, setAnswer] = useState(question.answer ?? question.proposed);
  const header = preview.columns.find(({ letters }) => letters === question.column)?.header ?? '';
  const isYear = question.id === 'year';
  const label = question.options.find(({ value }) => value === answer)?.label ?? answer ?? '';
  return (
    <section className="import-question" aria-labelledby="import-question-heading">
      <p className="import-number">{t('import:question.number', { number, of })}</p>
      <h2 id="import-question-heading" className="panel-title">
        {t(`import:question.titles.${question.code}`, { column: question.column ?? '' })}
      </h2>
      {header !== '' && <blockquote>{header}</blockquote>}
      <p className="import-note">{question.message}</p>
      {isYear && question.options.length === 0 ? (
        <NumberInput
          label={t('import:question.year')}
          min={1990}
          max={2100}
          hideControls
          value={answer === null ? '' : Number(answer)}
          onChange={(value) => {
            setAnswer(typeof value === 'number' ? String(value) : null);
          }}
        />
      ) : (
        <Radio.Group value={answer ?? ''} onChange={setAnswer} aria-label={question.message}>
          {question.options.map((option) => (
            <Radio
              key={option.value}
              value={option.value}
              label={option.label}
              description={option.value === question.proposed ? t('import:question.proposed') : undefined}
            />
          ))}
        </Radio.Group>
      )}
      {question.code === 'negative-statement' && (
        <AnswerEffect question={question} preview={preview} orders={orders} />
      )}
      <Button
        disabled={answer === null || (isYear && !/^(?:19|20)\d\d$/.test(answer))}
        variant="default"
        fullWidth
        onClick={() => {
          if (answer !== null) onAnswer(answer);
        }}
      >
        <span className="import-confirm">{t('import:question.confirm', { answer: label })}</span>
      </Button>
    </section>
  );
}
