import assert from 'node:assert/strict';
import test from 'node:test';
import { explainMissing } from './explain-missing.ts';

const cases: readonly (readonly [missing: string, language: string, packages: string])[] = [
  ['陈', 'zh', 'noto-sans-sc'],
  ['陳', 'zh-TW', 'noto-sans-tc'],
  ['陳', 'zh-Hant', 'noto-sans-tc'],
  ['陳', 'ja', 'noto-sans-jp'],
  ['陳', 'ko', 'noto-sans-kr'],
  ['陳', 'en', 'noto-sans-sc'],
  ['ひ', 'en', 'noto-sans-jp'],
  ['김', 'en', 'noto-sans-kr'],
  ['ل', 'fa', 'vazirmatn'],
  ['नี', 'hi', 'noto-sans-devanagari'],
  ['👩', 'en', 'noto-emoji'],
  ['🇩', 'en', 'noto-emoji'],
];

for (const [missing, language, name] of cases) {
  test(`${missing} in ${language} is found in ${name}`, () => {
    assert.equal(
      explainMissing([missing], language),
      `1 character is in no font, so the PDF shows boxes for ${missing}. npm install @expo-google-fonts/${name}, or put a font that has them into fonts/.`,
    );
  });
}

test('no package is named for what none has, and each once', () => {
  assert.equal(explainMissing([], 'en'), undefined);
  assert.match(explainMissing(['🜀', '🜁'], 'en') ?? '', /^2 characters are .* for 🜀 🜁\. Put a font that has them/);
  assert.match(
    explainMissing(['김', '🚀', '이'], 'ko') ?? '',
    /fonts\/noto-sans-kr @expo-google-fonts\/noto-emoji, or/,
  );
});

test('twelve characters are named, and none that nobody sees', () => {
  const many = ['\u200d', ...'가나다라마바사아자차카타파'];
  assert.match(explainMissing(many, 'ko') ?? '', /^14 characters .* for 가 나 다 라 마 바 사 아 자 차 카 타 …\./);
});
