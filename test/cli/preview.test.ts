import assert from 'node:assert/strict';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import test from 'node:test';
import { openEvents } from '../local/open-events.ts';
import { send } from '../local/send.ts';
import { jane, makeProject } from './make-project.ts';
import { runCli } from './run-cli.ts';
import { startPreview } from './start-preview.ts';

const visit = { method: 'POST', target: '/visitor' };

async function countVisit(url: string): Promise<number> {
  const { status, body } = await send(url, visit);
  assert.equal(status, 200, body.toString());
  return JSON.parse(body.toString()).count;
}

test('the preview serves the very bytes of a build, with its headers, and counts visits', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  assert.equal((await runCli(['build'], { cwd })).code, 0);
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
});

test('the count goes on where it was when the preview is started again', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const first = await startPreview(context, { cwd });
  assert.equal(await countVisit(first.url), 1);
  assert.equal(await first.stop(), 0);
  const second = await startPreview(context, { cwd });
  assert.equal(await countVisit(second.url), 2);
});

test('a second preview of the same project says that the visits are in use, and the first goes on', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const first = await startPreview(context, { cwd });
  const { code, stdout, stderr } = await runCli(['preview', '--port', '0'], { cwd });
  assert.equal(code, 3);
  assert.equal(stdout, '');
  assert.match(stderr, /^The visits in .*\.local\/table are open in another preview\. Stop that one first/);
  assert.equal(await countVisit(first.url), 1);
});

test('a taken port is passed over, and said so', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => server.close());
  const taken = (server.address() as { port: number }).port;
  const preview = await startPreview(context, { cwd, args: [], env: { PORT: String(taken) } });
  const { port } = new URL(preview.url);
  assert.match(preview.output(), new RegExp(`^Port ${taken} is taken; using ${port}\\.\n`));
  assert.equal((await send(preview.url)).status, 200);
});

test('an address that others can open is said to be one', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const preview = await startPreview(context, { cwd, args: ['--port', '0', '--host', '0.0.0.0'] });
  await preview.sees('Others in your network can open this address too.');
  assert.equal((await send(preview.url)).status, 200);
});

test('an address that this machine does not have ends it with a sentence', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const { code, stderr } = await runCli(['preview', '--port', '0', '--host', '203.0.113.1'], { cwd });
  assert.equal(code, 3);
  assert.match(stderr, /^This machine has no address "203\.0\.113\.1"/);
});

test('a saved résumé is shown, a mistake is shown with its place, and mended it goes', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  const resume = join(cwd, 'resume.yaml');
  const preview = await startPreview(context, { cwd });
  const events = await openEvents(preview.url);
  const first = await events.next();

  await writeFile(resume, jane.replace('Jane', 'Joan'));
  const second = await events.next();
  assert.notEqual(second.build, first.build);
  assert.match((await send(preview.url)).body.toString(), /Joan Doe/);

  await writeFile(resume, `${jane}  emial: jane@doe.example\n`);
  const third = await events.next();
  assert.equal(third.build, second.build);
  assert.equal(third.trouble?.title, 'resume.yaml has 1 mistake');
  assert.equal(third.trouble?.items[0]?.place, 'resume.yaml:3:3');
  assert.match(third.trouble?.items[0]?.message ?? '', /^basics\.emial: .*email/);
  assert.match((await send(preview.url)).body.toString(), /Joan Doe/);
  await preview.sees('resume.yaml:3:3');

  // As editors save: another file takes its name.
  await writeFile(`${resume}.new`, jane);
  await rename(`${resume}.new`, resume);
  assert.deepEqual(await events.next(), first);
  events.close();
});

test('a picture that is put into public/ is shown, even when the folder is new', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': `${jane}  image: me.jpg\n` });
  const preview = await startPreview(context, { cwd });
  const events = await openEvents(preview.url);
  const { build } = await events.next();
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(cwd, 'public'));
  await events.next();
  await writeFile(join(cwd, 'public', 'me.jpg'), 'picture');
  assert.notEqual((await events.next()).build, build);
  assert.equal((await send(preview.url, { target: '/me.jpg' })).body.toString(), 'picture');
  events.close();
});

test('without a résumé the preview waits for one', async (context) => {
  const cwd = await makeProject(context, {});
  const preview = await startPreview(context, { cwd });
  const page = await send(preview.url, { headers: { 'sec-fetch-dest': 'document' } });
  assert.equal(page.status, 503);
  assert.match(page.body.toString(), /<title>There is no résumé to show<\/title>/);
  const events = await openEvents(preview.url);
  await events.next();
  await writeFile(join(cwd, 'resume.yaml'), jane);
  await events.next();
  assert.equal((await send(preview.url)).status, 200);
  assert.equal(await countVisit(preview.url), 1);
  events.close();
});
