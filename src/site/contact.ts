import { type Basics, isEmail, type Profile } from '#resume';
import { formatAddress } from './address.ts';
import { displayUrl } from './links.ts';
import type { ContactItem } from './outline.ts';
import type { OutlineWriter } from './outline-writer.ts';
import { dialPhone } from './phone.ts';

/** Every way to reach the person: mail, phone, place, site, networks. */
export function outlineContact({ email, phone, location, url, profiles = [] }: Basics, writer: OutlineWriter) {
  const place = location && formatAddress(location, writer.locale);
  const items: (ContactItem | undefined)[] = [
    email ? { kind: 'email', text: email, url: isEmail(email) ? `mailto:${email}` : undefined } : undefined,
    phone ? { kind: 'phone', text: phone, url: dialPhone(phone, location?.countryCode) } : undefined,
    place ? { kind: 'location', text: place } : undefined,
    url ? { kind: 'url', ...writer.link(undefined, url, 'basics.url') } : undefined,
    ...profiles.map((profile, index) => outlineProfile(profile, `basics.profiles[${index}]`, writer)),
  ];
  return items.filter((item) => item !== undefined);
}

function outlineProfile({ network, username, url }: Profile, path: string, writer: OutlineWriter): ContactItem {
  const text = username ?? (url && displayUrl(url));
  const named = network && (brands.get(network.toLowerCase()) ?? network);
  return { kind: 'profile', network: named, text, url: writer.link(text, url, `${path}.url`)?.url };
}

// As they write themselves, where people's files say "github" or "Linkedin".
const written =
  'Behance Bluesky CodePen Dribbble Facebook GitHub GitLab Instagram LeetCode LinkedIn Mastodon Medium ORCID TikTok Twitter X XING YouTube';
const brands = new Map(written.split(' ').map((name) => [name.toLowerCase(), name]));
