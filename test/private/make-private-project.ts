import type { TestContext } from 'node:test';
import sharp from 'sharp';
import { makeProject } from '../cli/make-project.ts';

/** What the project keeps private. Each is long enough to stand nowhere by chance. */
export const privateValues = {
  phone: '+49 761 5558431',
  'other phone': '0761/5558-977',
  email: 'mara+cv7@geheim.example',
  street: 'Günterstalstraße 47b',
  'postal code': 'QX7 91ZK',
  number: '83417265',
  'line of a list': 'Saved 4,815,162 kroner for Zephyrwerk',
  employer: 'Obsidian Falken GmbH',
  position: 'Schattenchefin vom Dienst',
  'phone of a reference': '+46 70 1741009',
  user: 'mara.im.verborgenen',
  photo: 'portrait-geheim.jpg',
  file: 'zeugnis-vertraulich.txt',
  'content of a file': 'Diese Zeilen liest niemand.',
  'own key': 'Wunschgehalt 97.531 Euro',
  'german street': 'Zweite Heimlichgasse 12',
} as const;

const v = privateValues;
const paths = [
  ...['basics.phone', 'basics.email', 'basics.location.address', 'basics.location.postalCode', 'basics.image'],
  ...[
    'basics.profiles[1]',
    'work[0]["tel"]',
    'work.0.highlights.1',
    'work.1',
    'references.*.phone',
    'certificates.0.url',
    'awards.*.summary',
  ],
  ...['talks.*.fee'],
];

/** A résumé with many private values, and with mistakes beside them that have to be told. */
export function writeResume(list: readonly string[] = paths): string {
  return `basics:
  name: Mara Beispiel
  label: Ingenieurin
  photo: ${v.photo}
  telephone: ${v.phone}
  mobile: ${v['other phone']}
  mail: ${v.email} # ${v.email}
  location: { street: ${v.street}, zip: ${v['postal code']}, city: Freiburg, countryCode: Germany }
  profiles:
    - { network: GitHub, username: mara }
    - { network: Mastodon, username: ${v.user}, url: "https://social.example/@${v.user}" }
work:
  - { name: Offen AG, position: Leiterin, startDate: 2015-13, highlights: [Built it, "${v['line of a list']}"], tel: ${v.phone} }
  - { name: ${v.employer}, position: ${v.position}, startDate: 2019, endDate: 2018 }
references:
  - { name: Anna, phone: ${v['phone of a reference']}, url: nowhere.example }
certificates:
  - { name: Zeugnis, url: ${v.file} }
awards:
  - { title: Preis, date: 2019-02-31, summary: "No. ${v.number}" }
talks:
  - { title: Ein Vortrag, fee: ${v['own key']} }
meta:
  language: de
  site: { url: "https://mara.example", private: ${JSON.stringify(list)} }
`;
}

/** The project: a main résumé, a German-speaking Swiss one beside it, a photo with notes of its camera, a private file. */
export async function makePrivateProject(context: TestContext): Promise<string> {
  const picture = sharp({ create: { width: 300, height: 300, channels: 3, background: '#487' } });
  const photo = await picture
    .withExif({ IFD0: { Copyright: v.email } })
    .jpeg()
    .toBuffer();
  return makeProject(context, {
    'resume.yaml': writeResume(),
    'resume.en.yaml': `basics:
  name: Mara Beispiel
  email: ${v.email}
  location: { address: ${v['german street']}, city: Freiburg }
work: [{ name: Open, startDate: 2015-13 }]
`,
    [`public/${v.photo}`]: photo,
    [`public/${v.file}`]: v['content of a file'],
    'public/open.txt': 'Das darf jeder lesen.',
  });
}
