import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { explainAbsence } from './explain-absence.ts';

const what = 'The mill, which grinds,';
const here = { platform: 'linux', arch: 'x64' };
const binaries = ['@wind/mill-linux-x64-gnu', '@wind/mill-linuxmusl-arm64'];
const notFound = Object.assign(new Error('Cannot find module ./mill.node'), { code: 'MODULE_NOT_FOUND' });
const notLoaded = Object.assign(new Error('libmill.so.3: cannot open'), { code: 'ERR_DLOPEN_FAILED' });
const long = 'Could not load the mill\nERR_DLOPEN_FAILED: too old\nPossible solutions:\n- Buy one.';

const cases: readonly (readonly [
  title: string,
  installed: readonly string[],
  machine: { readonly platform: string; readonly arch: string },
  fault: Error,
  sentence: string,
])[] = [
  ['a package that was left out', [], here, notFound, 'is not installed; npm install --include=optional brings it'],
  [
    'a binary that was left out',
    ['@wind/mill'],
    here,
    notFound,
    'is not installed; npm install --include=optional brings it',
  ],
  [
    'a platform without a binary',
    ['@wind/mill'],
    { platform: 'sunos', arch: 'x64' },
    notFound,
    'does not run on sunos x64',
  ],
  ['another processor', ['@wind/mill'], { platform: 'linux', arch: 'arm' }, notFound, 'does not run on linux arm'],
  [
    'musl',
    ['@wind/mill'],
    { platform: 'linux', arch: 'arm64' },
    notFound,
    'is not installed; npm install --include=optional brings it',
  ],
  [
    'a binary that cannot be loaded',
    ['@wind/mill', '@wind/mill-linux-x64-gnu'],
    here,
    new Error('Failed to load native binding', { cause: [notFound, notLoaded] }),
    'cannot be loaded: libmill.so.3: cannot open',
  ],
  [
    'a loader that says much',
    ['@wind/mill', '@wind/mill-linux-x64-gnu'],
    here,
    new Error(long),
    'cannot be loaded: ERR_DLOPEN_FAILED: too old',
  ],
];

for (const [title, installed, machine, fault, sentence] of cases) {
  test(`${title} is told from the other reasons`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mill-'));
    try {
      for (const name of installed) await mkdir(join(folder, name), { recursive: true });
      const home = installed.length === 0 ? undefined : join(folder, '@wind/mill');
      const optionalDependencies = Object.fromEntries(binaries.map((name) => [name, '1.0.0']));
      if (home) await writeFile(join(home, 'package.json'), JSON.stringify({ optionalDependencies }));
      const said = await explainAbsence({ what, name: '@wind/mill', home }, fault, machine);
      assert.equal(said, `${what} ${sentence}`);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
