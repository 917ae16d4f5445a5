import { createDraft, type Draft } from './draft.ts';
import type { Part } from './part.ts';
import { isHidden, listShown } from './reactive-resume-visible.ts';
import { takeDate, takePeriod } from './read-period.ts';
import { splitText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/**
 * Reactive Resume, versions 1 and 2, which had the sections at the root, and a profile where there are basics now.
 * Source: the exports themselves
 */
export function convertEarlyReactiveResume(file: Part): Draft {
  const draft = createDraft();
  const source = file.at('data').holds ? file.at('data') : file;
  addProfile(draft, source);
  for (const name of source.keys) {
    const part = source.at(name);
    const [section, usual, convert] = knownSections.get(name) ?? [];
    if (section === undefined || isHidden(part)) continue;
    const heading = part.text('heading');
    if (heading !== undefined && !usual?.test(heading)) draft.setHeading(section, heading);
    for (const item of listShown(part)) draft.add(section, item, convert?.(item) ?? {});
  }
  addMore(draft, source.at('extras'));
  const language = file.at('metadata').peek('language') || file.at('settings').peek('language');
  if (/^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(language) && !language.startsWith('en')) draft.setLanguage(language);
  return draft;
}

function addProfile(draft: Draft, source: Part): void {
  const profile = source.at('profile');
  const address = profile.at('address');
  const objective = source.at('objective');
  const isShown = !isHidden(objective);
  draft.addBasics({
    name: [profile.text('firstName'), profile.text('lastName')].filter(Boolean).join(' '),
    label: profile.text('subtitle'),
    image: profile.text('photograph', 'photo'),
    email: profile.text('email'),
    phone: profile.text('phone'),
    url: profile.text('website'),
    summary: isShown ? toMarkdown(objective.text('body')) : undefined,
    location: {
      // The first version has no town, and people write it into the second or third line.
      address: [
        address.kind === 'leaf' ? address.text() : undefined,
        ...['line1', 'line2', 'line3'].map((line) => address.text(line)),
      ]
        .filter(Boolean)
        .join('\n'),
      city: address.text('city'),
      postalCode: address.text('pincode'),
    },
  });
  const social = source.at('social');
  if (isHidden(social)) return;
  for (const item of listShown(social)) {
    draft.addProfile(item, {
      network: item.text('network'),
      username: item.text('username'),
      url: item.text('url'),
    });
  }
}

/** What a person wants known beside all that: a word and what there is to say of it. */
function addMore(draft: Draft, extras: Part): void {
  if (!extras.holds || isHidden(extras)) return;
  const heading = extras.text('heading') ?? 'Extras';
  const items = listShown(extras);
  const key = draft.nameSection(heading);
  for (const item of items)
    draft.add(key, item, { title: item.text('key') ?? item.text(), summary: toMarkdown(item.text('value')) });
}

const toPeriod = (item: Part) => takePeriod(item.at('startDate', 'start'), item.at('endDate', 'end'));
const toTexts = (item: Part) => splitText(item.text('summary', 'description'));

type Section = readonly [section: string, heading: RegExp, convert: (item: Part) => Values];

/** The sections with what each is called unless the person renames it, and what their items become, by the names of both versions. */
const knownSections: ReadonlyMap<string, Section> = new Map<string, Section>([
  [
    'work',
    [
      'work',
      /^(?:work )?experience$/i,
      (item) => ({
        name: item.text('company', 'title'),
        position: item.text('position', 'role'),
        url: item.text('website'),
        ...toPeriod(item),
        ...toTexts(item),
      }),
    ],
  ],
  [
    'education',
    [
      'education',
      /^education$/i,
      (item) => ({
        institution: item.text('institution', 'name'),
        area: item.text('field', 'major'),
        studyType: item.text('degree'),
        ...toPeriod(item),
        score: item.text('gpa', 'grade'),
        ...toTexts(item),
      }),
    ],
  ],
  [
    'projects',
    [
      'projects',
      /^projects$/i,
      (item) => {
        const { summary, highlights } = toTexts(item);
        return {
          name: item.text('title'),
          description: summary,
          url: item.text('link'),
          ...takePeriod(item.at('startDate'), item.at('endDate', 'date')),
          highlights,
        };
      },
    ],
  ],
  [
    'awards',
    [
      'awards',
      /^(?:honors & )?awards$/i,
      (item) => ({
        title: item.text('title'),
        date: takeDate(item.at('date')),
        awarder: item.text('awarder', 'subtitle'),
        ...toTexts(item),
      }),
    ],
  ],
  [
    'certifications',
    [
      'certificates',
      /^certifications$/i,
      (item) => ({
        name: item.text('title'),
        date: takeDate(item.at('date')),
        issuer: item.text('issuer', 'subtitle'),
        summary: toMarkdown(item.text('summary', 'description')),
      }),
    ],
  ],
  [
    'skills',
    ['skills', /^skills$/i, (item) => ({ name: item.text() ?? item.text('name', 'skill'), level: item.text('level') })],
  ],
  [
    'hobbies',
    ['interests', /^(?:hobbies|interests)$/i, (item) => ({ name: item.text() ?? item.text('name', 'hobby') })],
  ],
  [
    'languages',
    [
      'languages',
      /^languages$/i,
      (item) => ({
        language: item.text('name', 'key'),
        fluency: item.text('fluency', 'level') ?? readRating(item),
      }),
    ],
  ],
  [
    'references',
    [
      'references',
      /^references$/i,
      (item) => ({
        name: item.text('name'),
        position: item.text('position'),
        email: item.text('email'),
        phone: item.text('phone'),
        reference: toMarkdown(item.text('summary', 'description')),
      }),
    ],
  ],
]);

/** Dots out of five; none at all is 0. */
function readRating(item: Part): string | undefined {
  const [part] = [item.at('rating'), item.at('value')].filter((one) => /^[1-5]$/.test(one.peek()));
  return part && `${part.text()}/5`;
}
