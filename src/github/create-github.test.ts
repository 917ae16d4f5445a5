import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { createGitHub, findReview, syncDriftIssue } from '#github';

type Reply = { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string };

/** GitHub behind a server that gives each request the next reply, and the last one again. */
async function openGitHub(t: TestContext, ...replies: readonly (Reply | ((response: ServerResponse) => void))[]) {
  let asked = 0;
  const server = createServer((_, response) => {
    const reply = replies[Math.min(asked, replies.length - 1)] ?? {};
    asked += 1;
    if (typeof reply === 'function') return reply(response);
    response.writeHead(reply.status ?? 200, reply.headers).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { GITHUB_TOKEN: 'token', GITHUB_REPOSITORY: 'jane/resume', GITHUB_API_URL: url };
  return { github: createGitHub({ env }), asked: () => asked };
}

const noAnswer = /^Error: What came as GitHub's answer to GET \/issues.* is not one\. Run this again/;
const limited =
  /^Error: GitHub answered \d+ to GET \/issues.* It takes no more calls for now: run this again in an hour\.$/;
const refused = /^Error: GitHub answered 40[13] to GET \/issues.* The job's permissions do not allow it: /;
const again = /^Error: GitHub answered \d+ to GET \/issues.* Run this again; --debug shows what it says\.$/;
const unreached = /^Error: GitHub cannot be reached for GET \/issues.* Run this again\.$/;
const cut = (response: ServerResponse) => {
  response.writeHead(200, { 'content-length': '100' }).write('[{"number":');
  setImmediate(() => response.destroy());
};

const odd: readonly (readonly [what: string, reply: Reply | typeof cut, said: RegExp])[] = [
  ['a page of a proxy', { body: '<html>Sign in</html>' }, noAnswer],
  ['nothing', { body: '' }, noAnswer],
  ['half of an answer', { body: '[{"number":1},' }, noAnswer],
  ['no list', { body: '{"message":"Moved"}' }, noAnswer],
  ['a text', { body: '"ok"' }, noAnswer],
  ['null', { body: 'null' }, noAnswer],
  ['a list of nothing', { body: '[null]' }, noAnswer],
  ['a connection that breaks', cut, unreached],
  ['a refusal', { status: 403, body: '{}' }, refused],
  ['an unknown token', { status: 401, body: '' }, refused],
  ['too many calls', { status: 429 }, limited],
  ['the end of its limit', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, limited],
  ['a limit of its own', { status: 403, headers: { 'retry-after': '60' } }, limited],
  ['a fault', { status: 500, body: '<html>Unicorn!</html>' }, again],
  [
    'a list without an end',
    { body: JSON.stringify(Array(100).fill({})) },
    /^Error: The list of GET \/issues on GitHub/,
  ],
];
for (const [what, reply, said] of odd) {
  test(`where GitHub answers with ${what}, a sentence says what to do`, async (t) => {
    const { github } = await openGitHub(t, reply);
    await assert.rejects(github.list('/issues'), said);
  });
}

test('a list has several pages', async (t) => {
  const full = Array(100).fill({});
  const { github, asked } = await openGitHub(t, { body: JSON.stringify(full) }, { body: '[{"number":1}]' });
  assert.equal((await github.list('/issues')).length, 101);
  assert.equal(asked(), 2);
});

test('what has no text or no author is neither a review nor an issue about drift', async (t) => {
  const pull = { number: 1, merged_at: 'now', merge_commit_sha: 'abc', head: { sha: 'def' } };
  const bot = { login: 'github-actions[bot]', type: 'Bot' };
  const empty = JSON.stringify([{}, { user: null }, { user: bot, body: null }, { user: bot }]);
  const reviews = await openGitHub(t, { body: JSON.stringify([pull]) }, { body: empty });
  assert.deepEqual(await findReview(reviews.github, 'abc'), { source: 'pull request 1 has no comment with a plan' });
  const issues = await openGitHub(t, { body: empty });
  assert.deepEqual(await syncDriftIssue(issues.github, undefined), { did: 'nothing' });
});
