import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { listResumes, listScripts, printResume } from './make-print.ts';

// A validator written in Java, which the toolchain brings: https://verapdf.org
const isThere = spawnSync('verapdf', ['--version']).error === undefined;

test('veraPDF finds no failure of PDF/UA-1 in any fixture', {
  skip: !isThere && 'verapdf is not on the PATH; the toolchain brings it',
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ua-'));
  try {
    const kadmos = { name: 'a sign that no font has', resume: { basics: { name: 'Kadmos 𒀀𒀁𒀂' } } };
    const prints = [...listResumes(), ...listScripts(), kadmos].map(({ resume }) => printResume(resume));
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
