import assert from 'node:assert/strict';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import test from 'node:test';
import { parseResume } from '#resume';
import { renderSite } from '#site';
import { makeProject } from '../cli/make-project.ts';
import { type Ran, runCli } from '../cli/run-cli.ts';
import { startPreview } from '../local/start-preview.ts';
import { findLeaks, type Readable } from './find-leaks.ts';
import { makePrivateProject, privateValues, writeResume } from './make-private-project.ts';
import { openFile, openFiles } from './open-files.ts';

const log = (place: string, { stdout, stderr }: Ran): readonly Readable[] => [
  { place: `stdout of ${place}`, text: stdout },
  { place: `stderr of ${place}`, text: stderr },
];

async function runAll(cwd: string, commands: readonly string[]): Promise<readonly Readable[]> {
  const runs = commands.map(async (command) => log(command, await runCli(command.split(' '), { cwd })));
  return (await Promise.all(runs)).flat();
}

test('nothing of what is private is in any file of a build, in any form, nor in what the commands say', async (context) => {
  const cwd = await makePrivateProject(context);
  const built = await runCli(['build'], { cwd });
  assert.equal(built.code, 0, built.stderr);
  // The notes and their lines are there, or the log would prove nothing.
  assert.match(built.stderr, /work\[0\]\.startDate[\s\S]*Offen AG/);
  const files = await openFiles(join(cwd, 'dist'));
  assert.ok(files.some(({ text }) => text.includes('Das darf jeder lesen.')));
  assert.ok(
    ['resume.pdf', 'en/resume.pdf'].every((path) =>
      files.some(({ place, text }) => place === `site/${path}` && text.includes('Mara Beispiel')),
    ),
  );
  const said = await runAll(cwd, ['check', 'check --format github', 'check --format json', 'check --strict', 'info']);
  assert.deepEqual(findLeaks(privateValues, [...files, ...log('build', built), ...said]), []);

  const printed = await runCli(['pdf', '--private'], { cwd });
  const pdf = await readFile(join(cwd, 'resume.private.pdf'));
  assert.deepEqual(findLeaks(privateValues, log('pdf --private', printed)), []);
  // What searches finds them where they are.
  const found = findLeaks(privateValues, await openFile('private.pdf', pdf));
  const inPrint = Object.keys(privateValues).filter(
    (name) => !/^(?:other phone|photo|file|content of a file|german street)$/.test(name),
  );
  assert.deepEqual(
    inPrint.filter((name) => !found.includes(`${name} plain in private.pdf`)),
    [],
  );

  // A language that is named alone keeps private what the main one does.
  const alone = [
    await runCli(['pdf', '--resume', 'resume.en.yaml'], { cwd }),
    await runCli(['build', '--resume', 'resume.en.yaml', '--out', 'en'], { cwd }),
  ];
  const made = [
    await openFile('resume.pdf', await readFile(join(cwd, 'resume.pdf'))),
    await openFiles(join(cwd, 'en')),
  ];
  assert.deepEqual(findLeaks(privateValues, [...made.flat(), ...alone.flatMap((ran) => log('one language', ran))]), []);

  const again = await runCli(['build'], { cwd });
  const kept = await openFiles(join(cwd, '.local'));
  assert.match(again.stdout, /nothing changed/);
  assert.deepEqual(findLeaks(privateValues, [...kept, ...(await openFiles(join(cwd, 'dist')))]), []);
});

test('while the main one is broken, nothing of its languages is quoted, built or printed', async (context) => {
  const cwd = await makePrivateProject(context);
  const whole = await readFile(join(cwd, 'resume.yaml'), 'utf8');
  for (const broken of [`${whole}\n]\n`, whole.replace(/^( +)name: Mara.*$/m, '$1title: nobody')]) {
    assert.notEqual(broken, whole);
    await writeFile(join(cwd, 'resume.yaml'), broken);
    const ran = await Promise.all(
      ['check', 'check resume.en.yaml', 'build', 'build --resume resume.en.yaml', 'pdf --resume resume.en.yaml'].map(
        (command) => runCli(command.split(' '), { cwd }),
      ),
    );
    assert.deepEqual(
      ran.map(({ code }) => code),
      [1, 1, 1, 1, 1],
    );
    assert.match(ran[1]?.stdout ?? '', /This one is read as soon as resume\.yaml can be/);
    assert.deepEqual(
      findLeaks(
        privateValues,
        ran.flatMap((one) => log('a command', one)),
      ),
      [],
    );
  }
});

test('the preview answers nothing of it, neither with the site nor with mistakes', async (context) => {
  const cwd = await makePrivateProject(context);
  const preview = await startPreview(context, { cwd });
  const paths = [
    '',
    'en/',
    'resume.json',
    'en/resume.json',
    'resume.pdf',
    'card.png',
    'sitemap.xml',
    privateValues.photo,
    '.preview/stats',
  ];
  const ask = async (path: string) => {
    const response = await fetch(`${preview.url}/${path}`, { headers: { 'sec-fetch-dest': 'document' } });
    const body = new Uint8Array(await response.arrayBuffer());
    return [
      { place: 'headers', text: JSON.stringify([...response.headers]) },
      ...(await openFile(path.endsWith('.pdf') ? path : `${path}.html`, body)),
    ];
  };
  const answers = (await Promise.all(paths.map(ask))).flat();
  const readEvent = async (): Promise<Readable> => {
    const stop = new AbortController();
    const response = await fetch(`${preview.url}/.preview/events`, { signal: stop.signal });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      if (text.includes('data: ') && text.endsWith('\n\n')) break;
    }
    stop.abort();
    return { place: 'events', text };
  };
  const notes = await readEvent();
  assert.match(notes.text, /startDate/);
  await writeFile(join(cwd, 'resume.yaml'), writeResume().replace('  name: Mara Beispiel\n', ''));
  await preview.sees(/error/);
  const mistakes = await readEvent();
  await writeFile(join(cwd, 'resume.yaml'), writeResume().replace('telephone: ', 'telephone: "'));
  await preview.sees(/never closed|quote/);
  const broken = await readEvent();
  const all = [...answers, notes, mistakes, broken, { place: 'output', text: preview.output() }];
  assert.deepEqual(
    findLeaks(privateValues, all).filter((leak) => !leak.startsWith('photo plain in headers')),
    [],
  );
});

test('what stands in a public text too is told without saying it, in every form of a report', async (context) => {
  const { phone, email, street } = privateValues;
  const cwd = await makeProject(context, {
    'resume.yaml': `${writeResume(['basics.phone', 'basics.email', 'basics.location.address'])}  note: Call 0761 555 84 31, or write to ${email.toUpperCase()}
interests: [{ name: "Living at ${street}" }]
projects: [{ name: P, url: "mailto:${encodeURIComponent(email)}", startDate: "${phone}" }]
`,
  });
  const said = await runAll(cwd, ['check', 'check --format github', 'check --format json', 'build']);
  assert.match(said[0]?.text ?? '', /interests\[0\]\.name: This says what basics\.location\.street keeps private/);
  assert.deepEqual(findLeaks({ phone, email, street }, said), []);
  await cp(join(cwd, 'resume.yaml'), join(cwd, 'cv.yaml'));
  assert.deepEqual(findLeaks({ phone, email, street }, await runAll(cwd, ['check cv.yaml --fix'])), []);
});

test('the search finds each value in a site that keeps none of it private', () => {
  const parsed = parseResume(writeResume(), 'yaml', { withPrivate: true });
  if (!parsed.resume) throw new Error('It has an error.');
  const assets = { css: '', scripts: { api: '', local: '' }, publicFiles: new Map() };
  const { files } = renderSite([{ prefix: '', resume: parsed.resume, data: parsed.source }], assets);
  const text = files.map(({ body }) => Buffer.from(body).toString()).join('\n');
  const found = findLeaks(privateValues, [{ place: 'site', text }]);
  const missing = Object.keys(privateValues).filter((name) => !found.includes(`${name} plain in site`));
  assert.deepEqual(missing, ['content of a file', 'german street']);
});

const value = 'Zoë+1@späth.example';
for (const [form, written] of [
  ['plain', 'Write to ZOË+1@SPÄTH.EXAMPLE.'],
  ['percent', encodeURIComponent(value)],
  ['percent in lower case', encodeURIComponent(value).toLowerCase()],
  ['decimal entities', [...value].map((one) => `&#${one.codePointAt(0)};`).join('')],
  ['hexadecimal entities', [...value].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join('')],
  ['JSON', [...value].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')],
  ['Base64', Buffer.from(`a ${value} b`).toString('base64')],
  ['Base64, one further', Buffer.from(`ab ${value} b`).toString('base64')],
  ['Base64, two further', Buffer.from(`abc ${value} b`).toString('base64')],
  ['hexadecimal', Buffer.from(`a ${value}`).toString('hex')],
  ['UTF-16 of a PDF', Buffer.from(value, 'utf16le').swap16().toString('hex')],
  ['reversed', [...value].reverse().join('')],
  ['decomposed', value.normalize('NFD')],
] as const) {
  test(`the search reads ${form}`, () => {
    assert.equal(findLeaks({ value }, [{ place: 'x', text: written }]).length > 0, true, written);
  });
}

test('the search reads a number by its digits', () => {
  assert.deepEqual(findLeaks({ phone: privateValues.phone }, [{ place: 'x', text: 'tel:0761-555.84 31!' }]), [
    'phone as digits in x',
  ]);
});
