// Publishes both packages under a tag: `npm run release -- v1.2.3`, which the release workflow runs. What npm has already is left as it
// is, so that a release that was interrupted can be run again.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkRelease } from './check-release.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const { name, version } = JSON.parse(read('package.json'));
const tag = process.argv[2] ?? '';

const fault = checkRelease(tag, {
  version,
  locked: JSON.parse(read('package-lock.json')).version,
  changelog: read('CHANGELOG.md'),
});
if (fault === undefined) release();
else {
  console.error(fault);
  process.exitCode = 1;
}

function release(): void {
  const folder = mkdtempSync(join(tmpdir(), `${name}-release-`));
  try {
    execFileSync(process.execPath, [join(root, 'package/pack.ts'), folder], { stdio: 'inherit' });
    // The second one needs the first.
    for (const each of [name, `create-${name}`]) {
      if (isPublished(`${each}@${version}`)) console.log(`npm has ${each} ${version} already.`);
      else npm('publish', join(folder, `${each}-${version}.tgz`), '--provenance', '--access', 'public');
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function isPublished(spec: string): boolean {
  const { status, stdout } = spawnSync('npm', ['view', spec, 'version'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function npm(...args: readonly string[]): void {
  execFileSync('npm', args, { cwd: root, stdio: 'inherit' });
}
