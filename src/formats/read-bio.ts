import type { ResumeData } from '#resume';
import type { LeftOver } from './draft.ts';
import { readNetworkName } from './network-name.ts';
import { createPart, type Part } from './part.ts';
import { tidy } from './values.ts';

type Group = { readonly [key: string]: ResumeData };

/** The first drafts of JSON Resume, of 2014, had a `bio` where later ones have basics; nothing for all others. */
export function readBio(
  data: ResumeData,
): { readonly data: ResumeData; readonly leftOvers: readonly LeftOver[] } | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const { bio, ...others } = data as Group;
  if (typeof bio !== 'object' || bio === null || Array.isArray(bio) || 'basics' in others) return undefined;
  const part = createPart(bio, 'bio');
  const basics = {
    name: [part.text('firstName', 'name'), part.text('lastName')].filter(Boolean).join(' '),
    label: part.text('label', 'title'),
    image: part.text('picture', 'image'),
    email: takeFirst(part.at('email')),
    phone: takeFirst(part.at('phone')),
    url: part.text('website', 'url'),
    summary: part.text('summary'),
    location: Object.fromEntries(
      ['address', 'postalCode', 'city', 'region', 'countryCode'].map((key) => [key, part.at('location').text(key)]),
    ),
    profiles: [...listProfiles(part.at('websites'), true), ...listProfiles(part.at('profiles'), false)],
  };
  return { data: tidy({ basics, ...others }) ?? {}, leftOvers: part.listUntaken() };
}

/** JSON Resume has one address where the draft had one for work and one for home. */
function takeFirst(part: Part): string | undefined {
  return part.kind === 'map' ? part.items()[0]?.text() : part.text();
}

/** By the network's name, or listed as they are today. */
function listProfiles(part: Part, areSites: boolean) {
  if (part.kind !== 'map')
    return part.items().map((one) => ({
      network: one.text('network'),
      username: one.text('username'),
      url: one.kind === 'leaf' ? one.text() : one.text('url'),
    }));
  return part.keys.map((key) => {
    const value = part.text(key);
    const isAddress = areSites || /^(?:https?:\/\/|www\.)/i.test(value ?? '');
    return { network: readNetworkName(key), ...(isAddress ? { url: value } : { username: value }) };
  });
}
