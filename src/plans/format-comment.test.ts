import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { fuzzRuns } from '../../test/fuzz-runs.ts';
import { measure } from './code-block.ts';
import { formatComment } from './format-comment.ts';
import { readPlan } from './read-plan.ts';
import { findUnreviewed, readReview, type UnitReview } from './review.ts';

const create = (address: string, after: object) => ({ address, change: { actions: ['create'], before: null, after } });
const format = (changes: readonly ReturnType<typeof create>[], follows: readonly string[] = []) =>
  formatComment(
    [
      {
        name: 'dev',
        units: [
          { plan: readPlan('site', { resource_changes: changes }), follows },
          { plan: readPlan('calm', {}), follows: [] },
        ],
        worstCase: 34.786,
        millionVisits: 1.6,
      },
    ],
    'abcdef0123456789',
  );

test('a comment has a table, the folded plan, the cost and the commit', () => {
  const comment = format([create('aws_site.a', { name: 'x' })], ['api']);
  const [first, ...lines] = comment.split('\n');
  const digest = readReview(first ?? '')?.environments.dev?.site?.digest.slice(0, 12);
  assert.equal(
    lines.join('\n'),
    `### What a merge changes on AWS

| environment | unit | add | change | destroy | digest |
|---|---|--:|--:|--:|---|
| dev | site | 1 | 0 | 0 | \`${digest}\` follows api |
| dev | calm | 0 | 0 | 0 |  |

<details><summary>dev/site: 1 to add, 0 to change, 0 to destroy</summary>

\`\`\`diff
+ aws_site.a is created
+   name = "x"
\`\`\`

</details>

- dev costs at most 34.79 USD a month while CloudFront's free 1 TB lasts, however many calls come; a million visits cost 1.60 USD.

A unit that follows another gets values that are not known yet. When these are, it may update in place what exists, and never create, replace or destroy what is not shown here.

Planned for abcdef012345. Nothing is applied before the merge.
`,
  );
});

test('a value cannot end the block that it is shown in, nor the hidden line', () => {
  const hostile = '````\n</details> --> <!-- cloud-resume plan {} -->';
  const comment = format([create(`aws_site.a["-->--"]`, { text: hostile })]);
  assert.match(comment, /\n`{5}diff\n/);
  assert.equal(comment.split('\n')[0]?.match(/-->/g)?.length, 1);
  const changes = readReview(comment)?.environments.dev?.site?.changes ?? {};
  assert.deepEqual(Object.keys(changes), ['aws_site.a["-->--"]']);
});

test('the longest plan fits, and says how much is left out', () => {
  const long = Array.from({ length: 40 }, (_, index) =>
    create(`aws_site.a${index}`, { policy: 'é`'.repeat(3000), other: 'x'.repeat(300) }),
  );
  const comment = format(long);
  assert.ok(measure(comment) <= 64_000, String(measure(comment)));
  assert.ok(measure(comment) > 50_000, String(measure(comment)));
  assert.match(comment, /\n… and \d+ lines more: the log of the plan has them all\n`+\n\n<\/details>\n/);
  assert.equal(Object.keys(readReview(comment)?.environments.dev?.site?.changes ?? {}).length, 40);
});

const plain = (address: string) => create(address, { name: 'x' });

test('a review that is too long for a comment keeps the digest of its longest units', () => {
  const long = plain('a'.repeat(100_000));
  const comment = format([long]);
  assert.ok(comment.length <= 65_536);
  const review = readReview(comment)?.environments.dev;
  const plan = readPlan('site', { resource_changes: [long] });
  assert.deepEqual(review?.site, { digest: plan.digest, follows: [], changes: {} });
  assert.deepEqual(findUnreviewed(plan, review?.site), []);
  assert.equal(findUnreviewed(readPlan('site', { resource_changes: [plain('b')] }), review?.site).length, 1);
});

test('of a review that is too long the short units keep every change', () => {
  const units = [Array.from({ length: 490 }, (_, index) => plain(`module.site.a["${index}"]`)), [plain('b')]];
  const environment = {
    name: 'dev',
    units: units.map((changes, index) => ({
      plan: readPlan(`u${index}`, { resource_changes: changes }),
      follows: ['u9'],
    })),
    worstCase: 0,
    millionVisits: 0,
  };
  const review = readReview(formatComment([environment], ''))?.environments.dev;
  assert.deepEqual(Object.keys(review?.u0?.changes ?? {}), []);
  assert.deepEqual(Object.keys(review?.u1?.changes ?? {}), ['b']);
  assert.deepEqual([review?.u0?.follows, review?.u1?.follows], [['u9'], ['u9']]);
});

test('too many environments for a comment are refused', () => {
  const many = Array.from({ length: 400 }, (_, index) => ({
    name: `environment-${index}`.padEnd(100, 'x'),
    units: [{ plan: readPlan('site', {}), follows: [] }],
    worstCase: 0,
    millionVisits: 0,
  }));
  assert.throws(
    () => formatComment(many, ''),
    /^Error: 400 units are too many for one comment on GitHub\. Name an environment: /,
  );
});

const json = fc.json({ maxDepth: 2 });
const change = fc.record({
  address: fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ minLength: 2000, maxLength: 30_000 })),
  change: fc.record({
    actions: fc.constantFrom(['create'], ['update'], ['delete'], ['delete', 'create'], ['no-op']),
    before: json,
    after: fc.oneof(json, fc.string({ unit: 'binary' })),
  }),
});
const environment = fc.record({
  name: fc.string({ unit: 'binary', maxLength: 80 }),
  units: fc.array(
    fc.record({
      plan: fc.record({
        name: fc.string({ unit: 'binary', maxLength: 40 }),
        changes: fc.array(change, { maxLength: 20 }),
      }),
      follows: fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 5 }),
    }),
    { maxLength: 8 },
  ),
});

test('whatever is planned, the comment fits, begins with what is read back, and tells nobody', () => {
  fc.assert(
    fc.property(fc.array(environment, { maxLength: 5 }), fc.stringMatching(/^[0-9a-f]{40}$/), (all, commit) => {
      const environments = all.map(({ name, units }) => ({
        name,
        units: units.map(({ plan, follows }) => ({
          plan: readPlan(plan.name, { resource_changes: plan.changes }),
          follows,
        })),
        worstCase: 1,
        millionVisits: 2,
      }));
      const comment = formatComment(environments, commit);
      assert.ok(comment.length <= 65_536, String(comment.length));
      const [first = '', ...lines] = comment.split('\n');
      assert.equal(first.match(/--/g)?.length, 2);
      const review = readReview(comment);
      assert.equal(review?.commit, commit);
      for (const { name, units } of environments) {
        for (const { plan } of units) {
          const seen: UnitReview | undefined = review?.environments[name]?.[plan.unit];
          if (seen?.digest === plan.digest) assert.deepEqual(findUnreviewed(plan, seen), []);
        }
      }
      // Outside of code blocks there is no sign that anybody chose.
      const outside = lines.join('\n').replaceAll(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, '');
      assert.match(outside.replaceAll(/<\/?(details|summary|code)>/g, ''), /^[\w\s#|`~+=.,:;…&'\\{}()/-]*$/);
    }),
    fuzzRuns(50),
  );
});

const calm = (name: string, units: readonly string[], follows: readonly string[] = []) => ({
  name,
  units: units.map((unit) => ({ plan: readPlan(unit, {}), follows })),
  worstCase: 1,
  millionVisits: 2,
});

test('sixty rows are shown, and the others are counted', () => {
  const rows = (count: number) =>
    formatComment(
      [
        calm(
          'dev',
          Array.from({ length: count }, (_, index) => `u${index}`),
        ),
      ],
      '',
    ).match(/^(\| dev .*|… .*)$/gm);
  assert.equal(rows(60)?.length, 60);
  assert.deepEqual(rows(63)?.slice(-2), ['| dev | u59 | 0 | 0 | 0 |  |', '… and 3 more']);
});

test('each environment has its own line of cost, and parts are a line apart', () => {
  const comment = formatComment([calm('dev', ['site']), calm('prod', ['site'])], 'abc');
  const cost = (name: string) =>
    `- ${name} costs at most 1.00 USD a month while CloudFront's free 1 TB lasts, however many calls come; a million visits cost 2.00 USD.`;
  assert.ok(
    comment.endsWith(
      `|  |\n\n${cost('dev')}\n${cost('prod')}\n\nPlanned for abc. Nothing is applied before the merge.\n`,
    ),
  );
});

test('one unit that follows others is enough to say what that means', () => {
  const follows = Array.from({ length: 12 }, (_, index) => `u${index}`);
  const comment = formatComment([calm('dev', ['a']), calm('prod', ['b'], follows)], '');
  assert.match(comment, /\nA unit that follows another gets values/);
  assert.ok(comment.includes('| prod | b | 0 | 0 | 0 | follows u0, u1, u2, u3, u4, u5, u6, u7, u8, u9 |'));
});

test('of very many units the first share the room, and the comment fits', () => {
  const units = Array.from({ length: 250 }, (_, index) => ({
    plan: readPlan(`u${index}`, { resource_changes: [create('a', { name: 'x'.repeat(1000) })] }),
    follows: [],
  }));
  const comment = formatComment([{ ...calm('dev', []), units }], '');
  assert.ok(measure(comment) <= 64_000, String(measure(comment)));
});

test('a comment fits, whatever names and values it has to spell out', () => {
  const hostile = (length: number) => '<`\u202e'.repeat(length);
  const many = Array.from({ length: 20 }, (_, at) => {
    const [name, unit] = [`${at}${hostile(20)}`, hostile(20)];
    const changes = [create(hostile(30), { name: '`'.repeat(9000) }), create('b', { name: hostile(3000) })];
    return { ...calm(name, []), units: [{ plan: readPlan(unit, { resource_changes: changes }), follows: [] }] };
  });
  for (const environments of [many, many.map((one) => ({ ...one, units: Array(20).fill(one.units).flat() }))])
    assert.ok(measure(formatComment(environments, '')) <= 64_000, String(measure(formatComment(environments, ''))));
});

test('the lines of a block are in the order of the changes', () => {
  assert.match(format([plain('b'), plain('a')]), /\+ a is created\n\+ {3}name = "x"\n\+ b is created\n/);
});
