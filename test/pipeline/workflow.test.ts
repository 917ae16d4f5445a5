import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { parse } from 'yaml';

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Record<string, unknown>;
};
type Job = {
  readonly needs?: string;
  readonly if?: string;
  readonly environment?: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly 'timeout-minutes': number;
  readonly steps: readonly Step[];
};

const project = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(project, path), 'utf8');
const text = read('.github/workflows/pipeline.yaml');
const workflow = parse(text) as {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: object;
  readonly concurrency: { readonly 'cancel-in-progress': string };
  readonly jobs: Readonly<Record<string, Job>>;
};
const jobs = Object.entries(workflow.jobs);
const environments = readdirSync(join(project, 'infrastructure/live')).sort();

test('each environment has a job that deploys it, one after the other, with its own roles', () => {
  assert.deepEqual(
    jobs.filter(([, job]) => job.environment !== undefined).map(([name, { environment }]) => [name, environment]),
    environments.map((name) => [name, name]),
  );
  const project = /variable "name" \{.*?default\s*= "(.+?)"/s.exec(read('infrastructure/bootstrap/variables.tf'))?.[1];
  let before = 'static';
  for (const name of environments) {
    const { needs, steps, if: condition } = workflow.jobs[name] ?? { steps: [] };
    assert.equal(needs, before, name);
    assert.match(condition ?? '', /^github\.event_name == 'push' && /);
    const role = (kind: string) => `arn:aws:iam::\${{ vars.AWS_ACCOUNT_ID }}:role/${project}-${kind}-${name}`;
    assert.deepEqual(
      steps
        .map((step) => step.with?.['role-to-assume'] ?? step.run)
        .filter((one) => one !== undefined)
        .slice(1),
      [
        role('apply'),
        `npx cloud-resume apply ${name} --reviewed`,
        role('site'),
        `npx cloud-resume publish ${name}`,
        `npx cloud-resume smoke ${name}`,
        `npx cloud-resume rollback ${name}`,
      ],
    );
    before = name;
  }
});

test('nothing is deployed but by a push to main, and nothing runs code of strangers with rights', () => {
  assert.deepEqual(Object.keys(workflow.on).sort(), ['pull_request', 'push', 'schedule', 'workflow_dispatch']);
  assert.deepEqual(workflow.on.push, { branches: ['main'] });
  assert.match(workflow.jobs.plan?.if ?? '', /head\.repo\.full_name == github\.repository/);
  // What a chat or a desk is told is no right to anything here.
  const secrets = [...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(secrets)].sort(), ['ALARM_HTTPS', 'ALARM_WEBHOOK']);
});

test('every job has a limit of time and no more rights than it names', () => {
  assert.deepEqual(workflow.permissions, {});
  for (const [name, job] of jobs) {
    assert.ok(job['timeout-minutes'] <= 60, name);
    assert.equal(job.permissions.contents, 'read', name);
  }
  const rights = (right: string) => jobs.filter(([, { permissions }]) => right in permissions).map(([name]) => name);
  assert.deepEqual(rights('id-token'), ['plan', ...environments, 'drift', 'smoke']);
  assert.deepEqual(rights('pull-requests'), ['comment', ...environments]);
  assert.deepEqual(rights('issues'), ['drift']);
  assert.equal(workflow.jobs.comment?.permissions['id-token'], undefined);
});

test('a deployment is never cancelled', () => {
  assert.match(workflow.concurrency['cancel-in-progress'], /^\$\{\{ github\.event_name == 'pull_request' \}\}$/);
});

test('every action is pinned by commit, with its version beside it, and is the same everywhere', () => {
  const others = readdirSync(join(project, '.github/workflows')).map((name) => read(`.github/workflows/${name}`));
  const all = others.join('\n');
  const uses = [...all.matchAll(/uses: (.+)$/gm)].map(([, line = '']) => line);
  for (const line of uses) assert.match(line, /^[\w-]+\/[\w-]+(?:\/[\w-]+)?@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const actions = new Set(uses.map((line) => line.split('@')[0]));
  assert.equal(new Set(uses).size, actions.size);
  for (const [name, { steps }] of jobs) {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'));
    assert.deepEqual(
      checkouts.map((step) => step.with),
      [{ 'persist-credentials': false }],
      name,
    );
  }
});

test('every week the sites are tried, whatever the drift check said', () => {
  const { needs, if: condition, steps } = workflow.jobs.smoke ?? { steps: [] };
  assert.equal(needs, 'drift');
  assert.match(condition ?? '', /!cancelled\(\).*github\.event_name == 'schedule'/);
  assert.deepEqual(
    steps.flatMap(({ run = '' }) => /smoke (\w+)$/.exec(run)?.[1] ?? []),
    environments,
  );
});

test("Dependabot's runs, which are lent no identity, ask for none", () => {
  const lent = workflow.jobs.plan?.steps.filter(({ uses = '' }) => uses.startsWith('aws-actions/'));
  assert.deepEqual(
    lent?.map((step) => step.if),
    ["github.actor != 'dependabot[bot]'"],
  );
  assert.equal(workflow.jobs.comment?.if, "needs.plan.outputs.comment != ''");
});

test('every step that is run is a command of the project', () => {
  for (const [name, { steps }] of jobs) {
    for (const { run } of steps) {
      if (run !== undefined)
        assert.match(run, /^(npm ci|npm test|npm run check:infrastructure|npx cloud-resume [^\n|&;]+)$/, name);
    }
  }
});

test('the variables of a repository are those that docs/deploy.md and doctor name', () => {
  const named = new Set([...text.matchAll(/vars\.(\w+)/g)].map(([, name]) => name));
  const [docs, doctor] = [read('docs/deploy.md'), read('src/cli/commands/doctor/check-github.ts')];
  assert.deepEqual([...named].sort(), ['ALARM_EMAIL', 'AWS_ACCOUNT_ID', 'AWS_REGION', 'STATE_S3_BUCKET']);
  for (const name of named) {
    assert.ok(docs.includes(name ?? '?'), name);
    assert.equal(doctor.includes(`${name}: `), name !== 'ALARM_EMAIL', name);
  }
});
