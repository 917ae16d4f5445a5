import assert from 'node:assert/strict';
import test from 'node:test';
import { parseResume, parseResumeFile } from '../parse-resume.ts';

const held = (value: string, key = 'phone') => `basics: {name: J, ${key}: "${value}"`;
for (const [private_, key, written] of [
  ['+49 761 5550199', 'phone', 'Call 0761 / 555-01-99.'],
  ['+49 (0)761 5550199', 'phone', 'tel:00497615550199'],
  ['0761 5550199', 'phone', '+49 (761) 555 0199'],
  ['+46 31 555 01 42', 'phone', '٠٣١ ٥٥٥ ٠١ ٤٢'],
  ['jane+cv@doe.example', 'email', 'Write to JANE+CV@DOE.EXAMPLE'],
  ['jane+cv@doe.example', 'email', 'https://x.example/?to=jane%2Bcv%40doe.example'],
  ['jane+cv@doe.example', 'email', 'jane&#43;cv&#x40;doe.example'],
  ['Günterstalstraße 7', 'label', 'in der GÜNTERSTALSTRASSE 7 links'],
  ['Günterstalstraße 7', 'label', 'cv-gunterstalstrasse-7.pdf'],
  ['東京都千代田区', 'label', '住所は東京都千代田区です'],
] as const) {
  test(`“${private_}” is noticed in “${written}”, and the note does not say it`, () => {
    for (const more of [`summary: "${written}"`, `url: "https://j.example", profiles: [{username: "${written}"}]`]) {
      const text = `${held(private_, key)}, ${more}}\nmeta: {site: {private: [basics.${key}]}}`;
      const { text: shown, parsed } = parseResumeFile({
        name: 'r.yaml',
        format: 'yaml',
        bytes: new TextEncoder().encode(text),
      });
      const notes = parsed.problems.filter(({ message }) => message.startsWith('This says what'));
      assert.deepEqual(
        notes.map(({ severity, message }) => [severity, message]),
        [['note', `This says what basics.${key} keeps private, and everybody can read it here; take it out.`]],
      );
      assert.ok(!shown?.includes(private_) && !shown?.includes(written), shown);
    }
  });
}

for (const [private_, key, written] of [
  ['+49 761 5550199', 'phone', 'Since 2015 for 5,550,199 users'],
  ['Oslo', 'label', 'Osloer Straße, and Kosovo'],
  ['SE', 'label', 'se desarrolló'],
] as const) {
  test(`“${private_}” is not taken to stand in “${written}”`, () => {
    const text = `${held(private_, key)}, summary: "${written}"}\nmeta: {site: {private: [basics.${key}]}}`;
    assert.deepEqual(
      parseResume(text, 'yaml').problems.filter(({ message }) => message.startsWith('This says')),
      [],
    );
  });
}
