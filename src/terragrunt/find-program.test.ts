import assert from 'node:assert/strict';
import test from 'node:test';
import { findProgram } from './find-program.ts';

const node = 'C:\\Program Files\\nodejs\\node.exe';
const beside = 'C:\\Program Files\\nodejs\\node_modules\\npm\\bin\\npm-cli.js';
const own = 'D:\\me\\npm\\bin\\npm-cli.js';

const cases: readonly (readonly [
  title: string,
  tool: string,
  place: { readonly platform: string; readonly env?: Readonly<Record<string, string>> },
  found: readonly string[],
  started: readonly string[],
])[] = [
  ['npm by its name on Linux', 'npm', { platform: 'linux', env: { npm_execpath: own } }, [own, beside], ['npm']],
  ['npm beside Node on Windows', 'npm', { platform: 'win32' }, [beside], [node, beside]],
  ['the npm that started us', 'npm', { platform: 'win32', env: { npm_execpath: own } }, [own, beside], [node, own]],
  ['no npx for npm', 'npm', { platform: 'win32', env: { npm_execpath: 'C:\\npx-cli.js' } }, [beside], [node, beside]],
  ['npm by its name where it is nowhere', 'npm', { platform: 'win32' }, [], ['npm']],
  ['every other tool by its name', 'tofu', { platform: 'win32' }, [beside], ['tofu']],
];
for (const [title, tool, { platform, env = {} }, found, started] of cases) {
  test(`starts ${title}`, () =>
    assert.deepEqual(
      findProgram(tool, { platform, env, execPath: node }, (path) => found.includes(path)),
      started,
    ));
}
