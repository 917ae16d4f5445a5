import assert from 'node:assert/strict';
import { appendFile, cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { jane, makeProject } from '../cli/make-project.ts';
import { openEvents } from './open-events.ts';
import { send } from './send.ts';
import { startPreview } from './start-preview.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('a saved stylesheet, script, page or function is what runs next; a mistake in one is shown and goes', async (context) => {
  const cwd = await makeProject(context, { 'resume.yaml': jane });
  for (const name of ['src', 'bin', 'package.json']) await cp(join(root, name), join(cwd, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(cwd, 'node_modules'));
  const command = [process.execPath, join(cwd, 'bin', 'cloud-resume.js'), 'preview'] as const;
  const preview = await startPreview(context, { cwd, command });
  const events = await openEvents(preview.url);
  const { build } = await events.next();

  await context.test('the stylesheet', async () => {
    await appendFile(join(cwd, 'src', 'site', 'style.css'), '\n.new { color: #123456; }\n');
    await events.until((state) => state.build !== build && state.error === undefined);
    const page = (await send(preview.url)).body.toString();
    const [target = ''] = page.match(/\/assets\/style\.\w+\.css/) ?? [];
    assert.match((await send(preview.url, { target })).body.toString(), /#123456/);
  });

  await context.test('a mistake in the page, with its place, and the page without it', async () => {
    const path = join(cwd, 'src', 'site', 'page.ts');
    const code = await readFile(path, 'utf8');
    const before = (await send(preview.url)).body.toString();
    await writeFile(path, `${code}\nconst = 1;\n`);
    const place = `src/site/page.ts:${code.split('\n').length + 1}`;
    const { error } = await events.until((state) => state.error?.items[0]?.place === place);
    assert.equal(error?.title, 'The code has a mistake');
    assert.equal((await send(preview.url)).body.toString(), before);
    await writeFile(path, code.replace('<main', '<main data-new="1"'));
    await events.until((state) => state.error === undefined);
    assert.match((await send(preview.url)).body.toString(), /<main data-new="1"/);
  });

  await context.test('a mistake in a script, with its place', async () => {
    const path = join(cwd, 'src', 'site', 'script', 'api.ts');
    const code = await readFile(path, 'utf8');
    await writeFile(path, `const = 1;\n${code}`);
    await events.until((state) => state.error?.items[0]?.place === 'src/site/script/api.ts:1:7');
    await writeFile(path, code);
    await events.until((state) => state.error === undefined);
  });

  await context.test('the function', async () => {
    const visit = { method: 'POST', target: '/visitor' };
    await appendFile(join(cwd, 'src', 'lambda.ts'), "\nconsole.error('The new function runs.');\n");
    // Which of two changes that come together a line names, and when, is left to the machine. One that is busy may stop a call after
    // its three seconds, as AWS does, and then nobody knows whether the visit was counted.
    let least = 0;
    for (let sent = 1; sent === 1 || !preview.output().includes('The new function runs.'); sent += 1) {
      const answer = (await send(preview.url, visit)).body.toString();
      if (answer.includes('Internal Server Error') && preview.output().includes('it took longer than')) continue;
      const count = Number(/^\{"count":(\d+)\}$/.exec(answer)?.[1]);
      assert.ok(count > least && count <= sent, `${answer} after ${sent} visits`);
      least = count;
    }
    assert.ok(least > 0);
  });

  events.close();
});
