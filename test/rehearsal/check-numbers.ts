import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { accountOwner } from './call-aws.ts';
import { askEdge } from './read-page.ts';
import type { Deployed, Rehearsal } from './rehearsal.ts';
import { runProject } from './run-project.ts';

type Share = { readonly name: string; readonly count: number };
type Numbers = {
  readonly until: string;
  readonly total: number;
  readonly carriedOver: number;
  readonly visits: number;
  readonly dailyVisitors: number;
  readonly bots: number;
  readonly pages: readonly Share[];
  readonly referrers: readonly Share[];
  readonly devices: readonly Share[];
  readonly botReasons: readonly Share[];
};

const phone = `Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Rehearsal/${randomBytes(4).toString('hex')} Mobile/15E148 Safari/604.1`;
const bot = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/**
 * Comes as one person twice, as a reload, as a bot, as somebody who wants to be private, and sends one visit twice. Asserts that
 * `cloud-resume stats` tells exactly that, and that neither tables nor logs know who it was.
 */
export async function checkNumbers(rehearsal: Rehearsal, environment: Deployed): Promise<void> {
  const before = await readNumbers(rehearsal, environment);
  const twice = { id: drawId() };
  const sent: readonly (readonly [decision: string, agent: string, body: object, more?: Record<string, string>])[] = [
    ['counted', phone, { id: drawId(), r: 'www.linkedin.com', p: '/de/' }],
    ['counted', phone, twice],
    ['counted', phone, twice],
    ['again', phone, { id: drawId(), again: true }],
    ['bot-agent', bot, { id: drawId() }],
    ['private', phone, { id: drawId() }, { 'sec-gpc': '1' }],
  ];
  for (const [decision, agent, body, more] of sent) {
    const headers = { 'user-agent': agent, origin: environment.url, 'sec-fetch-site': 'same-origin', ...more };
    const reply = await askEdge(environment, '/visitor', 'POST', headers, JSON.stringify(body));
    assert.equal(reply.headers['x-visitor'], decision, `${reply.status} ${reply.body}`);
  }
  const after = await readNumbers(rehearsal, environment);
  // At midnight the person is a new one.
  if (after.until !== before.until) return checkNumbers(rehearsal, environment);

  const gained = (list: 'pages' | 'referrers' | 'devices' | 'botReasons', name: string) =>
    find(after[list], name) - find(before[list], name);
  assert.deepEqual(
    {
      total: after.total - before.total,
      visits: after.visits - before.visits,
      visitors: after.dailyVisitors - before.dailyVisitors,
      bots: after.bots - before.bots,
      german: gained('pages', '/de/'),
      linkedin: gained('referrers', 'linkedin.com'),
      phones: gained('devices', 'mobile'),
      agents: gained('botReasons', 'agent'),
    },
    { total: 3, visits: 2, visitors: 1, bots: 1, german: 1, linkedin: 1, phones: 2, agents: 1 },
  );
  await findNoTraces(rehearsal, environment);
}

/** Carries the count of an older counter over, and asserts that it is added once, however often one asks. */
export async function carryOver(rehearsal: Rehearsal, environment: Deployed): Promise<void> {
  const before = await readNumbers(rehearsal, environment);
  const run = (code: number) =>
    runProject(rehearsal, environment, ['stats', 'import', environment.name, '--start-at', '2000', '--yes'], {
      credentials: accountOwner,
      code,
    });
  await run(0);
  await run(3);
  const after = await readNumbers(rehearsal, environment);
  assert.deepEqual([after.total - before.total, after.carriedOver, after.visits], [2000, 2000, before.visits]);
}

async function readNumbers(rehearsal: Rehearsal, environment: Deployed): Promise<Numbers> {
  const args = ['stats', environment.name, '--days', '1', '--format', 'json'];
  const output = await runProject(rehearsal, environment, args, { credentials: accountOwner });
  return JSON.parse(output.slice(output.indexOf('{'))) as Numbers;
}

/** Asserts that neither the address nor the browser of the person that just came is kept anywhere. */
async function findNoTraces({ emulator: { aws } }: Rehearsal, { table, seenTable, functionName, name }: Deployed) {
  const reads = [table, seenTable].map((TableName) =>
    aws.read({ service: 'dynamodb', target: 'DynamoDB_20120810.Scan', json: { TableName } }),
  );
  const logs = [`/aws/lambda/${functionName}`, `/aws/vendedlogs/cloud-resume-${name}-api`].map((logGroupName) =>
    aws.read({ service: 'logs', target: 'Logs_20140328.FilterLogEvents', json: { logGroupName } }),
  );
  const kept = await Promise.all([...reads, ...logs]);
  assert.match(kept[0] ?? '', /visitors/);
  assert.match(kept[1] ?? '', /seen#/);
  for (const trace of ['127.0.0.1', '::1', 'Rehearsal/', 'iPhone']) {
    for (const text of kept) assert.ok(!text.includes(trace), `"${trace}" is kept: ${text.slice(0, 500)}`);
  }
}

function find(list: readonly Share[], name: string): number {
  return list.find((share) => share.name === name)?.count ?? 0;
}

/** As the page draws it. */
function drawId(): string {
  return randomBytes(6).toString('base64url');
}
