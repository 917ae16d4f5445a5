import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '#resume';
import labels from './labels.json' with { type: 'json' };
import { joinList } from './language-data.ts';
import { colon, selectLocale } from './locale.ts';

for (const [language, words] of Object.entries(labels)) {
  test(`the labels in ${language} are complete`, () => {
    assert.deepEqual(Object.keys(words), Object.keys(labels.en));
    for (const word of Object.values(words)) assert.match(word, /\S/);
    assert.deepEqual(Intl.getCanonicalLocales(language), [language]);
  });
}

test('each word of the page may have a label of the person', () => {
  const parsed = parseResume(JSON.stringify({ basics: { name: 'J' }, meta: { site: { labels: labels.en } } }), 'json');
  assert.deepEqual(parsed.problems, []);
  assert.deepEqual(parsed.resume?.meta?.site?.labels, labels.en);
});

const choices: readonly [tag: string, direction: 'ltr' | 'rtl', work: string, isLabeled: boolean][] = [
  ['en', 'ltr', labels.en.work, true],
  ['de-AT', 'ltr', labels.de.work, true],
  ['no', 'ltr', labels.nb.work, true],
  ['ar', 'rtl', labels.ar.work, true],
  ['he-IL', 'rtl', labels.he.work, true],
  ['fa', 'rtl', labels.fa.work, true],
  ['zh', 'ltr', labels.zh.work, true],
  ['zh-TW', 'ltr', labels['zh-Hant'].work, true],
  ['zh-Hant', 'ltr', labels['zh-Hant'].work, true],
  ['zh-HK', 'ltr', labels['zh-Hant'].work, true],
  ['sr', 'ltr', labels.sr.work, true],
  ['ff-Adlm', 'rtl', labels.en.work, false],
  ['dv', 'rtl', labels.en.work, false],
  ['myz-Mand', 'rtl', labels.en.work, false],
  ['nqo', 'rtl', labels.en.work, false],
  ['rhg-Rohg', 'rtl', labels.en.work, false],
  ['syr', 'rtl', labels.en.work, false],
  ['he-Latn', 'ltr', labels.en.work, false],
  ['no-NO', 'ltr', labels.nb.work, true],
  ['sr-Latn', 'ltr', labels.en.work, false],
  ['az-Arab', 'rtl', labels.en.work, false],
  ['xx', 'ltr', labels.en.work, false],
];

for (const [tag, direction, work, isLabeled] of choices) {
  test(`${tag} reads ${direction} and says "${work}"`, () => {
    const locale = selectLocale(tag);
    assert.deepEqual(
      [locale.language, locale.direction, locale.labels.work.text, locale.isLabeled],
      [tag, direction, work, isLabeled],
    );
  });
}

test('labels of another language say so, those of the person and of the page do not', () => {
  const { labels: shown } = selectLocale('xx', { work: 'Zzz' });
  assert.deepEqual([shown.work, shown.education], [{ text: 'Zzz' }, { text: 'Education', language: 'en' }]);
  assert.deepEqual(selectLocale('de').labels.work, { text: 'Berufserfahrung' });
});

const lists: readonly [language: string, list: string][] = [
  ['en', 'a, b, c'],
  ['de', 'a, b, c'],
  ['ja', 'a、b、c'],
  ['zh-TW', 'a、b、c'],
  ['ar', 'a، b، c'],
  ['fa', 'a، b، c'],
  ['ckb', 'a، b، c'],
  ['ps', 'a، b، c'],
  ['sd', 'a، b، c'],
  ['ug', 'a، b، c'],
  ['ur-PK', 'a، b، c'],
  ['he', 'a, b, c'],
  ['ff-Adlm', 'a⹁ b⹁ c'],
  ['th', 'a, b, c'],
  ['xx', 'a, b, c'],
];

for (const [language, list] of lists) {
  test(`a list in ${language} reads ${list}`, () => {
    assert.equal(joinList(['a', 'b', 'c'], selectLocale(language)), list);
  });
}

test('a colon has its space where the language wants it', () => {
  assert.deepEqual(
    ['en', 'fr-CH', 'ja', 'zh-TW', 'de'].map((language) => colon(selectLocale(language))),
    [': ', '\u00a0: ', '：', '：', ': '],
  );
});

test('dates and lists are in the language where it is known, and in English where it is not', () => {
  assert.deepEqual(
    ['de-AT', 'xx', 'dv'].map((language) => selectLocale(language).formats),
    ['de-AT', 'en', 'en'],
  );
});

test('a label takes nothing from what every object has', () => {
  const own = Object.create({ work: 'inherited' }) as Record<string, string>;
  assert.deepEqual(selectLocale('de', own).labels.work, { text: labels.de.work });
});
