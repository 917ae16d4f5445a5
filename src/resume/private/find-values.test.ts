import assert from 'node:assert/strict';
import test from 'node:test';
import { readDocument } from '../read/read-document.ts';
import type { SourceMap } from '../read/source-node.ts';
import { resumeShape } from '../schema/resume-shape.ts';
import { createNearFinder } from './find-near-path.ts';
import { createPathFinder } from './find-values.ts';
import { readPrivateSettings } from './read-settings.ts';

function read(text: string): SourceMap {
  const { root } = readDocument(text, 'yaml');
  assert.ok(root?.kind === 'map');
  return root;
}

const jobs = Array.from({ length: 12 }, (_, index) => `{name: N${index}, startDate: S${index}}`);
const each = (key: string) => jobs.map((_, index) => `work[${index}].${key}`).join(' ');
const root =
  read(`basics: {name: J, phone: "1", location: {city: K, region: R}, profiles: [{network: Xing, username: a}, {network: GitHub, username: b}], linkedin: l}
work: [${jobs.join(', ')}]
education: {institution: I, area: A}
references: Just a text
awards: One award
"odd key": {a b: c}
volunteer: [text, {organization: O}]
`);

/** A path, the values that it leads to, and, where there is more to say, texts that it would go on in, and a slip. */
const paths: readonly (readonly [path: string, found: string, tooShort?: string, isSlip?: boolean])[] = [
  ['basics.phone', 'basics.phone'],
  ['phone', ''],
  ['basics.location.city', 'basics.location.city'],
  ['basics.location.*', 'basics.location.city basics.location.region'],
  ['basics["location"].city', 'basics.location.city'],
  ["basics['location'].region", 'basics.location.region'],
  ['basics [ "phone" ]', 'basics.phone'],
  ['$.basics.phone', 'basics.phone'],
  ['basics..phone', 'basics.phone'],
  [' basics . phone ', 'basics.phone'],
  ['work.11.name', 'work[11].name'],
  ['work[1].name', 'work[1].name'],
  ['work.1x.name', ''],
  ['work.x1', ''],
  ['work.12.name', ''],
  ['work[].name', each('name')],
  ['work.startDate', each('startDate')],
  ['work.*.startDate', each('startDate')],
  ['work.start', each('startDate')],
  ['basics.profiles.username', 'basics.profiles[0].username basics.profiles[1].username'],
  ['basics.profiles.xing', ''],
  ['basics.LinkedIn', 'basics.linkedin'],
  ['basics.github', ''],
  ['education.0.area', 'education.area'],
  ['education.area', 'education.area'],
  ['education[0]', 'education'],
  ['education.*', 'education education.institution education.area'],
  ['education.1.area', ''],
  ['education.0.0', ''],
  ['awards.0.title', ''],
  ['basics.phoen', 'basics.phone', '', true],
  ['work.0.nmae', 'work[0].name', '', true],
  ['basics.citty', ''],
  ['basics.pohne.x', ''],
  ['basics.labl', ''],
  ['awards.titel', ''],
  ['education.0.school', 'education.institution'],
  ['education.school', 'education.institution'],
  ['education.0.instituton', 'education.institution', '', true],
  ['work.0', 'work[0]'],
  ['work.00', 'work[0]'],
  ['work[*].name', each('name')],
  ['work.*x', ''],
  ['["a" b].x', ''],
  ['volunteer.0', 'volunteer[0]'],
  ['volunteer.0.organization', '', 'volunteer[0]'],
  ['volunteer.organization', 'volunteer[1].organization'],
  ['odd key.a b', '["odd key"]["a b"]'],
  ['["odd key"].*', '["odd key"]["a b"]'],
  ['', ''],
  ['$', ''],
  ['work', 'work'],
  ['basics.0', ''],
  ['*.phone', 'basics.phone'],
  ['*', 'basics work education references awards ["odd key"] volunteer'],
];

for (const [path, found, tooShort = '', isSlip = false] of paths) {
  test(`The path "${path}" leads to ${found === '' ? 'nothing' : found}`, () => {
    const values = createPathFinder(root, resumeShape)(path);
    assert.equal(values.found.map((one) => one.path).join(' '), found);
    assert.equal(values.tooShort.map((one) => one.path).join(' '), tooShort);
    assert.equal(values.isSlip, isSlip);
  });
}

test('What belongs in basics is found at the root', () => {
  const find = createPathFinder(read('name: J\nphone: "1"\n'), resumeShape);
  for (const [path, ...found] of [
    ['basics.phone', 'phone'],
    ['personal.phone', 'phone'],
    ['basics'],
    ['work.phone'],
    ['basics.basics.phone'],
  ])
    assert.deepEqual(
      find(path ?? '').found.map((one) => one.path),
      found,
      path,
    );
});

test('A path that leads nowhere has the nearest place, or none', () => {
  const findNear = createNearFinder(root);
  for (const [path, near] of [
    ['basics.phnoe', 'basics.phone'],
    ['phone', 'basics.phone'],
    ['work.0.start_date', 'work[0].startDate'],
    ['/work/0/startDate', 'work[0].startDate'],
    ['.basics.phone', 'basics.phone'],
    ['"basics"."phone"', 'basics.phone'],
    ['city', 'basics.location.city'],
    ['cty', undefined],
    ['aera', undefined],
    ['regoin', 'basics.location.region'],
    ['usernme', 'basics.profiles[0].username'],
    ['work.0.strtdt', undefined],
    ['x.name', 'basics.name'],
    ['zzz', undefined],
  ] as const)
    assert.equal(findNear(path), near, path);
});

/** What a file says, the paths with their places, and keys of lists that stand elsewhere than they belong. */
const settings: readonly (readonly [text: string, paths: readonly string[], misplaced?: string])[] = [
  ['meta: {site: {private: [basics.phone, work.0]}}', ['basics.phone [0] 24', 'work.0 [1] 38']],
  ['meta: {site: {private: "basics.phone, work.0; a  b"}}', ['basics.phone  23', 'work.0  23', 'a  23', 'b  23']],
  [
    'meta: {site: {private: {basics: {phone: true, email: yes, url: , image: On}, work: [0.name, 1]}}}',
    [
      'basics.phone  33',
      'basics.email  46',
      'basics.url  58',
      'basics.image  65',
      'work.0.name [0] 84',
      'work.1 [1] 92',
    ],
  ],
  [
    'meta: {site: {private: {basics: {phone: trueish, email: untrue}}}}',
    ['basics.phone.trueish  40', 'basics.email.untrue  56'],
  ],
  [
    'meta: {site: {private: {basics: [phone, {location: city}]}}}',
    ['basics.phone [0] 33', 'basics.location.city [1] 51'],
  ],
  ['meta: {site: {privat: [basics.phone]}}', ['basics.phone [0] 23']],
  ['meta: {site: {private: }}', []],
  ['meta: {private: [basics.phone]}', ['basics.phone [0] 17'], '7'],
  ['private: [x, work.0]', ['x [0] 10', 'work.0 [1] 13'], '0'],
  ['private: [x, y]', []],
  ['private: [workshop]', []],
  ['private: [basics]', []],
  ['private: [x.basics.phone]', []],
  ['private: [[basics.x]]', []],
  ['private: true', []],
  ['meta: {private: basics.phone}', []],
];

for (const [text, found, misplaced] of settings) {
  test(`Private by "${text}" are ${found.length} paths`, () => {
    const { paths: all, misplaced: others } = readPrivateSettings(read(text), resumeShape);
    assert.deepEqual(
      all.map(({ path, place, start }) => `${path} ${place.replace('meta.site.private', '')} ${start}`),
      found,
    );
    assert.deepEqual(
      others.map(({ path, start }) => `${path} ${start}`),
      misplaced === undefined ? [] : [`private ${misplaced}`],
    );
  });
}
