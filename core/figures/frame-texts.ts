import type { Instrument } from '../instrument/instrument.ts';
import type { Caption, FigureChoice, FigureKind, Language, SpecChange, SpecFrame, Who } from './figure.ts';
import type { FigureSource } from './source.ts';
import { subjectIn } from './source.ts';
import { words } from './words.ts';

/** The words around a figure: what is common to all kinds of them. */

/** What a kind of figure says of itself. */
export interface OwnFrame<Kind extends FigureKind> {
  readonly kind: Kind;
  /** What the id ends with, beside the kind: "effektivitet"; "" for nothing. */
  readonly of: string;
  readonly title: string;
  /** The parts of the base line, in order. */
  readonly base: readonly string[];
  readonly notes: readonly string[];
}

/** A figure's frame: title, base line, caption, and how numbers are written. */
export function frameOf<Kind extends FigureKind>(
  source: FigureSource,
  choice: FigureChoice,
  { kind, of, title, base, notes }: OwnFrame<Kind>,
): SpecFrame<Kind> {
  const { measurements } = source;
  const [newest] = choice.years;
  if (newest === undefined) throw new RangeError('A figure needs a year.');
  const instrument = measurements.instrumentOf(newest);
  const { meanDecimals, percentDecimals, rounding } = instrument.display;
  return {
    kind,
    id: of === '' ? kind : `${kind}-${of}`,
    language: choice.language,
    title,
    base: base.filter((part) => part !== '').join(', '),
    caption: captionOf(source, kind, choice, instrument, newest, notes),
    format: { meanDecimals, percentDecimals, rounding },
    level: measurements.settings.level,
  };
}

function captionOf(
  { measurements, fingerprint }: FigureSource,
  kind: FigureKind,
  choice: FigureChoice,
  instrument: Instrument,
  newest: number,
  notes: readonly string[],
): Caption {
  const own = words[choice.language];
  const { size, reason } = measurements.minimumGroup;
  const unit = choice.units.length === 1 ? (choice.units[0] ?? null) : null;
  const subject = subjectIn(measurements, newest, unit, choice.who);
  const answered = subject?.gated.respondents ?? null;
  return {
    source: `${instrument.name[choice.language]} ${yearsText(choice.years)}`,
    n: answered === null ? null : own.answered(answered, subject?.gated.invited ?? null, newest),
    smallGroups: `${own.smallGroups(size)}${reason === null ? '' : ` (${own.lowered(reason)})`}`,
    notes: notes.filter((note) => note !== ''),
    fingerprint: fingerprint === null ? null : fingerprint(choice.years, { kind, choice }),
  };
}

/** "2022", "2021–2022", "2019, 2022". */
export function yearsText(years: readonly number[]): string {
  const sorted = [...years].sort((a, b) => a - b);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return last - first === sorted.length - 1 ? `${first}–${last}` : sorted.join(', ');
}

/** The caption as the line that stands under a figure. */
export function captionText({
  caption,
  language,
}: Pick<SpecFrame<FigureKind>, 'caption' | 'language'>): string {
  const { source, n, smallGroups, notes, fingerprint } = caption;
  return [
    source,
    ...(n === null ? [] : [n]),
    smallGroups,
    ...notes,
    ...(fingerprint === null ? [] : [words[language].fingerprint(fingerprint)]),
  ].join(' · ');
}

/** Who a figure is of, as in a base line: "" for everyone. */
export function whoText(
  who: Who,
  { measurements }: FigureSource,
  instrument: Instrument,
  language: Language,
): string {
  const own = words[language].who;
  switch (who.kind) {
    case 'all':
      return '';
    case 'gate':
      return who.answer === 'yes' ? own.gateYes : own.gateNo;
    case 'role':
      return own.role(instrument.roles.find(({ code }) => code === who.role)?.name[language] ?? who.role);
    case 'without':
      return own.without(measurements.nameOf(who.unit));
  }
}

/** "a, b och c". */
export function namesText(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${words[language].and} ${names.at(-1) ?? ''}`;
}

/** A verdict in a few words; "" where nothing was tested. */
export function verdictWords({ verdict, isFirm }: SpecChange, language: Language): string {
  const { verdicts } = words[language];
  switch (verdict) {
    case 'risen':
      return isFirm ? verdicts.risen : verdicts.risenThen;
    case 'fallen':
      return isFirm ? verdicts.fallen : verdicts.fallenThen;
    case 'within-uncertainty':
      return verdicts.within;
    case 'too-few':
      return verdicts.few;
    case 'not-comparable':
      return verdicts.incomparable;
    case null:
      return '';
  }
}
