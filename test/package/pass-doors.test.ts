import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { passBuiltins } from '../../package/pass-builtins.ts';
import { createPass } from '../../package/pass-doors.ts';

const root = join(import.meta.dirname, '../..');
const { imports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly imports: Readonly<Record<string, string>>;
};
const pass = createPass(Object.fromEntries(Object.entries(imports).map(([name, path]) => [name, join(root, path)])));

test('in the package every import leads past the doors, to a file that has what is imported', () => {
  let count = 0;
  for (const path of globSync('src/**/*.ts', { cwd: root }).filter((one) => !one.endsWith('.test.ts'))) {
    const code = pass(readFileSync(join(root, path), 'utf8'));
    assert.doesNotMatch(code, /^import \{[^}]*\} from '#/m, path);
    for (const [, name = '', file = ''] of code.matchAll(/^import \{ (\w+)(?: as \w+)? \} from "([^"]+)";/gm)) {
      assert.match(
        readFileSync(file, 'utf8'),
        new RegExp(`^export (?:async )?(?:function|const|class) ${name}\\b`, 'm'),
      );
      count += 1;
    }
    count += [...code.matchAll(/await import\("/g)].length;
  }
  assert.ok(count > 100, `Only ${count} imports were found.`);
});

test('types are left alone, names may be changed, and what no door has is refused', () => {
  const cli = JSON.stringify(join(root, 'src/cli/user-error.ts'));
  assert.equal(
    pass("import { type Shell, UserError as Mistake } from '#cli';"),
    `import { UserError as Mistake } from ${cli};`,
  );
  assert.equal(pass("import type { Shell } from '#cli';"), "import type { Shell } from '#cli';");
  assert.equal(pass("const { UserError } = await import('#cli');"), `const { UserError } = await import(${cli});`);
  assert.throws(() => pass("import { nothing } from '#cli';"), /#cli exports no nothing by name/);
});

test('modules of Node are asked for past its loader, and cryptography by its first use', () => {
  assert.equal(
    passBuiltins("import { type Stats, stat as look, readFile } from 'node:fs';"),
    "const { stat: look, readFile } = process.getBuiltinModule('node:fs');",
  );
  assert.equal(
    passBuiltins("import { createHash, type KeyObject, X509Certificate } from 'node:crypto';"),
    "const { X509Certificate } = process.getBuiltinModule('node:crypto'); function createHash(...given) { return process.getBuiltinModule('node:crypto').createHash(...given); }",
  );
  for (const path of globSync('src/**/*.ts', { cwd: root }).filter((one) => !one.endsWith('.test.ts'))) {
    const code = passBuiltins(readFileSync(join(root, path), 'utf8'));
    assert.doesNotMatch(code, /^import \{[^}]*\} from 'node:(?!fs\/promises')/m, path);
  }
});
