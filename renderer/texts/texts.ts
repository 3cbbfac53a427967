import type { i18n } from 'i18next';
import { createInstance } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
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

/** The texts in the window's language. Write keys out whole: a test proves that each exists and none is unused. */
export function useTexts(): Texts {
  const { t } = useTranslation();
  return (key, values) => t(key, values ?? {});
}

/** The window's language. */
export function useLanguage(): Language {
  const { i18n: texts } = useTranslation();
  return texts.language === 'en' ? 'en' : 'sv';
}

/** Says a text that the machine gave in both languages. */
export function useSaid(): (texts: { readonly sv: string; readonly en: string }) => string {
  const language = useLanguage();
  return (texts) => texts[language];
}
