import assert from 'node:assert/strict';
import test from 'node:test';
import { openPress } from './open-press.ts';
import type { Sheet } from './sheet.ts';
import { startPress } from './start-press.ts';

const sheet: Sheet = {
  language: 'en',
  direction: 'ltr',
  title: 'Ida Probe',
  name: 'Ida Probe',
  accent: '#17524a',
  colon: ': ',
  summary: [],
  contact: [],
  sections: [],
};

test('a press in a thread prints what one in this thread does, and says what went wrong', async () => {
  const press = startPress();
  try {
    const here = await openPress();
    const jobs = [sheet, { ...sheet, name: 'Zoë Probe' }] as const;
    const prints = await Promise.all(jobs.map((job) => press.print(job, { paper: 'a4' })));
    assert.equal(await press.isOpen, true);
    for (const [index, job] of jobs.entries()) {
      const print = here.print(job, { paper: 'a4' });
      assert.deepEqual(Buffer.from(prints[index]?.pdf ?? ''), Buffer.from(print.pdf));
    }
    await assert.rejects(
      press.print({ ...sheet, accent: 'no color' }, { paper: 'a4' }),
      /Typst cannot set resume\.typ/,
    );
  } finally {
    await press.stop();
  }
});

test('a press that has ended answers that, before it was open and for ever after', async () => {
  const press = startPress();
  const printing = press.print(sheet, { paper: 'a4' });
  void press.stop();
  await assert.rejects(printing, /has ended/);
  assert.equal(await press.isOpen, false);
  await assert.rejects(press.print(sheet, { paper: 'a4' }), /has ended/);
});
