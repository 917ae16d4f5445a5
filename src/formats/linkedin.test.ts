import assert from 'node:assert/strict';
import test from 'node:test';
import { makeZip } from '../../test/fixtures/formats/make-zip.ts';
import { importResume } from './import-resume.ts';

const folder = 'Complete_LinkedInDataExport_01-30-2026';

function importTables(tables: Readonly<Record<string, string>>) {
  const files = Object.entries(tables).map(([name, body]) => ({ name: `${folder}/${name}.csv`, body }));
  const imported = importResume(makeZip(files));
  assert.ok(imported.mistake === undefined);
  return imported;
}

test('the profile has its own address, and an address with a comma stays one', () => {
  const header = 'First Name,Last Name,Websites,Profile URL';
  const sites = '"[BLOG:https://blog.example/a,b,COMPANY:www.w.example,https://c.example/?d=1,2]"';
  const { data } = importTables({ Profile: `${header}\nRon,Reed,${sites},https://www.linkedin.com/in/ron` });
  assert.deepEqual(data, {
    basics: {
      name: 'Ron Reed',
      profiles: [
        { network: 'LinkedIn', url: 'https://www.linkedin.com/in/ron' },
        { network: 'Blog', url: 'https://blog.example/a,b' },
        { network: 'Company', url: 'https://www.w.example' },
        { network: 'Website', url: 'https://c.example/?d=1,2' },
      ],
    },
  });
});

test('what the program notes of a row is a setting, whatever folder the table is in', () => {
  const { settings, leftOvers } = importTables({
    Profile: 'First Name,Last Name\nRon,Reed',
    'Email Addresses': 'Email Address,Confirmed,Primary,Updated On\nron@reed.example,Yes,Yes,1/1/24',
    PhoneNumbers: 'Extension,Number,Type\n,+1 555 0100,Mobile',
    Recommendations_Received: 'First Name,Last Name,Text,Creation Date,Status\nAda,Ames,Great.,01/02/20,VISIBLE',
  });
  assert.deepEqual(leftOvers, []);
  assert.equal(settings.length, 6);
});

test('a skill that stands there twice comes once, and a cause in capitals in words', () => {
  const { data } = importTables({
    Profile: 'First Name,Last Name\nRon,Reed',
    Skills: 'Name\nRust\nGo\nRust',
    Volunteering: 'Company Name,Role,Cause\nClub,Coach,SCIENCE_AND_TECHNOLOGY',
    'Causes You Care About': 'Supported Cause\nHEALTH',
  });
  assert.deepEqual(data, {
    basics: { name: 'Ron Reed' },
    volunteer: [{ organization: 'Club', position: 'Coach', keywords: ['Science and technology'] }],
    skills: [{ name: 'Rust' }, { name: 'Go' }],
    interests: [{ name: 'Health' }],
  });
});
