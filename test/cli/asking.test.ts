import assert from 'node:assert/strict';
import http from 'node:http';
import { PassThrough } from 'node:stream';
import test, { type TestContext } from 'node:test';
import { ask, type Shell, UserError } from '#cli';
import { deploy } from '../../src/cli/commands/deploy.ts';
import { destroy } from '../../src/cli/commands/destroy.ts';
import { importVisits } from '../../src/cli/commands/stats-import.ts';
import { credentials, region, startTable } from '../contract/start-table.ts';
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
    showsProgress: false,
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

/** As `runCommandLine` ends a command. */
async function end(command: Promise<unknown>, said: string[]): Promise<unknown> {
  return command.catch((error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    said.push(error.message);
    return error.exitCode;
  });
}

const input = { options: {}, operands: ['dev'] };

test('deploy shows the plan before it asks, and applies after a yes', async (context) => {
  const { aws, shell, said, questions, readAsked } = await sit(context, 'yes');
  Object.assign(process.env, { AWS_ENDPOINT_URL: aws.url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
  aws.policy = 'img-src *';
  assert.equal(await end(deploy.run(input, shell), said), 0);
  assert.deepEqual(questions, ['Apply this to dev? Write yes:']);
  assert.deepEqual((await readAsked()).slice(0, 2), [
    'terragrunt run --all --non-interactive -- plan in dev',
    'terragrunt run --all --non-interactive -- apply in dev',
  ]);
});

for (const answer of ['', 'y', 'no']) {
  test(`deploy changes nothing after "${answer}"`, async (context) => {
    const { shell, said, readAsked } = await sit(context, answer);
    assert.equal(await end(deploy.run(input, shell), said), 3);
    assert.ok(said.includes('Nothing was changed.'));
    assert.deepEqual(await readAsked(), ['terragrunt run --all --non-interactive -- plan in dev']);
  });
}

test('destroy wants the name to be typed', async (context) => {
  const { aws, shell, said, questions, readAsked } = await sit(context, 'dev');
  // AWS's own client looks at the process alone.
  for (const name of ['AWS_ENDPOINT_URL', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    process.env[name] = shell.env[name];
    context.after(() => delete process.env[name]);
  }
  aws.files.set('dev/sns.tfstate', { body: Buffer.from('{"resources":[{}]}'), type: '', cache: '' });
  assert.equal(await end(destroy.run(input, shell), said), 0);
  assert.deepEqual(questions, ['Write dev to destroy it:']);
  assert.deepEqual(await readAsked(), ['terragrunt run --all --non-interactive --filter ./sns -- destroy in dev']);
});

for (const answer of ['', 'yes', 'prod']) {
  test(`destroy does nothing after "${answer}"`, async (context) => {
    const { shell, said, readAsked } = await sit(context, answer);
    assert.equal(await end(destroy.run(input, shell), said), 3);
    assert.ok(said.includes('Nothing was destroyed.'));
    assert.deepEqual(await readAsked(), []);
  });
}

test('an old count is added after a yes, with the sum in sight', async (context) => {
  const { said, questions, carry, table } = await sitAtTable(context, 'yes');
  assert.equal(await carry(), undefined);
  assert.equal(said[0], 'The total of dev becomes 41 + 2,000 = 2,041. This can be done once, and not be undone.');
  assert.deepEqual(questions, ['Add them? Write yes:']);
  assert.equal(await table.readCount(), '2041');
});

for (const answer of ['', 'y', 'no']) {
  test(`no old count is added after "${answer}"`, async (context) => {
    const { said, carry, table } = await sitAtTable(context, answer);
    assert.equal(await carry(), 3);
    assert.equal(said.at(-1), 'Nothing was changed.');
    assert.equal(await table.readCount(), '41');
  });
}

async function sitAtTable(context: TestContext, answer: string) {
  const table = await startTable({ count: 41 });
  context.after(table.stop);
  const place = { http, region, credentials, endpoint: table.url, table: table.name };
  const visits = { name: 'dev', table: place, explain: (fault: unknown) => fault, stop: async () => {} };
  const seat = await sit(context, answer);
  return {
    ...seat,
    table,
    carry: () => end(importVisits(visits, 2000, { hasConsent: false, shell: seat.shell }), seat.said),
  };
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
  assert.equal(String(stderr.read()), 'Sure? \n');
  // And so is every question after it.
  assert.equal(await ask('Really? ', { stdin, stderr }), '');
});

test('Ctrl-C is no answer: nothing more is asked or done', async () => {
  const { stdin, stderr } = streams();
  // As a terminal: its keys come one by one, and Ctrl-C as one of them.
  Object.assign(stdin, { isTTY: true, setRawMode: () => {} });
  Object.assign(stderr, { isTTY: true, columns: 80 });
  const answer = ask('Your name: ', { stdin, stderr });
  stdin.write('Ja\x03');
  await assert.rejects(answer, /^UserError: Stopped\. Nothing more was done\.$/);
});
