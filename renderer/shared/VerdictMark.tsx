import type { Mark } from '../../core/api.ts';
import { hiddenSign } from '../../core/privacy/reasons.ts';
import { useSaid } from '../texts/texts.ts';
import './verdict-mark.css';

/**
 * The mark of a verdict: shape tells direction, fill how sure it is (full, half, hollow), colour only repeats it. Its
 * accessible name is the verdict in words; `decorative` where those words stand beside it.
 */
export function VerdictMark({
  mark,
  decorative = false,
}: {
  readonly mark: Mark;
  readonly decorative?: boolean;
}) {
  const say = useSaid();
  const words = say(mark.words);
  const shape = <span className={`verdict verdict-${mark.shape} keeps-colour`}>{drawing(mark)}</span>;
  if (decorative) return <span aria-hidden>{shape}</span>;
  return (
    <span role="img" aria-label={words} title={words}>
      {shape}
    </span>
  );
}

function drawing({ shape, certainty }: Mark) {
  switch (shape) {
    case 'up':
      return <Triangle points="6,1 11.2,11 0.8,11" half="6,1 6,11 0.8,11" certainty={certainty} />;
    case 'down':
      return <Triangle points="6,11 11.2,1 0.8,1" half="6,11 6,1 0.8,1" certainty={certainty} />;
    case 'none':
      return (
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
          <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.3" />
        </svg>
      );
    case 'not-comparable':
      return <span aria-hidden>≠</span>;
    case 'too-few':
    case 'missing':
      return <span aria-hidden>-</span>;
    case 'hidden':
      return <span aria-hidden>{hiddenSign}</span>;
  }
}

function Triangle({
  points,
  half,
  certainty,
}: {
  readonly points: string;
  readonly half: string;
  readonly certainty: Mark['certainty'];
}) {
  return (
    <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden>
      <polygon
        points={points}
        fill={certainty === 'firm' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.2"
        strokeLinejoin="round"
      />
      {certainty === 'among-invited' && <polygon points={half} fill="currentColor" />}
    </svg>
  );
}
