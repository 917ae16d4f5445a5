import labels from './labels.json' with { type: 'json' };

export type Labels = (typeof labels)['en'];

/** The page's language: what it says around the person's own words, and how it reads. */
export type Words = {
  /** The résumé's language, as its `lang` attribute says. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly labels: Labels;
  /** The language that the labels and dates are in: English where labels.json has no other. */
  readonly locale: string;
};

const rightToLeft = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** Chooses the words for a BCP 47 tag; `de-AT` reads the German labels, an unknown language the English ones. */
export function chooseWords(language = 'en'): Words {
  const { language: base, script } = new Intl.Locale(language).maximize();
  const known = base === 'no' ? 'nb' : base;
  const all: Readonly<Record<string, Labels>> = labels;
  return {
    language,
    direction: script && rightToLeft.includes(script) ? 'rtl' : 'ltr',
    labels: all[known] ?? labels.en,
    locale: all[known] ? language : 'en',
  };
}
