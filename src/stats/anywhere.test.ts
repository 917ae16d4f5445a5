import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const door = fileURLToPath(new URL('./index.ts', import.meta.url));
const program = `
  const { createHash } = await import('node:crypto');
  const stats = await import(${JSON.stringify(door)});
  const now = new Date('2026-03-29T23:30:00Z');
  const shown = [1, 30, 100, 400].map((days) => {
    const report = stats.simulateReport({ name: 'x', days, now });
    const texts = [stats.formatText(report, (_, text) => text), stats.formatCsv(report), stats.formatJson(report)];
    return [...texts, stats.renderReport(report, { css: '' })].join('');
  });
  console.log(createHash('sha256').update(shown.join('')).digest('hex'));
`;

test('every form is the same in every time zone and language, also when clocks change', async () => {
  const places = [
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'Europe/Berlin', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8' },
    { TZ: 'America/Los_Angeles', LC_ALL: 'hi_IN.UTF-8' },
  ];
  const hashes = await Promise.all(
    places.map(async (env) => {
      const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], { env });
      return (await run).stdout;
    }),
  );
  assert.match(hashes[0] ?? '', /^[0-9a-f]{64}\n$/);
  assert.equal(new Set(hashes).size, 1);
});
