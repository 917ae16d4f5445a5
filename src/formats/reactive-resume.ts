import { createDraft, type Draft } from './draft.ts';
import { readNetworkName } from './network-name.ts';
import { letter, type Part } from './part.ts';
import { convertEarlyReactiveResume } from './reactive-resume-early.ts';
import { type Convert, converters, takeLink, toOwn } from './reactive-resume-items.ts';
import { isHidden, listShown } from './reactive-resume-visible.ts';
import { readCountry } from './read-country.ts';
import { maxPicture } from './read-photo.ts';
import { toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/** Names of sections in versions 3, 4 and 5, with what each is called unless the person renames it. */
const knownSections: ReadonlyMap<string, readonly [section: string, headings: RegExp]> = new Map(
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
 * Reactive Resume, versions 1 to 5. What somebody hid there stays hidden: it is listed, not taken.
 * Source: https://docs.rxresu.me and the exports themselves
 */
export function convertReactiveResume(file: Part): Draft {
  const isEarly = [file, file.at('data')].some((part) => part.at('profile').kind === 'map');
  return isEarly ? convertEarlyReactiveResume(file) : convertLater(file);
}

function convertLater(file: Part): Draft {
  const draft = createDraft();
  const source = file.at('sections').holds || file.at('basics').holds ? file : file.at('data');
  addBasics(draft, source);
  const sections = source.at('sections');
  /** Keys of the person's own sections, by the ids that the layout has. */
  const keys = new Map<string, string>();
  for (const name of sections.keys) {
    const part = sections.at(name);
    if (name === 'summary' || isHidden(part)) continue;
    if (name === 'profiles') for (const profile of listShown(part)) addProfile(draft, profile);
    else if (name === 'custom') for (const own of part.items()) addOwn(draft, own, keys);
    else if (knownSections.has(name)) addSection(draft, name, part);
    else addOwn(draft, part, keys);
  }
  for (const own of source.items('customSections')) addOwn(draft, own, keys);
  setOrder(draft, source.at('metadata').at('layout'), keys);
  source.at('metadata').at('notes').hide();
  file.at('coverLetter').hide(letter);
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

function takePicture(picture: Part | undefined): string | undefined {
  const url = picture?.kind === 'map' ? picture.at('url') : picture;
  return (url?.peek().length ?? 0) > maxPicture ? undefined : url?.text();
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
  const [section = name, usual] = knownSections.get(name) ?? [];
  const heading = part.text('name', 'title');
  if (heading !== undefined && usual !== undefined && !usual.test(heading)) draft.setHeading(section, heading);
  addItems(draft, section, part, converters.get(section) ?? toOwn);
}

/** A section that the person added; one of a usual kind and name is more of the usual section. */
function addOwn(draft: Draft, part: Part, keys: Map<string, string>): void {
  if (part.peek('type') === 'cover-letter') part.hide(letter);
  if (isHidden(part) || part.peek('type') === 'cover-letter') return;
  const heading = part.text('name', 'title') ?? '';
  const type = part.peek('type');
  const [section, usual] = knownSections.get(type) ?? [];
  if (section !== undefined && usual?.test(heading)) {
    part.drop('type');
    addItems(draft, section, part, converters.get(section) ?? toOwn);
  } else if (type === 'profiles') {
    for (const profile of listShown(part)) addProfile(draft, profile);
  } else {
    const key = draft.nameSection(heading || type || 'more');
    keys.set(part.peek('id'), key);
    addItems(draft, key, part, toOwn);
  }
}

/** Pages with a wide and a narrow column: what stands in the wide ones comes first, as on a page with both. */
function setOrder(draft: Draft, layout: Part, keys: ReadonlyMap<string, string>): void {
  const pages = layout.kind === 'map' ? layout.items('pages') : layout.items();
  const columns = pages.map((page) => (page.kind === 'map' ? [page.at('main'), page.at('sidebar')] : page.items()));
  const names = [0, 1].flatMap((index) => columns.flatMap((page) => page[index]?.items() ?? []));
  draft.setOrder(
    names.flatMap((part) => {
      const name = part.peek().replace(/^custom\./, '');
      const section = knownSections.get(name)?.[0] ?? keys.get(name);
      return section === undefined ? [] : [{ section, part }];
    }),
  );
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
