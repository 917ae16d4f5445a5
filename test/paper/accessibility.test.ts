import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { completeResume } from '../fixtures/resumes.ts';
import { printFile, printResume } from './make-print.ts';

// A validator written in Java, which the toolchain brings: https://verapdf.org
const isThere = spawnSync('verapdf', ['--version']).error === undefined;

test('veraPDF finds no failure of PDF/UA-1', {
  skip: !isThere && 'verapdf is not on the PATH; the toolchain brings it',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ua-'));
  try {
    const people = ['student', 'german-physician', 'arabic-designer'].map(
      (name) => `test/fixtures/people/${name}.yaml`,
    );
    const prints = [
      ...['resume.yaml', ...people].map(printFile),
      printResume(completeResume),
      printResume({ basics: { name: 'Kadmos 𒀀𒀁𒀂' } }),
    ];
    const paths = (await Promise.all(prints)).map(({ pdf }, index) => {
      const path = join(folder, `${index}.pdf`);
      writeFileSync(path, pdf);
      return path;
    });
    const { stdout } = spawnSync('verapdf', ['--flavour', 'ua1', '--format', 'text', ...paths], { encoding: 'utf8' });
    assert.equal(stdout.match(/^PASS /gm)?.length, paths.length, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
