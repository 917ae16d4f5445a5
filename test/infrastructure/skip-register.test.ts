import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import test from 'node:test';

const infrastructure = join(import.meta.dirname, '../../infrastructure');

test('every check that the code skips stands in the register with the same reason, and no other', () => {
  const skips = skipsInCode();
  assert.ok(skips.length > 0);
  assert.deepEqual(skipsInRegister(), skips);
});

test('every skipped check says why', () => {
  for (const { id, reason } of skipsInCode()) assert.match(reason, /^.{20,}\.$/, id);
});

type Skip = { readonly id: string; readonly resource: string; readonly reason: string };

function skipsInCode(): Skip[] {
  return globSync('**/*.tf', { cwd: infrastructure })
    .flatMap((file) => {
      let resource = '';
      return readFileSync(join(infrastructure, file), 'utf8')
        .split('\n')
        .flatMap((line): Skip[] => {
          const block = /^resource "(\w+)" "(\w+)"/.exec(line);
          if (block) resource = `${basename(dirname(file))}: ${block[1]}.${block[2]}`;
          const skip = /checkov:skip=(\w+):?(.*)/.exec(line);
          return skip ? [{ id: skip[1] ?? '', resource, reason: skip[2] ?? '' }] : [];
        });
    })
    .sort(byPlace);
}

function skipsInRegister(): Skip[] {
  const readme = readFileSync(join(infrastructure, 'README.md'), 'utf8');
  return [...readme.matchAll(/^\| (CKV\w+) \| `?([^`|]+?)`? \| (.+) \|$/gm)]
    .map((row) => ({ id: row[1] ?? '', resource: row[2] ?? '', reason: row[3] ?? '' }))
    .sort(byPlace);
}

function byPlace(a: Skip, b: Skip): number {
  return `${a.resource} ${a.id}` < `${b.resource} ${b.id}` ? -1 : 1;
}
