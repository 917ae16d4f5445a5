import type { Resume } from '../resume.ts';

/** Common words of languages in the Latin script; none of them is common in another one of these. */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the and of with for from was were this that which have has been our their by as an at are is on using',
  de: 'und der die das mit für von den dem des ein eine einer eines als auf bei im zur zum sowie nach über wurde werden ich bis durch',
  fr: 'et le les des du une pour dans avec sur au aux est par en ce cette qui ou plus mon mes chez ainsi à été',
  es: 'y el los las del una para con por en como más desde sus se al fue su lo mi experiencia años',
  pt: 'e os as do da dos das uma para com por em como mais no na nos nas ao foi sua seu não são à pela pelo',
  it: 'e il lo gli della dei delle un una per con di nel nella alla come più sono che dal dalla degli sviluppo',
  nl: 'en het een van de voor met op te bij aan als naar door ook zijn werd deze onze ik',
  pl: 'i w z na do oraz dla się jest przez od po jak nie przy za lub pracy projektu',
  sv: 'och att det som för med av på är en ett till från har inom jag samt var',
  da: 'og at det som for med af på er en et til fra har inden jeg samt blev der',
  nb: 'og å det som for med av på er en et til fra har innen jeg samt ble der',
  fi: 'ja on että oli sekä kanssa tai mukaan olen se joka ovat kuin myös',
  cs: 'a v na se je pro s z do jako jsem ve při od po nebo byl které',
  tr: 've bir için ile bu olarak da de olan daha en çok gibi',
  ro: 'și în de la cu pentru din pe este un o am care sau prin',
  hu: 'és a az egy hogy volt nem meg is mint vagy szerint',
  vi: 'và của các cho với trong là được có tại một những',
  id: 'dan yang di untuk dengan dari pada dalam sebagai adalah ini saya',
  ca: 'i el els les amb per una dels de la com més des',
};

/** Languages that the name of a file may mean; `cv` is Chuvash as well, but nobody means that. */
export const fileLanguages: ReadonlySet<string> = new Set([
  ...Object.keys(commonWords),
  ...'no zh ja ko ru uk bg sr el ar fa he ur hi th bn ta ka hy hr sk sl et lv lt ms'.split(' '),
]);

const maxLength = 20_000;
const minWords = 6;

/** The language of a text where it is clearly another one than `page`: by its script, or by its common words. */
export function guessLanguage(text: string, page: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4) return undefined;
  const script = guessByScript(text, letters);
  if (script !== undefined) return isWrittenLike(script, page) ? undefined : script;
  const counts = new Map<string, number>();
  // What is glued to digits or signs, such as the s of s0 and the c of c++, is no word.
  const words = text.toLowerCase().match(/(?<![\p{L}\p{N}#+&])\p{L}+(?![\p{L}\p{N}#+&])/gu) ?? [];
  for (const [language, list] of Object.entries(commonWords)) {
    const common = new Set(list.split(' '));
    const found = words.filter((word) => common.has(word));
    const different = new Set(found);
    // The same word over and over, or single letters, are an odd list rather than a language.
    const isProse = different.size >= 3 && [...different].filter(({ length }) => length > 1).length >= 2;
    counts.set(language, isProse ? found.length : 0);
  }
  type Count = readonly [language: string, count: number];
  const ranked = [...counts].sort(([, one], [, two]) => two - one);
  const [[language, count], [, second]] = ranked as unknown as readonly [Count, Count];
  const own = counts.get(page === 'no' || page === 'nn' ? 'nb' : page);
  // Close relatives share many words, and one who writes Danish does not want to hear of Norwegian.
  const isClear = count >= Math.max(minWords, words.length / 20) && count >= 1.2 * second;
  return isClear && count >= 2 * (own ?? 0) ? language : undefined;
}

function guessByScript(text: string, letters: number): string | undefined {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const isMost = (found: number) => found > letters * 0.4;
  if (isMost(count(/\p{Script=Hangul}/gu))) return 'ko';
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const han = count(/\p{Script=Han}/gu);
  // A word of Chinese says what takes five letters elsewhere.
  if (kana + han > letters * 0.2) {
    if (kana > han * 0.1) return 'ja';
    return count(/[們個為這對會時務實習設計業學發經驗術應體國際]/gu) >
      count(/[们个为这对会时务实习设计业学发经验术应体国际]/gu)
      ? 'zh-Hant'
      : 'zh';
  }
  if (isMost(count(/\p{Script=Cyrillic}/gu))) {
    if (/[іїєґ]/i.test(text)) return 'uk';
    if (/[ыэё]/i.test(text)) return 'ru';
    return /[ђјљњћџ]/i.test(text) ? 'sr' : 'bg';
  }
  if (isMost(count(/\p{Script=Arabic}/gu))) {
    if (/[ٹڈڑںے]/.test(text)) return 'ur';
    return count(/[گچپژکی]/gu) > letters * 0.03 ? 'fa' : 'ar';
  }
  if (isMost(count(/\p{Script=Hebrew}/gu))) return 'he';
  if (isMost(count(/\p{Script=Greek}/gu))) return 'el';
  if (isMost(count(/\p{Script=Devanagari}/gu))) return 'hi';
  if (isMost(count(/\p{Script=Thai}/gu))) return 'th';
  if (isMost(count(/\p{Script=Georgian}/gu))) return 'ka';
  if (isMost(count(/\p{Script=Armenian}/gu))) return 'hy';
  if (isMost(count(/\p{Script=Bengali}/gu))) return 'bn';
  return isMost(count(/\p{Script=Tamil}/gu)) ? 'ta' : undefined;
}

/** Whether the page's language is written in the same letters, which says more of a script than a guess does. */
function isWrittenLike(guessed: string, page: string): boolean {
  const scriptOf = (language: string) => new Intl.Locale(language).maximize().script;
  return new Intl.Locale(guessed).language === page || scriptOf(guessed) === scriptOf(page);
}

/** The sentences of a résumé and its titles, as one text of bounded length. */
export function listProse({
  basics,
  work,
  volunteer,
  education,
  projects,
  skills,
  awards,
  publications,
  references,
  sections,
}: Partial<Resume>): string {
  const parts: unknown[] = [];
  const add = (entries: readonly object[] | undefined, ...keys: readonly string[]) => {
    for (const entry of entries ?? []) {
      for (const key of keys) parts.push((entry as Readonly<Record<string, unknown>>)[key]);
    }
  };
  parts.push(basics?.summary, basics?.label);
  add(work, 'summary', 'description', 'highlights', 'position');
  add(volunteer, 'summary', 'highlights', 'position');
  add(projects, 'description', 'highlights');
  add(education, 'summary', 'highlights', 'area', 'studyType');
  add(references, 'reference');
  add(awards, 'summary');
  add(publications, 'summary');
  add(
    sections?.flatMap(({ entries }) => entries),
    'summary',
    'highlights',
    'title',
  );
  if (parts.every((part) => !part)) add(skills, 'name');
  return parts.flat().join('\n').slice(0, maxLength);
}

/** The English name of a language, without what else its tag may say (`-u-…`, `-x-…`); its tag where it has none. */
export function nameLanguage(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(new Intl.Locale(tag).baseName) ?? tag;
}
