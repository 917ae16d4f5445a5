import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import test, { type TestContext } from 'node:test';
import { ask } from '../../src/cli/ask.ts';
import { runDeploy } from '../../src/cli/run-deploy.ts';
import { runDestroy } from '../../src/cli/run-destroy.ts';
import type { Shell } from '../../src/cli/shell.ts';
import { makeCloudProject } from './make-cloud-project.ts';

/** A project, and a person at its terminal who answers every question like this. */
async function sit(context: TestContext, answer: string) {
  const { cwd, aws, env, readAsked } = await makeCloudProject(context);
  const said: string[] = [];
  const questions: string[] = [];
  const shell: Shell = {
    root: cwd,
    env,
    isTerminal: true,
    canAsk: true,
    print: (text) => said.push(text),
    warn: (text) => said.push(text),
    paint: (_, text) => text,
    paintWarning: (_, text) => text,
    async ask(question) {
      questions.push(question.trim());
      return answer;
    },
    open: () => {},
    untilStopped: () => new Promise(() => {}),
  };
  return { aws, shell, said, questions, readAsked };
}

const input = { options: new Map<string, string>(), operands: ['dev'] };

test('deploy shows the plan before it asks, and applies after a yes', async (context) => {
  const { aws, shell, questions, readAsked } = await sit(context, 'yes');
  Object.assign(process.env, { AWS_ENDPOINT_URL: aws.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  aws.policy = 'img-src *';
  assert.equal(await runDeploy(input, shell), 0);
  assert.deepEqual(questions, ['Apply this to dev? Write yes:']);
  assert.deepEqual((await readAsked()).slice(0, 2), [
    'terragrunt run --all --non-interactive -- plan in dev',
    'terragrunt run --all --non-interactive -- apply in dev',
  ]);
});

for (const answer of ['', 'y', 'no']) {
  test(`deploy changes nothing after "${answer}"`, async (context) => {
    const { shell, said, readAsked } = await sit(context, answer);
    assert.equal(await runDeploy(input, shell), 3);
    assert.ok(said.includes('Nothing was changed.'));
    assert.deepEqual(await readAsked(), ['terragrunt run --all --non-interactive -- plan in dev']);
  });
}

test('destroy wants the name to be typed', async (context) => {
  const { shell, questions, readAsked } = await sit(context, 'dev');
  assert.equal(await runDestroy(input, shell), 0);
  assert.deepEqual(questions, ['Write dev to destroy it:']);
  assert.deepEqual(await readAsked(), ['terragrunt run --all --non-interactive -- destroy in dev']);
});

for (const answer of ['', 'yes', 'prod']) {
  test(`destroy does nothing after "${answer}"`, async (context) => {
    const { shell, said, readAsked } = await sit(context, answer);
    assert.equal(await runDestroy(input, shell), 3);
    assert.ok(said.includes('Nothing was destroyed.'));
    assert.deepEqual(await readAsked(), []);
  });
}

const streams = () => ({ stdin: new PassThrough(), stderr: new PassThrough() });

test('an answer is read up to the end of its line, without spaces around it', async () => {
  const { stdin, stderr } = streams();
  const answer = ask('Sure? ', { stdin, stderr });
  stdin.write('  yes \nmore\n');
  assert.equal(await answer, 'yes');
  assert.equal(String(stderr.read()), 'Sure? ');
});

test('an input that ends without an answer is an empty one', async () => {
  const { stdin, stderr } = streams();
  const answer = ask('Sure? ', { stdin, stderr });
  stdin.end();
  assert.equal(await answer, '');
});
