import assert from 'node:assert/strict';
import test from 'node:test';
import { calm, makePipelineProject } from './make-pipeline-project.ts';
import { writePlan } from './write-plan.ts';

test('drift opens one issue, keeps it up to date, and closes it when nothing differs any more', async (context) => {
  const { github, plan, run, spawn } = await makePipelineProject(context);
  await spawn('drift');
  assert.equal(github.issues.length, 0);

  await plan('table', writePlan({ '~ aws_table.visits': 1 }));
  assert.match((await run('drift')).stdout, /\nIssue 1000 was opened\.\n$/);
  assert.match(github.issues[0]?.body ?? '', /#### dev\/table\n\n```diff\n~ aws_table\.visits is updated in place\n/);

  await plan('site', { resource_drift: [{ address: 'aws_site.x', change: { actions: ['delete'] } }] });
  assert.match((await run('drift')).stdout, /\nIssue 1000 was updated\.\n$/);
  assert.match(
    github.issues[0]?.body ?? '',
    /#### dev\/site\n\n```diff\n- aws_site\.x was deleted outside of this repository\n/,
  );

  await plan('table', calm);
  await plan('site', calm);
  assert.match((await run('drift')).stdout, /\nIssue 1000 was closed\.\n$/);
  assert.equal(github.issues[0]?.state, 'closed');
  assert.match((await run('drift')).stdout, /\nWhat is deployed is what this checkout describes\.\n$/);
  assert.equal(github.issues.length, 1);
});

test('an issue that a person opened in the same style is left alone', async (context) => {
  const { github, run } = await makePipelineProject(context);
  const body = '<!-- cloud-resume drift -->';
  github.issues.push({ number: 3, user: { login: 'jane', type: 'User' }, title: '', body, state: 'open' });
  await run('drift');
  assert.equal(github.issues[0]?.state, 'open');
});

test('what AWS changed by itself is no drift', async (context) => {
  const { github, plan, run } = await makePipelineProject(context);
  const change = { actions: ['update'], before: { etag: 1 }, after: { etag: 2 } };
  await plan('site', { resource_drift: [{ address: 'aws_site.x', change }] });
  await run('drift');
  assert.equal(github.issues.length, 0);
});

test('by hand, the exit code says whether something differs, and GitHub is not asked', async (context) => {
  const { github, plan, run } = await makePipelineProject(context);
  await plan('table', writePlan({ '- aws_table.visits': null }));
  const ran = await run('drift dev', { GITHUB_ACTIONS: '' });
  assert.equal(ran.code, 1);
  assert.match(ran.stdout, /\ndev\/table\n- aws_table\.visits is destroyed\n$/);
  assert.equal((await run('drift prod', { GITHUB_ACTIONS: '' })).code, 0);
  assert.deepEqual(github.calls, []);
});

test('a token that may not write is told of, with the remedy', async (context) => {
  const { run } = await makePipelineProject(context);
  const ran = await run('drift', { GITHUB_TOKEN: 'other' });
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /^GitHub answered 403 to GET \/issues.*permissions do not allow it/);
});
