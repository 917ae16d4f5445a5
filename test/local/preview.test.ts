import assert from 'node:assert/strict';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { jane, makeProject } from '../cli/make-project.ts';
import { spawnCli } from '../cli/run-cli.ts';
import { openEvents, type PageState } from './open-events.ts';
import { type Sent, send } from './send.ts';
import { startPreview } from './start-preview.ts';

const visit = { method: 'POST', target: '/visitor' };

async function countVisit(url: string): Promise<number> {
  const { status, body } = await send(url, visit);
  assert.equal(status, 200, body.toString());
  return JSON.parse(body.toString()).count;
}

test('the preview serves the very bytes of a build, with its headers, and counts visits', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  assert.equal((await spawnCli(['build'], { cwd })).code, 0);
  const manifest = JSON.parse(await readFile(join(cwd, 'dist', 'manifest.json'), 'utf8'));
  const preview = await startPreview(context, { cwd });
  for (const { path, type, cache } of manifest.files) {
    const reply = await send(preview.url, { target: `/${path}` });
    assert.deepEqual(reply.body, await readFile(join(cwd, 'dist', 'site', path)), path);
    assert.equal(reply.headers['content-type'], type);
    assert.equal(reply.headers['cache-control'], cache);
    for (const [name, value] of Object.entries(manifest.headers)) assert.equal(reply.headers[name], value, name);
  }
  assert.deepEqual([await countVisit(preview.url), await countVisit(preview.url)], [1, 2]);
  const { headers } = await send(preview.url, visit);
  assert.equal(headers['x-visitor'], 'counted');
  assert.equal(headers['cache-control'], 'no-store');
  assert.equal(headers['content-security-policy'], manifest.headers['content-security-policy']);
  assert.equal((await send(preview.url, { target: '/visitor' })).status, 404);
  assert.match(
    preview.output(),
    /^\n {2}Your site {2}http:\/\/127\.0\.0\.1:\d+\n {2}Visits {5}kept in \.local\/table\n {2}Numbers {4}\S+\/\.preview\/stats\n {2}To stop {4}Ctrl-C\n\n$/,
  );

  await context.test(
    'a second one of the same project says that the visits are in use, and the first goes on',
    async () => {
      const { code, stdout, stderr } = await spawnCli(['preview', '--port', '0'], { cwd });
      assert.equal(code, 3);
      assert.equal(stdout, '');
      assert.match(stderr, /^The visits in .*\.local\/table are open in another preview\. Stop that one first/);
      assert.equal(await countVisit(preview.url), 4);
    },
  );

  await context.test(
    'the count goes on where it was when it is started again, on the next port when one is taken',
    async () => {
      assert.equal(await preview.stop(), 0);
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      context.after(() => server.close());
      const taken = (server.address() as { port: number }).port;
      const second = await startPreview(context, { cwd, args: [], env: { PORT: String(taken) } });
      const { port } = new URL(second.url);
      assert.match(second.output(), new RegExp(`^Port ${taken} is taken; using ${port}\\.\n`));
      assert.equal(await countVisit(second.url), 5);
    },
  );
});

test('an address that others can open is said to be one', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd, args: ['--port', '0', '--host', '0.0.0.0'] });
  await preview.sees('Others in your network can open this address too.');
  assert.equal((await send(preview.url)).status, 200);
});

// No machine need know the name: what asks for it is told.
const knowDesk = encodeURIComponent(
  `import dns from 'node:dns'; dns.lookup = (name, options, tell) => tell(null, '127.0.0.1', 4);`,
);

test('a name of this machine that --host gives is one by which a page opens, and its visits count', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const args = ['--port', '0', '--host', 'desk.example'];
  const preview = await startPreview(context, {
    cwd,
    args,
    env: { NODE_OPTIONS: `--import data:text/javascript,${knowDesk}` },
  });
  const host = `desk.example:${new URL(preview.url).port}`;
  const ask = async (sent: Sent) => (await send(preview.url, sent)).status;
  assert.equal(await ask({ headers: { host } }), 200);
  assert.equal(await ask({ ...visit, headers: { host, origin: `http://${host}` } }), 200);
  assert.equal(await ask({ headers: { host: 'evil.example' } }), 421);
});

test('an address that this machine does not have ends it with a sentence', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const { code, stderr } = await spawnCli(['preview', '--port', '0', '--host', '203.0.113.1'], { cwd });
  assert.equal(code, 3);
  assert.match(stderr, /^This machine has no address "203\.0\.113\.1"/);
});

test('the preview waits for a résumé, then follows it: saves, mistakes with their place, pictures', async (context) => {
  const cwd = await makeProject(context, {});
  const preview = await startPreview(context, { cwd });
  const { url } = preview;
  const events = await openEvents(url);
  const resume = join(cwd, 'resume.yaml');
  // As editors save: another file takes its name.
  const save = async (text: string) => {
    await writeFile(`${resume}.new`, text);
    await rename(`${resume}.new`, resume);
  };
  const page = await send(url, { headers: { 'sec-fetch-dest': 'document' } });
  assert.equal(page.status, 503);
  assert.match(page.body.toString(), /<title>The site cannot be built<\/title>.*There is no resume\.yaml/s);
  const empty = await events.next();

  await save(jane);
  const first = await events.until(({ build }) => build !== empty.build);
  assert.equal((await send(url)).status, 200);
  assert.equal(await countVisit(url), 1);

  await writeFile(resume, jane.replace('Jane', 'Joan'));
  const second = await events.until(({ build, error }) => build !== first.build && !error);
  assert.match((await send(url)).body.toString(), /Joan Doe/);

  await save(`${jane.replace('Jane', 'Joan')}  emial: jane@doe.example\n`);
  const { notes } = await events.until((state) => state.notes !== undefined);
  assert.equal(notes?.title, '1 note on resume.yaml');
  assert.equal(notes?.items[0]?.place, 'resume.yaml:3:3');
  await save(jane.replace('Jane', 'Joan'));
  await events.until((state) => state.notes === undefined);

  await writeFile(resume, 'basics:\n  label: Engineer\n');
  const third = await events.until(({ error }) => error?.items[0]?.message.startsWith('basics.name: ') === true);
  assert.equal(third.build, second.build);
  assert.equal(third.error?.title, 'resume.yaml has 1 mistake');
  assert.equal(third.error?.items[0]?.place, 'resume.yaml:1:1');
  assert.match((await send(url)).body.toString(), /Joan Doe/);
  await preview.sees(/resume\.yaml:1:1/);

  await save(jane);
  assert.deepEqual(await events.next(), first);

  for (let time = 0; time < 5; time += 1) {
    await save(jane);
    assert.equal((await send(url)).status, 200);
  }
  await mkdir(join(cwd, 'public'));
  await writeFile(join(cwd, 'public', 'me.jpg'), await readFile('public/photo.jpg'));
  await save(`${jane}  image: me.jpg\n`);
  let picture: string | undefined;
  for (let isNewest = false; !picture || !isNewest; ) {
    const { build } = await events.next();
    const shown = (await send(url, { headers: { 'sec-fetch-dest': 'document' } })).body.toString();
    picture = /<img src="([^"]+)"/.exec(shown)?.[1];
    isNewest = shown.includes(JSON.stringify(build));
  }
  assert.equal((await send(url, { target: picture ?? '' })).headers['content-type'], 'image/jpeg');
  events.close();

  // Each state that is another one is said once: what was saved again unchanged has no event and no line.
  const states = events.seen.map((state) => JSON.stringify(state));
  assert.ok(states.every((state, at) => state !== states[at - 1]));
  const before = (at: number) => events.seen[at];
  const isShown = ({ build, error }: PageState, at: number) =>
    !error && (before(at)?.error !== undefined || build !== before(at)?.build);
  const lines = events.seen.slice(1).filter(isShown).length;
  await preview.sees(new RegExp(`(shown after[^]*){${lines}}`));
  assert.equal(preview.output().match(/shown after/g)?.length, lines);
});
