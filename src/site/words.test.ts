import assert from 'node:assert/strict';
import test from 'node:test';
import labels from './labels.json' with { type: 'json' };
import { chooseWords } from './words.ts';

for (const [language, words] of Object.entries(labels)) {
  test(`the labels in ${language} are complete`, () => {
    assert.deepEqual(Object.keys(words), Object.keys(labels.en));
    for (const word of Object.values(words)) assert.match(word, /\S/);
  });
}

const choices: readonly [tag: string, direction: 'ltr' | 'rtl', work: string, locale: string][] = [
  ['en', 'ltr', labels.en.work, 'en'],
  ['de-AT', 'ltr', labels.de.work, 'de-AT'],
  ['no', 'ltr', labels.nb.work, 'no'],
  ['ar', 'rtl', labels.ar.work, 'ar'],
  ['he-IL', 'rtl', labels.he.work, 'he-IL'],
  ['fa', 'rtl', labels.en.work, 'en'],
  ['az-Arab', 'rtl', labels.en.work, 'en'],
  ['fi', 'ltr', labels.en.work, 'en'],
];

for (const [tag, direction, work, locale] of choices) {
  test(`${tag} reads ${direction} and says "${work}"`, () => {
    const words = chooseWords(tag);
    assert.deepEqual(
      [words.language, words.direction, words.labels.work, words.locale],
      [tag, direction, work, locale],
    );
  });
}
