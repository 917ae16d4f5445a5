import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import test from 'node:test';

const program = `
  import { createHash } from 'node:crypto';
  import { printFile } from './test/paper/make-print.ts';
  const { pdf } = await printFile('resume.yaml');
  console.log(createHash('sha256').update(pdf).digest('hex'));`;

function hashPdf(env: Readonly<Record<string, string>>): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

test('the PDF has the same bytes in another process, time zone and language', () => {
  const here = hashPdf({});
  assert.equal(hashPdf({ TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }), here);
});
