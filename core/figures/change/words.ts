import type { Language } from '../figure.ts';

interface Words {
  readonly title: (of: string | null, years: string) => string;
  readonly marks: (from: number, to: number) => string;
  readonly change: (from: number, to: number) => string;
  readonly verdict: string;
  readonly altSure: (count: number, of: number, direction: 'risen' | 'fallen') => string;
  readonly altMost: (item: string, from: string, to: string, difference: string, verdict: string) => string;
  readonly altHidden: (count: number) => string;
  readonly explanation: string;
}

export const words: Readonly<Record<Language, Words>> = {
  sv: {
    title: (of, years) => `${of === null ? 'Mätpunkter' : of} över åren ${years}`,
    marks: (from, to) => `ring = ${to}, prick = ${from}`,
    change: (from, to) => `Förändring ${from}–${to}`,
    verdict: 'Bedömning av förändringen',
    altSure: (count, of, direction) =>
      `${count === 0 ? 'Ingen' : count} av ${of} mätpunkter har säkert ${direction === 'risen' ? 'stigit' : 'fallit'}.`,
    altMost: (item, from, to, difference, verdict) =>
      `Mest ändrad: ${item}, från ${from} till ${to} (${difference}), ${verdict}.`,
    altHidden: (count) => (count === 1 ? 'En mätpunkt visas inte.' : `${count} mätpunkter visas inte.`),
    explanation:
      'Varje rad går från året före (prick) till det senaste året (ring); äldre år är streck. En fylld ring i förändringens färg är en säker förändring, en halvfylld gäller bland dem som var inbjudna då, en tom ligger inom osäkerheten. Det bleka bandet är det senaste årets osäkerhet.',
  },
  en: {
    title: (of, years) => `${of === null ? 'Items' : of} over the years ${years}`,
    marks: (from, to) => `ring = ${to}, dot = ${from}`,
    change: (from, to) => `Change ${from}–${to}`,
    verdict: 'Verdict of the change',
    altSure: (count, of, direction) =>
      `${count === 0 ? 'None' : count} of ${of} items ${count === 1 || count === 0 ? 'has' : 'have'} surely ${direction}.`,
    altMost: (item, from, to, difference, verdict) =>
      `Changed most: ${item}, from ${from} to ${to} (${difference}), ${verdict}.`,
    altHidden: (count) => (count === 1 ? 'One item is not shown.' : `${count} items are not shown.`),
    explanation:
      'Each row goes from the year before (dot) to the newest year (ring); older years are ticks. A ring filled with the colour of the change is a firm change, a half-filled one is of those invited then, a hollow one lies within the uncertainty. The pale band is the uncertainty of the newest year.',
  },
};
