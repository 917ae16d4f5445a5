import { createDraft, type Draft, type Values } from './draft.ts';
import { readNetworkName } from './network-name.ts';
import type { Part } from './part.ts';
import { type Convert, converters, takeLink, toOwn } from './reactive-resume-items.ts';
import { readCountry } from './read-country.ts';
import { toMarkdown } from './split-text.ts';

/** Names of sections in versions 3, 4 and 5, with what each is called unless the person renames it. */
const SECTIONS: ReadonlyMap<string, readonly [section: string, headings: RegExp]> = new Map(
  Object.entries({
    work: ['work', /^(?:(?:work )?experience)?$/i],
    experience: ['work', /^(?:(?:work )?experience)?$/i],
    education: ['education', /^(?:education)?$/i],
    awards: ['awards', /^(?:awards)?$/i],
    certifications: ['certificates', /^(?:certifications)?$/i],
    publications: ['publications', /^(?:publications)?$/i],
    skills: ['skills', /^(?:skills)?$/i],
    languages: ['languages', /^(?:languages)?$/i],
    interests: ['interests', /^(?:interests)?$/i],
    projects: ['projects', /^(?:projects)?$/i],
    volunteer: ['volunteer', /^(?:volunteer(?:ing)?(?: experience)?)?$/i],
    references: ['references', /^(?:references)?$/i],
  }),
);

/**
 * Reactive Resume, versions 3 to 5. What somebody hid there stays hidden: it is listed, not taken.
 * Source: https://docs.rxresu.me and the exports themselves
 */
export function convertReactiveResume(file: Part): Draft {
  const draft = createDraft();
  const source = file.at('sections').holds || file.at('basics').holds ? file : file.at('data');
  addBasics(draft, source);
  const sections = source.at('sections');
  for (const name of sections.keys) {
    const part = sections.at(name);
    if (name === 'summary' || isHidden(part)) continue;
    if (name === 'profiles') for (const profile of listShown(part)) addProfile(draft, profile);
    else if (name === 'custom') for (const own of part.items()) addOwn(draft, own);
    else if (SECTIONS.has(name)) addSection(draft, name, part);
    else addOwn(draft, part);
  }
  for (const own of source.items('customSections')) addOwn(draft, own);
  source.at('metadata').at('notes').hide();
  const locale = source.at('metadata').at('page');
  const language = (locale.peek('locale') || source.at('metadata').peek('locale')).replace('_', '-');
  if (/^[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/.test(language) && !language.startsWith('en')) draft.setLanguage(language);
  return draft;
}

function addBasics(draft: Draft, source: Part): void {
  const basics = source.at('basics');
  const location = basics.at('location');
  const picture = [source.at('picture'), basics.at('picture'), basics.at('photo')].find(({ holds }) => holds);
  const isPictureHidden = picture && (isHidden(picture) || isHidden(picture.at('effects')));
  draft.addBasics({
    name: basics.text('name'),
    label: basics.text('headline'),
    image: isPictureHidden ? undefined : takePicture(picture),
    email: basics.text('email'),
    phone: basics.text('phone'),
    url: takeLink(basics.at('url', 'website')),
    location:
      location.kind === 'map'
        ? {
            address: location.text('address'),
            postalCode: location.text('postalCode'),
            city: location.text('city'),
            region: location.text('region'),
            ...readCountry(location.text('country')),
          }
        : { city: location.text() },
  });
  for (const summary of [source.at('sections').at('summary'), source.at('summary'), basics.at('summary')]) {
    if (isHidden(summary)) continue;
    draft.addBasics({ summary: toMarkdown(summary.kind === 'map' ? summary.text('content', 'body') : summary.text()) });
  }
  for (const profile of basics.items('profiles')) addProfile(draft, profile);
  for (const field of basics.items('customFields')) {
    if (isHidden(field)) continue;
    const text = field.text('value', 'text');
    const link = field.text('link', 'url') ?? (text !== undefined && /^https?:\/\//i.test(text) ? text : undefined);
    // Its icon is all that the newest version says of what a field is: github-logo.
    const icon = /^([a-z]+)-logo$/.exec(field.peek('icon'))?.[1];
    draft.addProfile(field, {
      network: field.text('name') ?? readNetworkName(icon),
      username: text !== undefined && link?.includes(text) ? undefined : text,
      url: link,
    });
  }
}

/** A picture that is written out in the file would make the résumé larger than one may be. */
function takePicture(picture: Part | undefined): string | undefined {
  const url = picture?.kind === 'map' ? picture.at('url') : picture;
  return (url?.peek().length ?? 0) > 300_000 ? undefined : url?.text();
}

function addProfile(draft: Draft, profile: Part): void {
  if (isHidden(profile)) return;
  draft.addProfile(profile, {
    network: profile.text('network'),
    username: profile.text('username'),
    url: takeLink(profile.at('url', 'website')),
  });
}

function addSection(draft: Draft, name: string, part: Part): void {
  const [section = name, usual] = SECTIONS.get(name) ?? [];
  const heading = part.text('name', 'title');
  if (heading !== undefined && usual !== undefined && !usual.test(heading)) draft.setHeading(section, heading);
  addItems(draft, section, part, converters.get(section) ?? toOwn);
}

/** A section that the person added; one of a usual kind and name is more of the usual section. */
function addOwn(draft: Draft, part: Part): void {
  // A letter to one employer is not for everybody.
  if (part.peek('type') === 'cover-letter') part.hide();
  if (isHidden(part) || part.peek('type') === 'cover-letter') return;
  const heading = part.text('name', 'title') ?? '';
  const type = part.peek('type');
  const [section, usual] = SECTIONS.get(type) ?? [];
  if (section !== undefined && usual?.test(heading)) {
    part.drop('type');
    addItems(draft, section, part, converters.get(section) ?? toOwn);
  } else if (type === 'profiles') {
    for (const profile of listShown(part)) addProfile(draft, profile);
  } else {
    addItems(draft, draft.nameSection(heading || type || 'more'), part, toOwn);
  }
}

function addItems(draft: Draft, section: string, part: Part, convert: Convert): void {
  for (const item of listShown(part)) {
    const roles = item.items('roles');
    // Several roles at one employer are several entries in a row, which the page puts together.
    if (section === 'work' && roles.some(({ holds }) => holds)) addRoles(draft, item, roles);
    else draft.add(section, item, convert(item));
  }
}

function addRoles(draft: Draft, item: Part, roles: readonly Part[]): void {
  const employer: Values = {
    name: item.text('company'),
    location: item.text('location'),
    url: takeLink(item.at('website', 'url')),
  };
  const about = toMarkdown(item.text('description'));
  for (const [index, role] of roles.entries()) {
    const { name, location, url, ...values } = (converters.get('work') ?? toOwn)(role);
    draft.add('work', role, { ...employer, ...values, ...(index === 0 && { description: about }) });
  }
}

function listShown(part: Part): readonly Part[] {
  const items = part.kind === 'list' ? part.items() : part.items('items');
  return items.filter((item) => !isHidden(item));
}

function isHidden(part: Part): boolean {
  const isHidden = part.peek('hidden') === 'true' || part.peek('visible') === 'false';
  if (isHidden) part.hide();
  return isHidden;
}
