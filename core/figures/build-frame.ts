import type { Instrument } from '../instrument/instrument.ts';
import type { Caption, FigureChoice, FigureKind, Language, SpecFrame, Who } from './figure.ts';
import { yearsText } from './frame-texts.ts';
import type { FigureSource } from './source.ts';
import { subjectIn } from './source.ts';
import { words } from './words.ts';

/** What stands around a figure, made of what it is made of. */

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
