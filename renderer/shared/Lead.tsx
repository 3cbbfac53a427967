import type { Lead as LeadText } from '../../core/api.ts';
import { useLanguage } from '../texts/texts.ts';

/** The answer of a screen in one sentence, the words that carry it strong. */
export function Lead({ lead }: { readonly lead: LeadText }) {
  const language = useLanguage();
  return (
    <p className="lead">
      {lead[language].map(({ text, strong }, at) => (strong ? <strong key={at}>{text}</strong> : text))}
    </p>
  );
}
