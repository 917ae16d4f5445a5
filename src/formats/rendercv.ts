import { createDraft, type Draft } from './draft.ts';
import type { Part } from './part.ts';
import { converters, toOwn } from './rendercv-entries.ts';
import { joinText } from './split-text.ts';

/** What RenderCV itself makes of a network's name and a user name. Source: https://docs.rendercv.com */
const PROFILE_URLS: ReadonlyMap<string, string> = new Map(
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

/** Sections of RenderCV have any title; these are the ones that JSON Resume knows, by what people call them. */
const SECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:summary|profile|about|about me|objective|professional summary|career objective)$/, 'summary'],
  [
    /^(?:(?:work |professional |relevant |industry )?experience|(?:work|employment) ?(?:history)?|employment|career)$/,
    'work',
  ],
  [/^(?:education|academic background|education and training)$/, 'education'],
  [/^(?:(?:personal |selected |side |open source )?projects)$/, 'projects'],
  [/^(?:(?:selected |recent )?publications|papers|articles)$/, 'publications'],
  [
    /^(?:(?:technical |core |key |professional )?skills|technologies|technical expertise|competencies|skills and technologies)$/,
    'skills',
  ],
  [/^(?:languages|language skills)$/, 'languages'],
  [/^(?:(?:selected )?(?:honou?rs|awards)(?: (?:and|&) (?:honou?rs|awards|recognition))?)$/, 'awards'],
  [
    /^(?:certificates|certifications|licenses|licenses and certifications|certifications and licenses)$/,
    'certificates',
  ],
  [/^(?:volunteer(?:ing)?(?: work| experience)?)$/, 'volunteer'],
  [/^(?:interests|hobbies)$/, 'interests'],
  [/^references$/, 'references'],
];

/** RenderCV, versions 1 and 2. Source: https://docs.rendercv.com/user_guide/structure_of_the_yaml_input_file/ */
export function convertRendercv(source: Part): Draft {
  const draft = createDraft();
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
  for (const profile of cv.items('social_networks', 'social-networks')) addNetwork(draft, profile);
  for (const link of cv.items('custom_connections')) {
    draft.addProfile(link, { network: link.text('placeholder', 'name'), url: link.text('url') });
  }
  const sections = cv.at('sections', 'sections_input');
  const order = sections.keys.flatMap((title) => addSection(draft, title, sections.at(title)) ?? []);
  draft.setOrder(order.map((section) => ({ section })));
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
  const base = PROFILE_URLS.get(network ?? '');
  // A number without its spaces and its sign.
  const name = network === 'WhatsApp' ? username?.replace(/\D/g, '') : username;
  const derived = network === 'Mastodon' && user && host ? `https://${host}/@${user}` : base && name && base + name;
  draft.addProfile(profile, { network, username, url: profile.text('url') ?? derived });
}

/** Gives the section's key; nothing for the summary, which is no section. */
function addSection(draft: Draft, title: string, part: Part): string | undefined {
  const plain = title.replaceAll('_', ' ').trim();
  const section = SECTIONS.find(([pattern]) => pattern.test(plain.toLowerCase()))?.[1];
  if (section === 'summary') {
    // Entries that are more than texts would lose their shape in it.
    const texts = part.texts();
    draft.addBasics({ summary: joinText(...texts) });
    return undefined;
  }
  const own = section ?? draft.nameSection(title.includes('_') ? capitalize(plain) : plain);
  for (const entry of part.items()) draft.add(own, entry, (converters.get(own) ?? toOwn)(entry));
  return own;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** RenderCV names a language in English, or by its code. */
const LANGUAGES = [
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
  return LANGUAGES.find((code) => names.of(code)?.toLowerCase() === name);
}
