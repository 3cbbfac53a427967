import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import type { ImportPreview } from '../../core/api.ts';
import { useTexts } from '../texts/texts.ts';
import type { ImportAction } from './state.ts';

type Change = Extract<ImportAction, { kind: 'change' }>['change'];

const kinds = ['answers', 'aggregated', 'responseRates', 'employeeSurvey'] as const;

/** What a file is read as, each changeable: its kind and its year. */
export function ReadAs({
  preview,
  onChange,
}: {
  readonly preview: ImportPreview;
  readonly onChange: (change: Change) => void;
}) {
  const t = useTexts();
  return (
    <div className="import-read-as">
      <span aria-hidden>{t('import:readAs.kind')}</span>
      <Select
        aria-label={t('import:readAs.kind')}
        w={190}
        data={kinds.map((kind) => ({ value: kind, label: t(`import:kinds.${kind}`) }))}
        value={preview.kind === 'other' ? null : preview.kind}
        placeholder={t('import:kinds.other')}
        allowDeselect={false}
        onChange={(value) => {
          const as = kinds.find((kind) => kind === value);
          if (as !== undefined) onChange({ kind: 'meaning', as });
        }}
      />
      <span aria-hidden>{t('import:readAs.year')}</span>
      <NumberInput
        aria-label={t('import:readAs.year')}
        min={1990}
        max={2100}
        hideControls
        w={76}
        key={preview.year}
        defaultValue={preview.year ?? ''}
        onBlur={(event) => {
          const year = Number(event.currentTarget.value);
          if (year >= 1990 && year <= 2100 && year !== preview.year) onChange({ kind: 'year', year });
        }}
      />
    </div>
  );
}

/** A profile that fits the file, and whether this file's meaning is kept as one. */
export function ProfileChoice({
  preview,
  name,
  onName,
  onChange,
}: {
  readonly preview: ImportPreview;
  /** Null where nothing is to be kept. */
  readonly name: string | null;
  readonly onName: (name: string | null) => void;
  readonly onChange: (change: Change) => void;
}) {
  const t = useTexts();
  const { profile } = preview;
  return (
    <section className="import-profile" aria-labelledby="import-profile-heading">
      <h2 id="import-profile-heading" className="section-title">
        {t('import:profile.heading')}
      </h2>
      {profile !== null && (
        <p>
          {profile.used
            ? t('import:profile.fits', { name: profile.name })
            : t('import:profile.notUsed', { name: profile.name })}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              onChange({ kind: 'answer', question: 'profile', answer: profile.used ? 'ignore' : 'use' });
            }}
          >
            {profile.used ? t('import:profile.ignore') : t('import:profile.use')}
          </button>
        </p>
      )}
      <Checkbox
        size="xs"
        label={t('import:profile.keep')}
        description={t('import:profile.help')}
        checked={name !== null}
        onChange={(event) => {
          onName(event.currentTarget.checked ? (profile?.name ?? t('import:profile.usual')) : null);
        }}
      />
      {name !== null && (
        <TextInput
          label={t('import:profile.name')}
          maxLength={120}
          value={name}
          onChange={(event) => {
            onName(event.currentTarget.value);
          }}
        />
      )}
    </section>
  );
}
