import assert from 'node:assert/strict';
import test from 'node:test';
import { type ImportedResume, importResume } from './import-resume.ts';

const read = (profile: string) =>
  importResume(
    new TextEncoder().encode(`<Candidate><CandidateProfile>${profile}</CandidateProfile></Candidate>`),
  ) as ImportedResume;

test("Europass: of several addresses the first is the entry's, and the others are in its text", () => {
  const { data, leftOvers } = read(
    '<CreativeWorks><CreativeWork><Title>A film</Title><Link>https://a.example</Link><Link>https://b.example</Link>' +
      '<Date><StartDate><FormattedDateTime>2020-05</FormattedDateTime></StartDate><Ongoing>false</Ongoing></Date>' +
      '</CreativeWork></CreativeWorks>',
  );
  assert.deepEqual(data, {
    creativeWorks: [
      {
        title: 'A film',
        url: 'https://a.example',
        date: '2020-05',
        summary: '<https://b.example>',
      },
    ],
  });
  assert.deepEqual(leftOvers, []);
});

test('Europass: a department that is called as its employer is said once', () => {
  const { data } = read(
    '<EmploymentHistory><EmployerHistory><OrganizationName>Lab</OrganizationName><Department>Lab</Department>' +
      '<Link>https://lab.example</Link><PositionHistory><PositionTitle>Analyst</PositionTitle></PositionHistory>' +
      '</EmployerHistory></EmploymentHistory>',
  );
  assert.deepEqual(data, { work: [{ name: 'Lab', url: 'https://lab.example', position: 'Analyst' }] });
});

test('Europass: a place that the address of the employer says again is said once', () => {
  const { data, leftOvers } = read(
    '<EmploymentHistory><EmployerHistory><OrganizationName>Lab</OrganizationName><OrganizationContact><Communication>' +
      '<Address><AddressLine>1 Quay</AddressLine><CityName>Pisa</CityName><CountryCode>IT</CountryCode></Address>' +
      '</Communication></OrganizationContact>' +
      '<PositionHistory><City>Pisa</City><Country>it</Country></PositionHistory></EmployerHistory></EmploymentHistory>',
  );
  assert.deepEqual(data, { work: [{ name: 'Lab', location: 'Pisa, IT' }] });
  assert.deepEqual(
    leftOvers.map(({ value }) => value),
    ['1 Quay'],
  );
});

test('what check --fix would write is written at once', () => {
  const { data } = importResume(
    new TextEncoder().encode('cv:\n  name: A\n  website: a.example\n  sections:\n    skills:\n      - <b>Go</b>\n'),
  ) as ImportedResume;
  assert.deepEqual(data, { basics: { name: 'A', url: 'https://a.example' }, skills: [{ name: 'Go' }] });
});

test('Europass: work experiences may lie in a list of any of three forms', () => {
  const job = (name: string) => `<WorkExperience><Employer><Name>${name}</Name></Employer></WorkExperience>`;
  const forms = [
    `<WorkExperienceList>${job('A')}${job('B')}</WorkExperienceList>`,
    `<WorkExperience>${job('A')}${job('B')}</WorkExperience>`,
    `${job('A')}${job('B')}`,
  ];
  for (const form of forms) {
    const file = `<SkillsPassport><LearnerInfo>${form}</LearnerInfo></SkillsPassport>`;
    const { data } = importResume(new TextEncoder().encode(file)) as ImportedResume;
    assert.deepEqual(data, { work: [{ name: 'A' }, { name: 'B' }] });
  }
});

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const photos: readonly (readonly [where: string, file: string])[] = [
  [
    'an attachment, packed twice',
    `<Candidate><CandidateProfile><Attachment><EmbeddedData>${btoa(`data:image/png;base64,${pixel}`)}</EmbeddedData><FileType>photo</FileType></Attachment></CandidateProfile></Candidate>`,
  ],
  [
    'the one before 2020, with ends of lines',
    `<SkillsPassport><LearnerInfo><Identification><Photo><MimeType>image/png</MimeType><Data>${pixel.replace(/(.{40})/, '$1\n')}</Data></Photo></Identification></LearnerInfo></SkillsPassport>`,
  ],
];
for (const [where, file] of photos) {
  test(`Europass: a photo comes along: ${where}`, () => {
    const { data } = importResume(new TextEncoder().encode(file)) as ImportedResume;
    assert.deepEqual(data, { basics: { image: `data:image/png;base64,${pixel}` } });
  });
}

test('Europass: a second line of the street, further sites, and a letter, which is not for everybody', () => {
  const contact = (value: string) => `<Contact>${value}</Contact>`;
  const { data, leftOvers } = importResume(
    new TextEncoder().encode(
      '<SkillsPassport><LearnerInfo><Identification><ContactInfo>' +
        `<Address>${contact('<AddressLine>1 Quay</AddressLine><AddressLine2>Flat 2</AddressLine2>')}</Address>` +
        `<WebsiteList><Website>${contact('a.example')}</Website><Website>${contact('b.example')}</Website></WebsiteList>` +
        '</ContactInfo></Identification></LearnerInfo>' +
        '<CoverLetter><Letter><Body><MainBody>I want to work for you.</MainBody></Body></Letter></CoverLetter></SkillsPassport>',
    ),
  ) as ImportedResume;
  assert.deepEqual(data, {
    basics: {
      url: 'https://a.example',
      location: { address: '1 Quay, Flat 2' },
      profiles: [{ network: 'Website', url: 'https://b.example' }],
    },
  });
  assert.deepEqual(
    leftOvers.map(({ path, hidden }) => [path, hidden !== undefined]),
    [['SkillsPassport.CoverLetter.Letter.Body.MainBody', true]],
  );
});
