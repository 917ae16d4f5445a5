import { createDraft, type Draft } from './draft.ts';
import type { Part } from './part.ts';
import { addSections } from './rendercv-sections.ts';

/** What RenderCV itself makes of a network's name and a user name. Source: https://docs.rendercv.com */
const profileUrls: ReadonlyMap<string, string> = new Map(
  Object.entries({
    LinkedIn: 'https://linkedin.com/in/',
    GitHub: 'https://github.com/',
    GitLab: 'https://gitlab.com/',
    IMDB: 'https://imdb.com/name/',
    Instagram: 'https://instagram.com/',
    ORCID: 'https://orcid.org/',
    StackOverflow: 'https://stackoverflow.com/users/',
    ResearchGate: 'https://researchgate.net/profile/',
    YouTube: 'https://youtube.com/@',
    'Google Scholar': 'https://scholar.google.com/citations?user=',
    Telegram: 'https://t.me/',
    Leetcode: 'https://leetcode.com/u/',
    Bluesky: 'https://bsky.app/profile/',
    Reddit: 'https://www.reddit.com/user/',
    WhatsApp: 'https://wa.me/',
    X: 'https://x.com/',
    Twitter: 'https://twitter.com/',
  }),
);

/**
 * RenderCV, versions 0 to 2. Its texts are Markdown, names and titles too.
 * Source: https://docs.rendercv.com/user_guide/structure_of_the_yaml_input_file/
 */
export function convertRendercv(source: Part): Draft {
  const draft = createDraft({ isMarkdown: true });
  const cv = source.at('cv');
  const [email, phone, url] = [cv.at('email'), cv.at('phone'), cv.at('website')].map((part) => part.items()[0]?.text());
  draft.addBasics({
    name: cv.text('name'),
    label: cv.text('headline', 'label', 'title'),
    image: cv.text('photo'),
    email,
    phone: phone?.replace(/^tel:/, ''),
    url,
    location: { city: cv.text('location') },
  });
  for (const site of cv.items('website').slice(1)) draft.addProfile(site, { network: 'Website', url: site.text() });
  for (const profile of cv.items('social_networks', 'social-networks')) addNetwork(draft, profile);
  for (const link of cv.items('custom_connections')) {
    draft.addProfile(link, { network: link.text('placeholder', 'name'), url: link.text('url') });
  }
  addSections(draft, cv, source.at('design').peek('theme'));
  const locale = source.at('locale', 'locale_catalog').at('language');
  const language = toLanguage(locale.peek());
  if (language !== undefined) {
    locale.drop();
    draft.setLanguage(language);
  }
  return draft;
}

function addNetwork(draft: Draft, profile: Part): void {
  const network = profile.text('network');
  const username = profile.text('username', 'user');
  const [, user, host] = /^@([^@]+)@([^@/]+)$/.exec(username ?? '') ?? [];
  const base = profileUrls.get(network ?? '');
  // A number without its spaces and its sign.
  const name = network === 'WhatsApp' ? username?.replace(/\D/g, '') : username;
  const derived = network === 'Mastodon' && user && host ? `https://${host}/@${user}` : base && name && base + name;
  draft.addProfile(profile, { network, username, url: profile.text('url') ?? derived });
}

/** RenderCV names a language in English, or by its code. */
const languages = [
  'de',
  'es',
  'fr',
  'it',
  'pt',
  'nl',
  'pl',
  'tr',
  'ru',
  'ja',
  'ko',
  'ar',
  'he',
  'fa',
  'hi',
  'id',
  'da',
  'sv',
  'nb',
  'nn',
  'hu',
  'vi',
  'zh',
];

function toLanguage(written: string): string | undefined {
  if (/^[a-z]{2}(?:-[A-Z]{2})?$/.test(written)) return written === 'en' ? undefined : written;
  const name = written.toLowerCase().replaceAll('_', ' ');
  const names = new Intl.DisplayNames('en', { type: 'language' });
  if (name.startsWith('mandarin')) return 'zh';
  return languages.find((code) => names.of(code)?.toLowerCase() === name);
}
