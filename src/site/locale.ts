import labels from './labels.json' with { type: 'json' };
import { knowsLanguage, readScript } from './language-data.ts';

export type LabelKey = keyof (typeof labels)['en'];

/** Some words of the page's own; `language` is theirs where it is not the page's, as with English ones for want of others. */
export type Phrase = { readonly text: string; readonly language?: string | undefined };

/** The page's language: what it says around the person's own words, and how it reads. */
export type Locale = {
  /** The résumé's language, as its `lang` attribute says. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly labels: Readonly<Record<LabelKey, Phrase>>;
  /** Whether labels.json has the language; the labels are English otherwise. */
  readonly isLabeled: boolean;
  /** The language of dates and lists: the page's, or English where `Intl` knows no other. */
  readonly formats: string;
};

const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];
const all: Readonly<Record<string, Readonly<Record<LabelKey, string>>>> = labels;

/**
 * Selects the words for a BCP 47 tag: `de-AT` reads the German labels, `zh-TW` the traditional Chinese ones, and a
 * language without labels the English ones. Words of the person's own, by key, take the place of ours.
 */
export function selectLocale(language = 'en', own: Readonly<Record<string, string>> = {}): Locale {
  const tag = readScript(language);
  const base = tag.language === 'no' ? 'nb' : tag.language;
  // A script that the language is not usually written in has labels of its own or none.
  const isUsual = readScript(base).script === tag.script;
  const found = all[`${base}-${tag.script}`] ?? (isUsual ? all[base] : undefined);
  const phrase = (key: LabelKey): Phrase => {
    const text = Object.hasOwn(own, key) ? own[key] : found?.[key];
    return text === undefined ? { text: labels.en[key], language: 'en' } : { text };
  };
  const keys = Object.keys(labels.en) as LabelKey[];
  return {
    language,
    direction: tag.script && rightToLeft.includes(tag.script) ? 'rtl' : 'ltr',
    labels: Object.fromEntries(keys.map((key) => [key, phrase(key)])) as Record<LabelKey, Phrase>,
    isLabeled: found !== undefined,
    formats: knowsLanguage(language) ? language : 'en',
  };
}

/** A label and what it is about, as the language writes it: `Score: 1.7`, `Note : 17`, `成绩：92`. */
export function colon({ formats }: Locale): string {
  const { language } = new Intl.Locale(formats);
  if (language === 'fr') return '\u00a0: ';
  return language === 'zh' || language === 'ja' ? '：' : ': ';
}
