import { createDraft, type Draft } from './draft.ts';
import { type Convert, formatYears, groups, lists } from './fresh-sections.ts';
import type { Part } from './part.ts';
import { readCountry } from './read-country.ts';
import { joinText, toMarkdown } from './split-text.ts';

/** FRESH, also called FRESCA. Source: https://github.com/fresh-standard/fresh-resume-schema */
export function convertFresh(source: Part): Draft {
  // Markdown is allowed in every text.
  const draft = createDraft({ isMarkdown: true });
  addBasics(draft, source);
  for (const [group, section, convert] of groups) {
    // Most have a history and a summary of it; some files have the list alone.
    const part = source.at(group);
    if (part.kind !== 'map') for (const entry of part.items()) add(draft, section, entry, convert);
    else for (const entry of part.items('history')) add(draft, section, entry, convert);
  }
  addSkills(draft, source.at('skills'));
  for (const [list, section, convert] of lists) {
    for (const entry of source.items(list)) add(draft, section, entry, convert);
  }
  return draft;
}

/** What somebody marked as private must not get into a page; it is listed instead. */
function add(draft: Draft, section: string, entry: Part, convert: Convert): void {
  if (entry.peek('private') === 'true') entry.hide();
  else draft.add(section, entry, convert(entry));
}

function addBasics(draft: Draft, source: Part): void {
  const [info, contact, location] = [source.at('info'), source.at('contact'), source.at('location')];
  draft.addBasics({
    name: source.text('name') ?? info.text('name'),
    label: info.text('label'),
    image: info.text('image'),
    email: contact.text('email'),
    phone: contact.text('phone'),
    url: contact.text('website'),
    summary: joinText(
      toMarkdown(info.text('brief')),
      toMarkdown(info.text('quote')),
      toMarkdown(source.at('employment').text('summary')),
    ),
    location: {
      address: location.text('address'),
      postalCode: location.text('code'),
      city: location.text('city'),
      region: location.text('region'),
      ...readCountry(location.text('country')),
    },
  });
  for (const profile of source.items('social')) {
    const network = profile.text('network', 'label');
    if (profile.peek('label') === network) profile.drop('label');
    draft.addProfile(profile, { network, username: profile.text('user'), url: profile.text('url') });
  }
  for (const other of contact.items('other')) {
    // JSON Resume has one phone number and one e-mail address; of further ones only sites have a place.
    const value = other.peek('value');
    if (!/^https?:\/\//i.test(value)) continue;
    draft.addProfile(other, { network: other.text('label', 'flavor', 'category'), url: other.text('value') });
  }
}

function addSkills(draft: Draft, skills: Part): void {
  for (const set of skills.items('sets')) {
    draft.add('skills', set, {
      name: set.text('name'),
      level: set.text('level'),
      keywords: set.texts('skills', 'keywords'),
    });
  }
  const grouped = new Set(
    skills
      .items('sets')
      .flatMap((set) => set.texts('skills'))
      .map((name) => name.toLowerCase()),
  );
  for (const skill of skills.items('list')) {
    const name = skill.peek('name').toLowerCase();
    const years = skill.peek('years');
    const hasMore = ['level', 'summary', 'years', 'keywords'].some(
      (key) => skill.peek(key) !== '' || skill.at(key).holds,
    );
    if (grouped.has(name) && !hasMore) {
      skill.drop('name');
      continue;
    }
    draft.add('skills', skill, {
      name: skill.kind === 'leaf' ? skill.text() : skill.text('name'),
      level: skill.text('level'),
      summary: joinText(toMarkdown(skill.text('summary')), skill.text('years') && formatYears(years)),
      keywords: skill.texts('keywords'),
    });
  }
  // Older files have one list of names, or of groups, and nothing around it.
  if (skills.kind === 'list') {
    for (const skill of skills.items()) {
      draft.add('skills', skill, {
        name: skill.kind === 'leaf' ? skill.text() : skill.text('name'),
        level: skill.text('level'),
        keywords: skill.texts('skills', 'keywords'),
      });
    }
  }
}
