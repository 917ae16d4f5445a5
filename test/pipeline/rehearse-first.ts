import assert from 'node:assert/strict';
import { assertJobs } from './assert-jobs.ts';
import type { Stage } from './create-stage.ts';
import { readPage } from './read-page.ts';
import { isChange } from './start-recorder.ts';

const settings = 'infrastructure/live/dev/env.hcl';
// The empty line keeps what follows formatted.
const first = '  max_read_units = 9\n\n';
const second = '  max_read_units = 8\n\n';
const begin = 'locals {\n';

/** The first pull request, in an empty account. */
export async function pullFirst(stage: Stage): Promise<void> {
  const { repository, github } = stage;
  repository.switchTo('smaller-table');
  const commit = repository.change(settings, begin, begin + first);
  const run = await stage.push(1, 'smaller-table', commit);
  assertJobs(run, 'tests success', 'static success', 'plan success', 'comment success');
  assert.deepEqual(run.calls.filter(isChange), []);
  const [comment, ...more] = github.comments;
  assert.deepEqual(more, []);
  const body = comment?.body ?? '';
  assert.ok(body.length < 65_536, String(body.length));
  assert.match(body, /\| dev \| dynamodb \| 2 \| 0 \| 0 \| `\w{12}` \|/);
  assert.match(body, /\| prod \| s3-cloudfront \| \d+ \| 0 \| 0 \| `\w{12}` follows api_gateway-lambda \|/);
  assert.match(body, /<details><summary>dev\/dynamodb: 2 to add.*<\/summary>\n\n```diff\n\+ aws_dynamodb_table/);
  assert.match(body, /max_read_request_units = 9\n/);
  assert.match(body, /- dev costs at most [\d.]+ USD a month/);
  assert.ok(body.includes(`Planned for ${commit.slice(0, 12)}`));
}

/** Its second push. */
export async function pullFirstAgain(stage: Stage): Promise<void> {
  const { repository, github } = stage;
  const before = github.comments[0]?.body;
  const commit = repository.change(settings, first, second);
  const run = await stage.push(1, 'smaller-table', commit);
  assertJobs(run, 'tests success', 'static success', 'plan success', 'comment success');
  assert.deepEqual(run.calls.filter(isChange), []);
  assert.equal(github.comments.length, 1);
  assert.notEqual(github.comments[0]?.body, before);
  assert.match(github.comments[0]?.body ?? '', /max_read_request_units = 8\n/);
  assert.deepEqual(
    github.calls.filter((call) => !call.startsWith('GET ')),
    ['POST /issues/1/comments', 'PATCH /issues/comments/100'],
  );
}

/** A mistake in the code that counts, straight on main. */
export async function failBackendTest(stage: Stage): Promise<void> {
  const { repository } = stage;
  repository.switchTo('mistake');
  const commit = repository.change('src/visits/create-visits.ts', 'if (again) return', 'if (!again) return');
  for (const run of [await stage.push(2, 'mistake', commit), await stage.pushMain(commit)]) {
    assertJobs(run, 'tests failure');
    assert.match(run.output, /src\/visits\/create-visits\.test\.ts/);
    assert.deepEqual(run.calls, []);
  }
}

/** The merge of the first pull request. */
export async function mergeFirst(stage: Stage): Promise<void> {
  const run = await stage.pushMain(stage.repository.merge('smaller-table'), 1);
  assertJobs(run, 'tests success', 'static success', 'dev success', 'prod success');
  const { calls } = run;
  const places = ['dev', 'prod'].flatMap((name) => {
    const bucket = `/cloud-resume-${name}-site-000000000000`;
    const made = calls.indexOf(`s3 PUT ${bucket}`);
    const find = (pattern: RegExp, from: number) => {
      const place = calls.findIndex((call, index) => index > from && pattern.test(call));
      assert.ok(place !== -1, `${name}: no ${pattern} after call ${from}`);
      return place;
    };
    const distribution = find(/^cloudfront POST \/2020-05-31\/distribution$/, made);
    const style = find(new RegExp(`^s3 PUT ${bucket}/site/.*\\.css$`), distribution);
    const page = find(new RegExp(`^s3 PUT ${bucket}/site/index\\.html$`), style);
    const invalidation = find(/^cloudfront POST .*\/invalidation$/, page);
    const smoke = find(new RegExp(`^smoke ${name}$`), invalidation);
    return [made, distribution, style, page, invalidation, smoke];
  });
  assert.ok(!places.includes(-1), 'A bucket was not made.');
  assert.deepEqual(
    places,
    [...places].sort((one, other) => one - other),
  );
  for (const name of ['dev', 'prod']) assert.match(await readPage(await stage.desk.openSite(name)), /<h1/);
}
