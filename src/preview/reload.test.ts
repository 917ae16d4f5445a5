import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { createSite } from '../../test/local/create-site.ts';
import { openEvents } from '../../test/local/open-events.ts';
import { send } from '../../test/local/send.ts';
import { startEdge } from './start-edge.ts';
import type { BuildError } from './to-overlay.ts';

const opened = { headers: { 'sec-fetch-dest': 'document' } };
const error: BuildError = {
  title: 'resume.yaml has 1 mistake',
  items: [{ place: 'resume.yaml:2:3', message: '"<script>alert(1)</script>" & co. are wrong.' }],
};

async function startPreview(context: TestContext, site = createSite()) {
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site, reload: true });
  context.after(() => edge.stop());
  return edge;
}

test('a page that a browser opens has the reload script, and everybody else gets the exact bytes', async (context) => {
  const site = createSite();
  const edge = await startPreview(context, site);
  const exact = Buffer.from(site.files[0]?.body ?? []);
  for (const headers of [{}, { 'sec-fetch-dest': 'empty' }]) {
    const { body, headers: got } = await send(edge.url, { headers });
    assert.deepEqual(body, exact);
    assert.equal(got['content-security-policy'], site.headers['content-security-policy']);
  }
  const page = await send(edge.url, opened);
  assert.deepEqual(page.body.subarray(0, exact.length), exact);
  assert.match(page.body.subarray(exact.length).toString(), /^<script>.*EventSource.*<\/script>\n$/s);
  assert.match(String(page.headers['content-security-policy']), /script-src 'sha256-abc=' 'sha256-/);
});

test('the 404 page that a browser opens reloads too, and files are what they are', async (context) => {
  const edge = await startPreview(context);
  const lost = await send(edge.url, { ...opened, target: '/nothing' });
  assert.equal(lost.status, 404);
  assert.match(lost.body.toString(), /EventSource/);
  const style = await send(edge.url, { ...opened, target: '/assets/style.abc.css' });
  assert.doesNotMatch(style.body.toString(), /EventSource/);
});

test('an open page is told the build that it shows, then each other one', async (context) => {
  const edge = await startPreview(context);
  const page = await send(edge.url, opened);
  const events = await openEvents(edge.url);
  const { build, ...rest } = await events.next();
  assert.ok(page.body.toString().includes(`(${JSON.stringify(build)}, `));
  assert.deepEqual(rest, {});
  edge.showSite(createSite('The second one.'));
  assert.notEqual((await events.next()).build, build);
  edge.showSite(createSite());
  assert.equal((await events.next()).build, build);
  events.close();
});

test('what is shown already is announced to nobody', async (context) => {
  const edge = await startPreview(context);
  const events = await openEvents(edge.url);
  await events.next();
  assert.equal(edge.showSite(createSite()), false);
  assert.equal(edge.showError(error), true);
  assert.equal(edge.showError({ ...error }), false);
  assert.equal(edge.showSite(createSite()), true);
  assert.equal((await events.next()).error?.title, error.title);
  assert.equal((await events.next()).error, undefined);
  events.close();
});

test('another header is another build', async (context) => {
  const edge = await startPreview(context);
  const events = await openEvents(edge.url);
  const { build } = await events.next();
  edge.showSite({ ...createSite(), headers: { 'x-other': 'yes' } });
  assert.notEqual((await events.next()).build, build);
  events.close();
});

test('an error is laid over the last good site, which stays, and goes when it is fixed', async (context) => {
  const edge = await startPreview(context);
  const before = await send(edge.url);
  const events = await openEvents(edge.url);
  const { build } = await events.next();
  edge.showError(error);
  assert.deepEqual(await events.next(), { build, error });
  assert.deepEqual((await send(edge.url)).body, before.body);
  edge.showSite(createSite());
  assert.deepEqual(await events.next(), { build });
  events.close();
});

test('notes are told beside the build, and go with it', async (context) => {
  const edge = await startPreview(context);
  const events = await openEvents(edge.url);
  const { build } = await events.next();
  assert.equal(edge.showSite(createSite(), { notes: error }), true);
  assert.deepEqual(await events.next(), { build, notes: error });
  assert.equal(edge.showSite(createSite(), { notes: error }), false);
  edge.showError(error);
  assert.deepEqual(await events.next(), { build, error });
  edge.showSite(createSite());
  assert.deepEqual(await events.next(), { build });
  events.close();
});

test('what takes long is answered when it is there, and the page that stays the same is not another build', async (context) => {
  const edge = await startPreview(context);
  const events = await openEvents(edge.url);
  const { build } = await events.next();
  const pdf = { path: 'resume.pdf', body: Buffer.from('pdf'), type: 'application/pdf', cache: '' };
  const site = createSite();
  const whole = { ...site, files: [...site.files, pdf] };
  assert.equal(edge.showSite(site, { isWhole: false }), false);
  const asked = send(edge.url, { target: '/resume.pdf' });
  assert.equal((await send(edge.url)).status, 200);
  assert.equal(edge.completeSite(whole), false);
  assert.equal((await asked).body.toString(), 'pdf');
  assert.equal((await send(edge.url, { target: '/nothing' })).status, 404);

  // What waits for a build that another one takes the place of gets what that one has.
  edge.showSite(createSite('The second one.'), { isWhole: false });
  assert.notEqual((await events.next()).build, build);
  const late = send(edge.url, { target: '/resume.pdf' });
  edge.showSite(site);
  assert.equal((await late).status, 404);
  assert.equal((await events.next()).build, build);
  edge.completeSite(whole, error);
  assert.deepEqual(await events.next(), { build, notes: error });
  events.close();
});

test('without a good site the error is the page, escaped, with status 503, until there is one', async (context) => {
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', reload: true });
  context.after(() => edge.stop());
  edge.showError(error);
  for (const target of ['/', '/any/page']) {
    const { status, headers, body } = await send(edge.url, { ...opened, target });
    assert.equal(status, 503);
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*script-src 'sha256-/);
    const page = body.toString();
    assert.match(page, /<html lang="en">.*<title>resume\.yaml has 1 mistake<\/title>.*<code>resume\.yaml:2:3<\/code>/s);
    assert.ok(page.includes('&quot;&lt;script&gt;alert(1)&lt;/script&gt;&quot; &amp; co. are wrong.'));
    assert.doesNotMatch(page, /<script>alert/);
  }
  const events = await openEvents(edge.url);
  const first = await events.next();
  assert.equal(first.error, undefined);
  edge.showError({ ...error, items: [] });
  const second = await events.next();
  assert.notEqual(second.build, first.build);
  edge.showSite(createSite());
  assert.notEqual((await events.next()).build, second.build);
  assert.equal((await send(edge.url)).status, 200);
  events.close();
});

test('an edge stops although pages listen', async () => {
  const edge = await startEdge({ apiUrl: 'http://127.0.0.1:1', site: createSite(), reload: true });
  const events = await openEvents(edge.url);
  await events.next();
  await edge.stop();
  await assert.rejects(events.next());
});
