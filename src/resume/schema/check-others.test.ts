import assert from 'node:assert/strict';
import test from 'node:test';
import { checkCountry } from './check-country.ts';
import { checkEmail } from './check-email.ts';
import { checkLanguage } from './check-language.ts';

test('An e-mail address that mail systems deliver is accepted, in any script', () => {
  for (const email of [
    'j@example.com',
    'jane.doe+cv@sub.example.co.uk',
    "o'neil@example.com",
    'дарья@пример.рф',
    'j_1@xn--e1afmkfd.example',
  ]) {
    assert.equal(checkEmail(email), undefined, email);
  }
});

test('A text that is not an e-mail address is refused', () => {
  const wrong = [
    'jane',
    'jane@',
    '@example.com',
    'jane@localhost',
    'a@b@example.com',
    'jane @example.com',
    '.j@example.com',
  ];
  const more = [
    'j.@example.com',
    'j..d@example.com',
    'j@example..com',
    'Jane <j@example.com>',
    'j@exa_%mple.com',
    'j@example.com?subject=x',
  ];
  for (const email of [...wrong, ...more, `${'j'.repeat(250)}@example.com`]) {
    assert.match(
      checkEmail(email)?.message ?? '',
      / is not an e-mail address; write one such as jane@example\.com\.$/,
      email,
    );
  }
  assert.deepEqual(checkEmail('mailto:j@example.com'), {
    message: '"mailto:j@example.com" says mailto: first; write "j@example.com".',
    instead: 'j@example.com',
  });
});

test('A country is its code of two capital letters, and names and other codes lead to it', () => {
  for (const code of ['DE', 'US', 'GB', 'NO', 'XX'.replace('XX', 'ZW')])
    assert.equal(checkCountry(code), undefined, code);
  for (const [written, code] of [
    ['de', 'DE'],
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['日本', 'JP'],
    ['россия', 'RU'],
    ['مصر', 'EG'],
    ['españa', 'ES'],
    ['UK', 'GB'],
    ['England', 'GB'],
    ['USA', 'US'],
    ['united states', 'US'],
    ['Czech Republic', 'CZ'],
    ['GBR', 'GB'],
    ['Scotland', 'GB'],
    ['Wales', 'GB'],
    ['Great Britain', 'GB'],
    ['U.S.', 'US'],
    ['U.S.A.', 'US'],
    ['America', 'US'],
    ['United States of America', 'US'],
    ['Turkey', 'TR'],
    ['Holland', 'NL'],
  ] as const) {
    assert.deepEqual(checkCountry(written), {
      message: `"${written}" is not a country code; write ${code}.`,
      instead: code,
    });
  }
  for (const unknown of ['XX', 'EU', 'ZZ', 'Atlantis', '49']) {
    assert.deepEqual(checkCountry(unknown), {
      message: `"${unknown}" is not a country code; write the two letters of ISO 3166, such as DE or US.`,
    });
  }
});

test('The countries are the 249 of ISO 3166-1, each with a name', () => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters
    .flatMap((one) => letters.map((two) => one + two))
    .filter((code) => checkCountry(code) === undefined);
  assert.equal(codes.length, 249);
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  assert.deepEqual(
    codes.filter((code) => names.of(code) === undefined),
    [],
  );
});

test('A language is a well-formed tag with a language of two or three letters', () => {
  for (const tag of ['en', 'de', 'pt-BR', 'zh-Hant-TW', 'gsw', 'de-CH-1996'])
    assert.equal(checkLanguage(tag), undefined, tag);
  assert.deepEqual(checkLanguage('pt_BR'), {
    message: '"pt_BR" is not a language tag; write pt-BR.',
    instead: 'pt-BR',
  });
  assert.deepEqual(checkLanguage('de_DE.UTF-8'), {
    message: '"de_DE.UTF-8" is not a language tag; write de-DE.',
    instead: 'de-DE',
  });
  for (const tag of ['english', 'German', 'e', '-', 'en-', 'en--US', 'de-CH-1', 'en US']) {
    assert.equal(checkLanguage(tag)?.message, `"${tag}" is not a language tag; write one such as en, de or pt-BR.`);
  }
});
