import assert from 'node:assert/strict';
import test from 'node:test';
import { fenceText, measure } from './fence-text.ts';
import { formatComment } from './format-comment.ts';
import { readPlan } from './read-plan.ts';
import { readReview } from './review.ts';

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

test('a text is cut at the end of a line, and every line is shown or counted', () => {
  for (let bytes = 60; bytes < 140; bytes += 1) {
    const fenced = fenceText('one line\nanother line\nand a third one\nthe end of it', bytes, '# more');
    assert.ok(measure(fenced) <= bytes, `${bytes}: ${fenced}`);
    const lines = fenced.split('\n').slice(1, -1);
    const left = Number(/^(\d) more$/.exec(lines.at(-1) ?? '')?.[1] ?? 0);
    assert.equal(lines.length - (left > 0 ? 1 : 0) + left, 4);
  }
});
