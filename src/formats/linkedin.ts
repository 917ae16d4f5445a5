import { createDraft, type Draft } from './draft.ts';
import { readNetworkName } from './network-name.ts';
import type { Part } from './part.ts';
import { takeDate, takePeriod } from './read-period.ts';
import { joinText, plainToMarkdown, splitText } from './split-text.ts';
import type { Values } from './values.ts';

/** LinkedIn's tables, as `readLinkedin` gives them: `tables` has each one's name by the file's. */
export function convertLinkedin(source: Part, tables: ReadonlyMap<string, string>): Draft {
  const draft = createDraft();
  const files = new Map([...tables].map(([file, table]) => [table, source.at(file)]));
  const rows = (table: string): readonly Part[] => files.get(table)?.items() ?? [];
  addBasics(draft, rows);
  for (const [table, section, convert] of converters) {
    for (const row of rows(table)) draft.add(section, row, convert(row));
  }
  const skills = new Set<string | undefined>();
  for (const row of rows('skills')) {
    const name = row.text('Name');
    if (!skills.has(name)) draft.add('skills', row, { name });
    skills.add(name);
  }
  for (const row of rows('recommendations received')) {
    // One that is not shown on the profile was not meant for the world.
    if (/^(?:visible|accepted|)$/i.test(row.peek('Status'))) draft.add('references', row, toReference(row));
    else row.hide();
  }
  return draft;
}

type Rows = (table: string) => readonly Part[];

function addBasics(draft: Draft, rows: Rows): void {
  const [profile] = rows('profile');
  const [summary] = rows('profile summary');
  const emails = rows('email addresses');
  const phones = rows('phonenumbers');
  const email = emails.find((row) => /^yes$/i.test(row.peek('Primary'))) ?? emails[0];
  const phone = phones.find((row) => /mobile/i.test(row.peek('Type'))) ?? phones[0];
  const number = phone?.text('Number');
  const extension = phone?.text('Extension');
  const about = profile?.text('Summary') ?? summary?.text('Profile Summary');
  if (summary?.peek('Profile Summary') === about) summary?.drop('Profile Summary');
  draft.addBasics({
    name: [profile?.text('First Name'), profile?.text('Last Name')].filter(Boolean).join(' '),
    label: profile?.text('Headline'),
    email: email?.text('Email Address'),
    phone: number && extension ? `${number} ext. ${extension}` : number,
    summary: plainToMarkdown(about),
    location: {
      address: profile?.text('Address'),
      postalCode: profile?.text('Zip Code'),
      city: profile?.text('Geo Location'),
    },
  });
  if (!profile) return;
  const own = profile.at('Profile URL', 'Public Profile URL');
  if (own.holds) draft.addProfile(own, { network: 'LinkedIn', url: own.text() });
  for (const { label, url } of readSites(profile.text('Websites')))
    draft.addProfile(profile.at('Websites'), { network: label, url });
  for (const handle of readList(profile.text('Twitter Handles'))) {
    const username = handle.replace(/^@/, '');
    draft.addProfile(profile.at('Twitter Handles'), {
      network: 'X',
      username,
      url: /^\w+$/.test(username) ? `https://x.com/${username}` : undefined,
    });
  }
  for (const account of readList(profile.text('Instant Messengers'))) {
    const [, network, username] = /^([^:]+):(.+)$/.exec(account) ?? [];
    draft.addProfile(profile.at('Instant Messengers'), {
      network: readNetworkName(network) ?? 'Messenger',
      username: username ?? account,
    });
  }
}

/** `[PORTFOLIO:https://jane.example,BLOG:https://blog.example]`, also without brackets or labels. */
function readSites(text: string | undefined): readonly { readonly label: string; readonly url: string }[] {
  // A comma in an address separates nothing: after one that does, another address begins.
  return readList(text, /[,;]\s*(?=\[?(?:[A-Z][A-Za-z_ ]*:)?(?:https?:|(?:[\w-]+\.)+[a-z]{2,}))/).map((site) => {
    const [, label = 'Website', url = site] = /^([^:/]+):(?!\/\/)(.+)$/.exec(site) ?? [];
    return { label: label.charAt(0) + label.slice(1).toLowerCase(), url };
  });
}

function readList(text: string | undefined, separator = /[,;]\s*(?=[^\s])/): readonly string[] {
  return (text ?? '')
    .replace(/^\[|\]$/g, '')
    .split(separator)
    .map((item) => item.trim().replace(/^\[|\]$/g, ''))
    .filter((item) => item !== '');
}

/** `SCIENCE_AND_TECHNOLOGY` is a code, which the profile shows as words. */
function readCause(text: string): string {
  if (!/^[A-Z]+(?:_[A-Z]+)*$/.test(text)) return text;
  return text.charAt(0) + text.slice(1).toLowerCase().replaceAll('_', ' ');
}

const toReference = (row: Part): Values => ({
  name: [row.text('First Name'), row.text('Last Name')].filter(Boolean).join(' '),
  position: row.text('Job Title'),
  organization: row.text('Company'),
  reference: plainToMarkdown(row.text('Text')),
});

const toPeriod = (row: Part) => takePeriod(row.at('Started On', 'Start Date'), row.at('Finished On', 'End Date'));

const toTexts = (row: Part) => splitText(plainToMarkdown(row.text('Description')));

const converters: readonly (readonly [table: string, section: string, (row: Part) => Values])[] = [
  [
    'positions',
    'work',
    (row) => ({
      name: row.text('Company Name'),
      position: row.text('Title'),
      location: row.text('Location'),
      url: row.text('Company URL', 'Url', 'URL'),
      ...toPeriod(row),
      ...toTexts(row),
    }),
  ],
  [
    'education',
    'education',
    (row) => ({
      institution: row.text('School Name'),
      area: row.text('Field Of Study', 'Field of Study'),
      studyType: row.text('Degree Name'),
      ...toPeriod(row),
      score: row.text('Grade'),
      ...splitText(joinText(plainToMarkdown(row.text('Notes')), plainToMarkdown(row.text('Activities')))),
    }),
  ],
  ['languages', 'languages', (row) => ({ language: row.text('Name'), fluency: row.text('Proficiency') })],
  [
    'certifications',
    'certificates',
    (row) => ({
      name: row.text('Name'),
      date: takeDate(row.at('Started On')),
      issuer: row.text('Authority'),
      url: row.text('Url', 'URL'),
      summary: joinLines([
        ['License number', row.text('License Number')],
        ['Valid until', takeDate(row.at('Finished On'))],
      ]),
    }),
  ],
  [
    'projects',
    'projects',
    (row) => {
      const { summary, highlights } = toTexts(row);
      return {
        name: row.text('Title'),
        description: summary,
        url: row.text('Url', 'URL'),
        ...toPeriod(row),
        highlights,
      };
    },
  ],
  [
    'honors',
    'awards',
    (row) => ({
      title: row.text('Title'),
      date: takeDate(row.at('Issued On')),
      awarder: row.text('Issuer'),
      ...toTexts(row),
    }),
  ],
  [
    'publications',
    'publications',
    (row) => ({
      name: row.text('Name'),
      authors: row.texts('Authors'),
      publisher: row.text('Publisher'),
      releaseDate: takeDate(row.at('Published On')),
      url: row.text('Url', 'URL'),
      ...toTexts(row),
    }),
  ],
  [
    'volunteering',
    'volunteer',
    (row) => ({
      organization: row.text('Company Name'),
      position: row.text('Role'),
      ...toPeriod(row),
      ...toTexts(row),
      keywords: row.texts('Cause').map(readCause),
    }),
  ],
  ['causes you care about', 'interests', (row) => ({ name: readCause(row.text('Supported Cause') ?? '') })],
  // What JSON Resume has no section for gets one of its own.
  [
    'patents',
    'patents',
    (row) => ({
      title: row.text('Title'),
      subtitle: [
        row.text('Issuer'),
        row.text('Patent Number', 'Application Number'),
        row.text('Status'),
        row.text('Inventors'),
      ]
        .filter(Boolean)
        .join(', '),
      date: takeDate(row.at('Issued On', 'Filed On')),
      url: row.text('Url', 'URL'),
      ...toTexts(row),
    }),
  ],
  [
    'organizations',
    'organizations',
    (row) => ({ title: row.text('Name'), subtitle: row.text('Position'), ...toPeriod(row), ...toTexts(row) }),
  ],
  [
    'courses',
    'courses',
    (row) => ({ title: row.text('Name'), subtitle: row.text('Number'), summary: row.text('Associated With') }),
  ],
  [
    'test scores',
    'testScores',
    (row) => ({
      title: row.text('Name'),
      subtitle: row.text('Score'),
      date: takeDate(row.at('Tested On', 'Date')),
      ...toTexts(row),
    }),
  ],
];

function joinLines(lines: readonly (readonly [string, string | undefined])[]): string | undefined {
  return joinText(...lines.map(([label, value]) => (value === undefined ? undefined : `${label}: ${value}`)));
}
