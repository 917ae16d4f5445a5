import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { createOutline } from './create-outline.ts';
import { describePerson, type Links } from './json-ld.ts';

const nowhere: Links = { page: undefined, photo: undefined, card: undefined };
const describe = (resume: Resume, links = nowhere) =>
  JSON.parse(JSON.stringify(describePerson(resume, createOutline(resume, new Map()).outline, links)));

test('of a name alone there is the name alone', () => {
  assert.deepEqual(describe({ basics: { name: 'A' } }), {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    mainEntity: { '@type': 'Person', name: 'A' },
  });
});

test('lists without anything in them are not there', () => {
  const resume = {
    basics: { name: 'A', profiles: [{ network: 'B', username: 'c' }] },
    work: [{ position: 'B' }, { name: 'C', endDate: '2020' }],
    education: [],
    skills: [],
    languages: [{ fluency: 'B' }],
    certificates: [],
  };
  assert.deepEqual(describe(resume).mainEntity, { '@type': 'Person', name: 'A' });
});

test('every part of a person has its word in schema.org', () => {
  const resume: Resume = {
    basics: {
      name: 'A',
      summary: 'B **c**.\n\nD.',
      location: { address: 'E 1', postalCode: '2', city: 'F', region: 'G', country: 'Freedonia' },
    },
    work: [{ name: 'H', url: 'https://h.example', startDate: '2020' }, { name: 'I' }],
    education: [{ institution: 'J', url: 'https://j.example' }, { area: 'K' }],
    skills: [{ name: 'L', keywords: ['M'] }, { keywords: ['N'] }, { name: 'O' }],
    languages: [{ language: 'P' }, { fluency: 'Q' }],
    certificates: [{ name: 'R', url: 'https://r.example' }, { name: 'S' }],
    meta: { language: 'de', lastModified: '2024-05-06' },
  };
  const links = { page: 'https://a.example/', photo: 'https://a.example/a.jpg', card: undefined };
  assert.deepEqual(describe(resume, links), {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: 'https://a.example/',
    dateModified: '2024-05-06',
    inLanguage: 'de',
    mainEntity: {
      '@type': 'Person',
      name: 'A',
      description: 'B c. D.',
      image: 'https://a.example/a.jpg',
      url: 'https://a.example/',
      address: {
        '@type': 'PostalAddress',
        streetAddress: 'E 1',
        postalCode: '2',
        addressLocality: 'F',
        addressRegion: 'G',
        addressCountry: 'Freedonia',
      },
      worksFor: [
        { '@type': 'Organization', name: 'H', url: 'https://h.example' },
        { '@type': 'Organization', name: 'I' },
      ],
      alumniOf: [
        { '@type': 'EducationalOrganization', name: 'J', url: 'https://j.example' },
        { '@type': 'EducationalOrganization' },
      ],
      knowsAbout: ['L', 'M', 'N', 'O'],
      knowsLanguage: ['P'],
      hasCredential: [
        { '@type': 'EducationalOccupationalCredential', name: 'R', url: 'https://r.example' },
        { '@type': 'EducationalOccupationalCredential', name: 'S' },
      ],
    },
  });
});

test('a country’s code goes before its name', () => {
  const location = { country: 'Germany', countryCode: 'DE' };
  assert.equal(describe({ basics: { name: 'A', location } }).mainEntity.address.addressCountry, 'DE');
});

const addresses: readonly [url: string, isThere: boolean][] = [
  ['https://b.example/c', true],
  ['HTTP://b.example', true],
  ['cv.pdf', false],
  ['mailto:a@b.example', false],
  ['mailto:https://b.example', false],
  ['see https://b.example', false],
  ['https://', false],
];

for (const [url, isThere] of addresses) {
  test(`the address ${url} is ${isThere ? 'one' : 'none'} to whoever reads the description alone`, () => {
    const { mainEntity } = describe({ basics: { name: 'A', url, profiles: [{ url }] } });
    assert.deepEqual([mainEntity.url, mainEntity.sameAs], isThere ? [url, [url]] : [undefined, undefined]);
  });
}
