import assert from 'node:assert/strict';
import test from 'node:test';
import type { Resume } from '#resume';
import { createOutline } from './create-outline.ts';

const lost = '[x](lost.pdf)';
const everywhere: readonly [resume: Omit<Resume, 'basics'>, paths: readonly string[]][] = [
  [
    { work: [{ name: 'N', url: 'u', description: lost, summary: lost, highlights: ['H', lost] }] },
    ['work[0].url u', 'work[0].description', 'work[0].summary', 'work[0].highlights[1]'],
  ],
  [
    {
      work: [
        { name: 'N', position: 'P', url: 'u', description: lost },
        { name: 'N', position: 'Q', url: 'v', description: `${lost}!`, summary: lost, highlights: [lost] },
      ],
    },
    [
      'work[0].url u',
      'work[0].description',
      'work[1].url v',
      'work[1].description',
      'work[1].summary',
      'work[1].highlights[0]',
    ],
  ],
  [
    {
      work: [
        { name: 'N', position: 'P' },
        { name: 'N', position: 'Q', url: 'v', description: lost },
      ],
    },
    ['work[1].url v', 'work[1].description'],
  ],
  [
    { volunteer: [{ url: 'u', summary: lost, highlights: [lost] }] },
    ['volunteer[0].url u', 'volunteer[0].summary', 'volunteer[0].highlights[0]'],
  ],
  [
    { education: [{ url: 'u', summary: lost, highlights: [lost] }] },
    ['education[0].url u', 'education[0].summary', 'education[0].highlights[0]'],
  ],
  [
    { projects: [{ url: 'u', description: lost, highlights: [lost] }] },
    ['projects[0].url u', 'projects[0].description', 'projects[0].highlights[0]'],
  ],
  [
    { publications: [{ name: 'N' }, { url: 'u', summary: lost, highlights: [lost] }] },
    ['publications[1].url u', 'publications[1].summary', 'publications[1].highlights[0]'],
  ],
  [
    { awards: [{ url: 'u', summary: lost, highlights: [lost] }] },
    ['awards[0].url u', 'awards[0].summary', 'awards[0].highlights[0]'],
  ],
  [{ certificates: [{ url: 'u', summary: lost }] }, ['certificates[0].url u', 'certificates[0].summary']],
  [{ skills: [{ summary: lost }] }, ['skills[0].summary']],
  [{ languages: [{ summary: lost }] }, ['languages[0].summary']],
  [{ interests: [{ summary: lost }] }, ['interests[0].summary']],
  [{ references: [{ url: 'u', reference: lost }] }, ['references[0].url u', 'references[0].reference']],
  [
    { sections: [{ key: 'talks', entries: [{ url: 'u', summary: lost, highlights: [lost] }] }] },
    ['talks[0].url u', 'talks[0].summary', 'talks[0].highlights[0]'],
  ],
];

for (const [resume, paths] of everywhere) {
  test(`a link to nowhere is told with its place: ${paths.join(', ')}`, () => {
    const { omitted } = createOutline({ basics: { name: 'A' }, ...resume }, new Map());
    const expected = paths.map((path) => (path.includes(' ') ? path : `${path} lost.pdf`));
    assert.deepEqual(omitted.map(({ path, value }) => `${path} ${value}`).sort(), [...expected].sort());
  });
}
