// Chooses words. Screens ask with `const t = useText()` and `t('today.title')`; keys and values are checked by types.
import { createInstance, type i18n } from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { type Language, languages, type Translate } from '#shared/text/language';

const engine: i18n = createInstance();

/** Prepares the words before the first paint. `extra` adds a pseudo-language in tests. */
export function prepareText(extra: readonly Language[] = []): void {
  const known = [...languages, ...extra];
  const resources = Object.fromEntries(known.map(({ code, words }) => [code, { translation: words }]));
  void engine.use(initReactI18next).init({
    resources,
    lng: 'en',
    fallbackLng: 'en',
    initAsync: false,
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
    showSupportNotice: false,
  });
}

/** Words outside React, for example in a dialog's title. Inside React use `useText`, which follows a change of language. */
export const t: Translate = (key: string, values: Record<string, unknown> = {}) => engine.t(key, values);

/** For keys put together at run time, as error codes are. Everything else uses `t`, where the compiler checks. */
export const textNamed = (key: string, values: Record<string, unknown> = {}): string => engine.t(key, values);

export function useText(): Translate {
  useTranslation(undefined, { i18n: engine });
  return t;
}

export async function chooseLanguage(language: Pick<Language, 'code' | 'direction'>): Promise<void> {
  await engine.changeLanguage(language.code);
  document.documentElement.lang = language.code;
  document.documentElement.dir = language.direction;
}

/** For Intl: the language with Western digits, so that dates and times match paper forms everywhere. */
export const locale = (): string => `${engine.language === 'en' ? 'en-GB' : engine.language}-u-nu-latn`;
