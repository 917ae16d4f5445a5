import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume } from '#resume';
import { importResume } from './import-resume.ts';
import { writeResume } from './write-resume.ts';

const draft = {
  bio: {
    firstName: 'Una',
    lastName: 'Early',
    email: { work: 'una@work.example', personal: 'una@home.example' },
    phone: { work: '+1 555 0100' },
    summary: 'Was there first.',
    location: { city: 'Oslo', countryCode: 'NO', state: 'x' },
    websites: { blog: 'blog.example' },
    profiles: { github: 'https://github.com/una', twitter: '@una' },
  },
  work: [{ company: 'Old Co', position: 'Clerk', startDate: '2013-12' }],
  hobbies: [{ name: 'Stamps' }],
};

test('a draft of JSON Resume with a bio becomes one with basics, and what has no place is listed', () => {
  const imported = importResume(new TextEncoder().encode(JSON.stringify(draft)));
  assert.ok(imported.mistake === undefined);
  assert.deepEqual(imported.data, {
    basics: {
      name: 'Una Early',
      email: 'una@work.example',
      phone: '+1 555 0100',
      summary: 'Was there first.',
      location: { city: 'Oslo', countryCode: 'NO' },
      profiles: [
        { network: 'Blog', url: 'https://blog.example' },
        { network: 'GitHub', url: 'https://github.com/una' },
        { network: 'X', username: '@una' },
      ],
    },
    work: [{ name: 'Old Co', position: 'Clerk', startDate: '2013-12' }],
    interests: [{ name: 'Stamps' }],
  });
  assert.deepEqual(imported.leftOvers, [
    { path: 'bio.email.personal', value: 'una@home.example' },
    { path: 'bio.location.state', value: 'x' },
  ]);
  for (const format of ['yaml', 'json'] as const)
    assert.deepEqual(parseResume(writeResume(imported, format), format).problems, []);
});

test('a bio beside basics, or one that is a text, is a key like others', () => {
  for (const file of [
    { basics: { name: 'A' }, bio: { firstName: 'B' } },
    { bio: 'I', work: [] },
  ]) {
    const imported = importResume(new TextEncoder().encode(JSON.stringify(file)));
    assert.ok(imported.mistake === undefined);
    assert.ok('bio' in (imported.data as object));
  }
});
