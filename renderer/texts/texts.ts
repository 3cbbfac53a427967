import type { i18n } from 'i18next';
import { createInstance } from 'i18next';
import type { ReactNode } from 'react';
import { createContext, createElement, use, useMemo } from 'react';
import { I18nextProvider, initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../../core/figures/figure.ts';

/** Values put into a text; `count` also chooses between its forms for one and for several. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the text of a key such as "overview:report": the file, then the way into it. */
export type Texts = (key: string, values?: TextValues) => string;

type TextFile = Readonly<Record<string, unknown>>;

const files = import.meta.glob<TextFile>('./{sv,en}/*.json', { eager: true, import: 'default' });

/** All texts: language → file → texts. A file is found by being there. */
export function allTexts(): Record<Language, Record<string, TextFile>> {
  const texts: Record<Language, Record<string, TextFile>> = { sv: {}, en: {} };
  for (const [path, content] of Object.entries(files)) {
    const [, folder, file] = /^\.\/(sv|en)\/(.+)\.json$/.exec(path) ?? [];
    if (file !== undefined) texts[folder === 'en' ? 'en' : 'sv'][file] = content;
  }
  return texts;
}

/** A new set of texts that speaks `language` first. */
export function createTexts(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'sv',
    resources: allTexts(),
    // React escapes what it shows.
    interpolation: { escapeValue: false },
    initAsync: false,
    returnNull: false,
  });
  return instance;
}

interface Speech {
  readonly t: Texts;
  readonly language: Language;
}

const SpeechContext = createContext<Speech | null>(null);

/** Lets everything inside speak with `texts`. i18next is asked once: each asking costs a subscription, and a table has hundreds. */
export function TextsProvider({ texts, children }: { readonly texts: i18n; readonly children: ReactNode }) {
  return createElement(I18nextProvider, { i18n: texts }, createElement(Speaking, null, children));
}

function Speaking({ children }: { readonly children?: ReactNode }) {
  const { t, i18n: texts } = useTranslation();
  const language = texts.language === 'en' ? 'en' : 'sv';
  const speech = useMemo<Speech>(() => {
    // Looking a text up costs i18next more than drawing it.
    const known = new Map<string, string>();
    const plain = (key: string): string => {
      const before = known.get(key);
      if (before !== undefined) return before;
      const text = t(key);
      known.set(key, text);
      return text;
    };
    return { t: (key, values) => (values === undefined ? plain(key) : t(key, values)), language };
  }, [t, language]);
  return createElement(SpeechContext, { value: speech }, children);
}

function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (speech === null) throw new Error('There are no texts around this component.');
  return speech;
}

/** The texts in the window's language. Write keys out whole: a test proves that each exists and none is unused. */
export function useTexts(): Texts {
  return useSpeech().t;
}

/** The window's language. */
export function useLanguage(): Language {
  return useSpeech().language;
}

/** Says a text that the machine gave in both languages. */
export function useSaid(): (texts: { readonly sv: string; readonly en: string }) => string {
  const language = useLanguage();
  return (texts) => texts[language];
}
