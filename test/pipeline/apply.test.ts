import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { calm, makePipelineProject } from './make-pipeline-project.ts';
import { workflow } from './start-github.ts';
import { writePlan } from './write-plan.ts';

const planAll = 'terragrunt run ./table ./api ./site plan in dev';

test('what a merged pull request showed is applied from the very plan that was compared', async (context) => {
  const { plan, review, merge, readAsked } = await makePipelineProject(context);
  await plan('table', writePlan({ '~ aws_table.visits': 1 }));
  await plan('table', calm, 'table');
  await review(1, 'aaa');
  const ran = await merge(1);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /Compared with the plan in pull request 1\.\n(.*\n)*Applied dev as reviewed\.\n$/);
  assert.deepEqual(await readAsked(), [planAll, 'terragrunt run ./table apply in dev']);
});

test('without changes nothing is applied, and no review is needed', async (context) => {
  const { spawn, readAsked } = await makePipelineProject(context);
  const ran = await spawn('apply dev --reviewed', { GITHUB_SHA: 'pushed' });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /\nNothing to apply: dev is what this commit describes\.\n$/);
  assert.deepEqual(await readAsked(), [planAll]);
});

test('an empty account: units are planned again when those before them are applied', async (context) => {
  const { plan, review, merge, readAsked } = await makePipelineProject(context);
  const mocked = { outputs: true, variables: { id: 'mock-id' } };
  await plan('table', writePlan({ '+ aws_table.visits': 1 }, { outputs: true }));
  await plan('api', writePlan({ '+ aws_api.visits': 'mock-id' }, mocked));
  await plan('site', writePlan({ '+ aws_site.visits': 'mock-api' }, mocked));
  await plan('table', calm, 'table');
  await plan('api', writePlan({ '+ aws_api.visits': 'real' }, { outputs: true }), 'table');
  await plan('api', calm, 'api');
  await plan('site', writePlan({ '+ aws_site.visits': 'real too' }), 'api');
  const comment = await review(1, 'aaa');
  assert.match(comment, /\| dev \| site \| 1 \| 0 \| 0 \| `\w{12}` follows api \|/);
  const ran = await merge(1);
  assert.equal(ran.code, 0, ran.stderr);
  assert.deepEqual(await readAsked(), [
    planAll,
    'terragrunt run ./table apply in dev',
    'terragrunt run ./api plan in dev',
    'terragrunt run ./api apply in dev',
    'terragrunt run ./site plan in dev',
    'terragrunt run ./site apply in dev',
  ]);
});

test('a value that was not shown is refused before anything is changed', async (context) => {
  const { plan, review, merge, readAsked } = await makePipelineProject(context);
  await plan('table', writePlan({ '~ aws_table.visits': 1 }));
  await plan('site', writePlan({ '~ aws_site.visits': 1 }));
  await review(1, 'aaa');
  await plan('site', writePlan({ '~ aws_site.visits': 2, '- aws_site.old': null }));
  const ran = await merge(1);
  assert.equal(ran.code, 3);
  assert.equal(
    ran.stderr,
    `Nothing was changed. This is not what was reviewed (the plan in pull request 1):
site: not in the reviewed plan:
  - aws_site.old is destroyed
site: not what the reviewed plan shows:
  ~ aws_site.visits is updated in place
  ~   size = 0 → 2
Open a pull request, even one that changes a word: its plan now shows this change, and its merge applies it.
`,
  );
  assert.deepEqual(await readAsked(), [planAll]);
});

test('a unit that follows another may be updated in place, and nothing more', async (context) => {
  const { plan, review, merge, readAsked } = await makePipelineProject(context);
  await plan('table', writePlan({ '~ aws_table.visits': 1 }, { outputs: true }));
  await plan('table', calm, 'table');
  await plan('api', writePlan({ '~ aws_api.visits': 'new' }, { outputs: true }), 'table');
  await plan('api', calm, 'api');
  await plan('site', writePlan({ '-+ aws_site.visits': 'new' }), 'api');
  await review(1, 'aaa');
  const ran = await merge(1);
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /^Applied are table, api, and nothing else\. This is not what was reviewed/);
  assert.match(ran.stderr, /site: not in the reviewed plan:\n {2}-\+ aws_site\.visits is destroyed and created anew\n/);
  assert.deepEqual((await readAsked()).at(-1), 'terragrunt run ./site plan in dev');
});

test('a plan with a stand-in for an output is never applied', async (context) => {
  const { plan, review, merge, readAsked } = await makePipelineProject(context);
  const mocked = writePlan({ '~ aws_api.visits': 'mock-id' }, { variables: { id: 'mock-id' } });
  await plan('api', mocked);
  await review(1, 'aaa');
  const ran = await merge(1);
  assert.equal(ran.code, 3);
  assert.match(
    ran.stderr,
    /^Nothing was changed\. These plans hold stand-ins .*\n {2}api: id, aws_api\.visits\nGive that/,
  );
  assert.deepEqual(await readAsked(), [planAll]);
});

const notReviewed = [
  { title: 'a push without a pull request', prepare: () => 'pushed', says: /no pull request was merged as pushed/ },
  {
    title: 'a pull request whose last commit was not planned',
    prepare: (github) => {
      Object.assign(github.pulls[0]?.head ?? {}, { sha: 'bbb' });
      return 'merge-1';
    },
    says: /pull request 1 shows the plan for aaa, and bbb was merged/,
  },
  {
    title: 'a comment that somebody else wrote in the style of the workflow',
    prepare: (github) => {
      const [comment] = github.comments.splice(0);
      for (const user of [
        { login: 'jane', type: 'User' },
        { login: 'helpful[bot]', type: 'Bot' },
        { login: 'github-actions', type: 'User' },
      ] as const) {
        github.comments.push({ id: github.comments.length, pull: 1, user, body: comment?.body ?? '' });
      }
      return 'merge-1';
    },
    says: /pull request 1 has no comment with a plan/,
  },
  {
    title: 'a review that stands anywhere but at the beginning of the comment',
    prepare: (github) => {
      const [comment] = github.comments;
      if (comment)
        comment.body = `<!-- cloud-resume plan {"version":1,"commit":"aaa","environments":{}} -->\n${comment.body}`;
      return 'merge-1';
    },
    says: /not in the reviewed plan/,
  },
] satisfies readonly {
  readonly title: string;
  readonly prepare: (github: Awaited<ReturnType<typeof makePipelineProject>>['github']) => string;
  readonly says: RegExp;
}[];

for (const { title, prepare, says } of notReviewed) {
  test(`a change is refused after ${title}`, async (context) => {
    const { github, plan, review, run, readAsked, cwd } = await makePipelineProject(context);
    await plan('table', writePlan({ '~ aws_table.visits': 1 }));
    await review(1, 'aaa');
    Object.assign(github.pulls[0] ?? {}, { merged_at: 'now', merge_commit_sha: 'merge-1' });
    await writeFile(join(cwd, 'asked'), '');
    const ran = await run('apply dev --reviewed', { GITHUB_SHA: prepare(github) });
    assert.equal(ran.code, 3);
    assert.match(ran.stderr, says);
    assert.deepEqual(await readAsked(), [planAll]);
  });
}

test('a comment of somebody else stays as it is, and the plan gets its own', async (context) => {
  const { github, review } = await makePipelineProject(context);
  const body = '<!-- cloud-resume plan {} -->';
  github.comments.push({ id: 7, pull: 1, user: { login: 'jane', type: 'User' }, body });
  await review(1, 'aaa');
  await review(1, 'bbb');
  assert.deepEqual(
    github.comments.map(({ user, body }) => [user.login, body.includes('Planned for')]),
    [
      ['jane', false],
      [workflow.login, true],
    ],
  );
  assert.match(github.comments[1]?.body ?? '', /Planned for bbb\./);
});

test('a plan that fails shows what Terragrunt says, and never the address for alarms', async (context) => {
  const { spawn, cwd } = await makePipelineProject(context);
  await writeFile(join(cwd, 'answers/terragrunt-run-error'), 'Error: jane@jane.example is no address\n');
  const ran = await spawn('plan dev', { ALARM_EMAIL: 'jane@jane.example' });
  assert.equal(ran.code, 3);
  assert.match(ran.stderr, /The plan for dev failed; .*\nError: \(ALARM_EMAIL\) is no address\n$/);
});

test("a run of Dependabot's is not planned, and says what to do", async (context) => {
  const { run, readAsked } = await makePipelineProject(context);
  const ran = await run('plan', { GITHUB_ACTOR: 'dependabot[bot]', GITHUB_HEAD_REF: 'dependabot/npm/all' });
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /^Not planned: .* push a commit to dependabot\/npm\/all first/);
  assert.deepEqual(await readAsked(), []);
});
