import assert from 'node:assert/strict';
import test from 'node:test';
import { readPlan } from './read-plan.ts';
import { findUnreviewed, type Review, readReview, reviewMark, reviewUnit, writeReview } from './review.ts';

type Wish = readonly [address: string, action: 'create' | 'update' | 'replace' | 'destroy', value: number];

const actions = { create: ['create'], update: ['update'], replace: ['delete', 'create'], destroy: ['delete'] };
const plan = (...wishes: readonly Wish[]) =>
  readPlan('site', {
    resource_changes: wishes.map(([address, action, value]) => ({
      address,
      change: { actions: actions[action], before: { value: 0 }, after: { value } },
    })),
  });

const seen: readonly Wish[] = [
  ['a', 'update', 1],
  ['b', 'create', 1],
];
const cases: readonly (readonly [
  title: string,
  follows: readonly string[],
  wanted: readonly Wish[],
  unreviewed: readonly string[],
])[] = [
  ['what was seen', [], seen, []],
  ['less than what was seen', [], [['a', 'update', 1]], []],
  ['nothing', [], [], []],
  ['another value', [], [['a', 'update', 2]], ['not what the reviewed plan shows:\n  ~ a is updated']],
  ['another action', [], [['a', 'replace', 1]], ['not what the reviewed plan shows:\n  -+ a is destroyed']],
  ['another resource', [], [['c', 'update', 1]], ['not in the reviewed plan:\n  ~ c is updated']],
  [
    'two things',
    [],
    [
      ['c', 'update', 1],
      ['b', 'destroy', 1],
    ],
    ['not what the reviewed plan shows:\n  - b is destroyed', 'not in the reviewed plan:\n  ~ c is updated'],
  ],
  ['an update of what follows, with another value', ['api'], [['a', 'update', 2]], []],
  ['an update of what follows, of another resource', ['api'], [['c', 'update', 1]], []],
  ['a creation that was seen, with another value', ['api'], [['b', 'create', 2]], []],
  ['a creation that was not', ['api'], [['c', 'create', 1]], ['not in the reviewed plan:\n  + c is created']],
  ['a destruction that was not', ['api'], [['c', 'destroy', 1]], ['not in the reviewed plan:\n  - c is destroyed']],
  ['a replacement', ['api'], [['a', 'replace', 1]], ['not what the reviewed plan shows:\n  -+ a is destroyed']],
];
for (const [title, follows, wanted, unreviewed] of cases) {
  test(`after a review ${follows.length > 0 ? 'of a unit that follows another ' : ''}the plan wants ${title}`, () => {
    const found = findUnreviewed(plan(...wanted), reviewUnit(plan(...seen), follows));
    assert.equal(found.length, unreviewed.length, found.join());
    for (const [index, text] of unreviewed.entries())
      assert.ok(found[index]?.startsWith(`site: ${text}`), found[index]);
  });
}

test('without a review every change is one that nobody saw, and every line of it is told', () => {
  assert.deepEqual(findUnreviewed(plan(['a', 'update', 1]), undefined), [
    'site: not in the reviewed plan:\n  ~ a is updated in place\n  ~   value = 0 → 1',
  ]);
  assert.deepEqual(findUnreviewed(plan(), undefined), []);
});

const review: Review = { version: 1, commit: 'abc', environments: { dev: { site: reviewUnit(plan(...seen), []) } } };
const line = writeReview(review, 10_000);

test('what is written is read again, whatever comes after the first line', () => {
  assert.deepEqual(readReview(line), review);
  assert.deepEqual(readReview(`${line}\n### more`), review);
  assert.deepEqual(readReview(`${line}\r\n### more`), review);
  assert.ok(line.startsWith('<!-- cloud-resume plan {"version":1,'));
});

const strangers: readonly (readonly [title: string, comment: string])[] = [
  ['an empty one', ''],
  ['another one', 'Looks good'],
  ['one with the review in its second line', `\n${line}`],
  ['one with words before it', `> ${line}`],
  ['one with words after it', `${line} `],
  ['one of another mark', line.replace(reviewMark, '<!-- cloud-resume plam ')],
  ['one of another version', line.replace('"version":1', '"version":2')],
  ['one that is cut', `${line.slice(0, 60)} -->`],
];
for (const [title, comment] of strangers) {
  test(`no review is read from ${title}`, () => assert.equal(readReview(comment), undefined));
}

test('a line of just the length that is allowed stays whole', () => {
  assert.equal(writeReview(review, line.length), line);
  const shorter = readReview(writeReview(review, line.length - 1))?.environments.dev?.site;
  assert.deepEqual(shorter, { ...review.environments.dev?.site, changes: {} });
});
