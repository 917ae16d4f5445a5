import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import test, { describe, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { Shell } from '#cli';
import { stats } from '../../src/cli/commands/stats.ts';
import { makeCloudProject } from '../cli/make-cloud-project.ts';
import { jane, makeProject } from '../cli/make-project.ts';
import { runCli, spawnCli } from '../cli/run-cli.ts';
import { openStore } from '../contract/open-store.ts';
import { startTable, type Table } from '../contract/start-table.ts';
import { send } from './send.ts';
import { startPreview } from './start-preview.ts';

const today = () => new Date().toISOString().slice(0, 10);

/** One visit of the page, as a browser sends it, and one that says nothing. */
async function visitTwice(url: string): Promise<void> {
  const headers = {
    origin: url,
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  };
  const body = JSON.stringify({ id: 'kQ9-fT0_', r: 'www.linkedin.com', p: '/de/' });
  for (const sent of [{ headers, body }, {}]) {
    const { status } = await send(url, { method: 'POST', target: '/visitor', ...sent });
    assert.equal(status, 200);
  }
}

test('the numbers of a preview are shown while it runs and after it, and at its own address', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd });
  assert.match(preview.output(), /\n {2}Numbers {4}http:\/\/127\.0\.0\.1:\d+\/\.preview\/stats\n/);
  await visitTwice(preview.url);
  const running = await spawnCli(['stats', '--local'], { cwd });
  assert.equal(running.code, 0, running.stderr);
  assert.match(running.stdout, /^Visits to your preview\n30 days, /);
  assert.match(running.stdout, /\n {2}Total ever {6}2\n {2}Visits {10}1\n {2}Daily visitors {2}1\n {2}Bots {12}0\n/);
  assert.match(running.stdout, new RegExp(`\n  ${today()} \\w{3}  1  1  █+\n`));
  assert.match(
    running.stdout,
    /\nPages\n {2}\/de\/ {2}1 {2}█+\n\nReferrers\n {2}linkedin\.com {2}1 {2}█+\n\nCountries\n {2}no country {2}1/,
  );

  const page = await send(preview.url, { target: '/.preview/stats' });
  assert.equal(page.status, 200);
  assert.match(page.body.toString(), /<h1>Visits to your preview<\/h1>[\s\S]*<dd class="total">2<\/dd>/);
  assert.match(page.body.toString(), /<h2 id="pages">Pages<\/h2>/);

  await preview.stop();
  const after = await runCli(['stats', '--local', '--format', 'json'], { cwd });
  const { total, visits, referrers, days } = JSON.parse(after.stdout);
  assert.deepEqual([total, visits, referrers, days.length], [2, 1, [{ name: 'linkedin.com', count: 1 }], 30]);
});

test('a demo shows simulated numbers at its address, and the table stays what it is', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd, args: ['--port', '0', '--demo'] });
  assert.match(preview.output(), /\/\.preview\/stats \(simulated\)\n/);
  await visitTwice(preview.url);
  const { body } = await send(preview.url, { target: '/.preview/stats' });
  assert.match(body.toString(), /<h1>Simulated visits<\/h1>\s*<p class="label">90 days/);
  const { stdout } = await runCli(['stats', '--local', '--format', 'csv'], { cwd });
  assert.match(stdout, /\n1,,total,,2\n1,,carriedOver,,0\n1,\d/);
});

test('without a preview nothing was counted, and nothing is made', async (context) => {
  const cwd = await makeProject(context, {});
  const { code, stdout } = await runCli(['stats', '--local'], { cwd });
  assert.equal(code, 0);
  assert.match(stdout, /Nothing has been counted yet\. Open the page once, and it counts\./);
  assert.equal(existsSync(join(cwd, '.local')), false);
  const imported = await runCli(['stats', 'import', '--local', '--start-at', '20', '--yes'], { cwd });
  assert.equal(imported.code, 3);
  assert.equal(imported.stderr, 'Your preview has counted nothing yet. Run it once first: npm start.\n');
});

test('--no-open makes a page and says where', async (context) => {
  const cwd = await makeProject(context, {});
  const { code, stdout } = await runCli(['stats', '--demo', '--no-open'], { cwd });
  assert.equal(code, 0);
  assert.equal(stdout, 'The report is in .local/stats/demo.html\n');
  assert.match(
    await readFile(join(cwd, '.local', 'stats', 'demo.html'), 'utf8'),
    /^<!doctype html>\n[\s\S]*<\/html>\n$/,
  );
});

test('a page that cannot be written is told with what to do', async (context) => {
  const cwd = await makeProject(context, { '.local/stats': '' });
  const { code, stderr } = await runCli(['stats', '--demo', '--no-open'], { cwd });
  assert.equal(code, 3);
  assert.match(stderr, /\/\.local\/stats\/demo\.html cannot be written\. Check that it is yours to write/);
});

for (const [what, isTerminal, ci, isOpened] of [
  ['in a terminal', true, '', true],
  ['in a pipeline', true, '1', false],
  ['into a file', false, '', false],
] as const) {
  test(`--open ${what} ${isOpened ? 'opens the page' : 'makes the page and opens nothing'}`, async (context) => {
    const root = await makeProject(context, {});
    const opened: string[] = [];
    const shell: Shell = {
      root,
      env: { CI: ci },
      isTerminal,
      showsProgress: false,
      canAsk: false,
      print: () => {},
      warn: () => {},
      paint: (_, text) => text,
      paintWarning: (_, text) => text,
      ask: async () => '',
      open: (url) => void opened.push(url),
      untilStopped: async () => {},
    };
    assert.equal(await stats.run({ options: { demo: true, open: true }, operands: [] }, shell), 0);
    const file = join(root, '.local', 'stats', 'demo.html');
    assert.ok(existsSync(file));
    assert.deepEqual(opened, isOpened ? [pathToFileURL(file).href] : []);
  });
}

/** A project whose environments keep their visits in a table on this machine. */
async function makeCounted(context: TestContext) {
  const table = await startTable({ count: 41 });
  context.after(table.stop);
  const project = await makeCloudProject(context, { 'answers/terragrunt-output': describeOutputs(table) });
  return { ...project, table, env: { AWS_ENDPOINT_URL_DYNAMODB: table.url } };
}

function describeOutputs({ name }: Pick<Table, 'name'>): string {
  const arn = `arn:aws:dynamodb:eu-central-1:123456789012:table/${name}`;
  return JSON.stringify({ table_name: { value: name }, table_arn: { value: arn } });
}

test('the numbers of an environment are those of its table', async (context) => {
  const { table, run, env, readAsked } = await makeCounted(context);
  const note = {
    day: today(),
    counters: ['v', 'h#07', 'd#m', 'c#DE', 'r#linkedin.com'],
    visitor: { network: 'net', person: 'one' },
  };
  await openStore(table).add('id-00001', true, note);
  const ran = await run('stats dev --days 2', env);
  assert.equal(ran.code, 0, ran.stderr);
  assert.match(ran.stdout, /^Visits to dev\n2 days, /);
  assert.match(ran.stdout, /\n {2}Total ever {6}42\n {2}Visits {11}1\n/);
  assert.match(ran.stdout, /\nDevices\n {2}phone {2}1 {2}█+\n/);
  assert.deepEqual(await readAsked(), ['terragrunt output -json in dynamodb']);
});

test('an old count is carried over once, and said before and after', async (context) => {
  const { table, run, env } = await makeCounted(context);
  const refused = await run('stats import dev --start-at 2000', env);
  assert.equal(refused.code, 2);
  assert.equal(refused.stderr, 'Not a terminal, so cannot ask. Add --yes to add them without asking.\n');
  assert.equal(await table.readCount(), '41');

  const done = await run('stats import dev --start-at 2000 --yes', env);
  assert.equal(done.code, 0, done.stderr);
  assert.equal(done.stdout, 'The total of dev was 41; 2,000 visits were added.\nIt is 2,041 now.\n');
  const again = await run('stats import dev --start-at 7 --yes', env);
  assert.equal(again.code, 3);
  assert.equal(again.stderr, '2,000 visits were added to dev before, which is done once. Nothing was changed.\n');
  assert.equal(await table.readCount(), '2041');
  assert.match((await run('stats dev --format csv', env)).stdout, /\n1,,total,,2041\n1,,carriedOver,,2000\n/);
});

const troubles: readonly (readonly [
  title: string,
  says: RegExp,
  files: Readonly<Record<string, string>>,
  env: Readonly<Record<string, string>>,
])[] = [
  [
    'is not deployed',
    /^dev is not deployed yet\. Run npx cloud-resume deploy dev\.\n$/,
    { 'answers/terragrunt-output': '{}' },
    {},
  ],
  [
    'comes from an earlier version',
    /^The table of dev was deployed by an earlier version\./,
    { 'answers/terragrunt-output': '{"x":{"value":"y"}}' },
    {},
  ],
  [
    'nobody may read',
    /^Looking for AWS credentials failed\. There are no AWS credentials: sign in /,
    {},
    { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_EC2_METADATA_DISABLED: 'true', HOME: '/nowhere' },
  ],
  [
    'has a table that is gone',
    /^The table gone did not answer\. It is no longer there: apply the environment again/,
    { 'answers/terragrunt-output': describeOutputs({ name: 'gone' }) },
    {},
  ],
  [
    'cannot be reached',
    /^The table cloud-resume-test did not answer\. AWS cannot be reached: check the connection/,
    {},
    { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1' },
  ],
];
// One of them is asked again and again for two and a half seconds.
describe('an environment', { concurrency: troubles.length }, () => {
  for (const [title, says, files, more] of troubles) {
    test(`that ${title} says what to do`, async (context) => {
      const table = await startTable();
      context.after(table.stop);
      const output = { 'answers/terragrunt-output': describeOutputs(table) };
      const { run } = await makeCloudProject(context, { ...output, ...files });
      const ran = await run('stats dev', { AWS_ENDPOINT_URL_DYNAMODB: table.url, ...more });
      assert.equal(ran.code, 3);
      assert.equal(ran.stdout, '');
      assert.match(ran.stderr, says);
    });
  }
});

test('without an environment the ways to go on are named', async (context) => {
  const { run } = await makeCloudProject(context);
  const ran = await run('stats');
  assert.equal(ran.code, 2);
  assert.equal(
    ran.stderr,
    'Say which environment: npx cloud-resume stats dev or prod. --local shows those of your preview.\n',
  );
});
