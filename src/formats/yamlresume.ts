import { createDraft, type Draft } from './draft.ts';
import type { Part } from './part.ts';
import { readCountry } from './read-country.ts';
import { takeDate, takePeriod } from './read-period.ts';
import { joinText, splitText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/** YAMLResume, which began as JSON Resume and wraps it. Source: https://yamlresume.dev/docs/content */
export function convertYamlresume(source: Part): Draft {
  const draft = createDraft();
  const content = source.at('content');
  const basics = content.at('basics');
  const location = content.at('location').holds ? content.at('location') : basics.at('location');
  draft.addBasics({
    name: basics.text('name'),
    label: basics.text('headline', 'label'),
    image: basics.text('image', 'photo'),
    email: basics.text('email'),
    phone: basics.text('phone'),
    url: basics.text('url'),
    summary: toMarkdown(basics.text('summary')),
    location: {
      address: location.text('address'),
      postalCode: location.text('postalCode'),
      city: location.text('city'),
      region: location.text('region'),
      ...readCountry(location.text('country', 'countryCode')),
    },
  });
  for (const profile of [...content.items('profiles'), ...basics.items('profiles')]) {
    draft.addProfile(profile, {
      network: profile.text('network'),
      username: profile.text('username'),
      url: profile.text('url'),
    });
  }
  for (const [section, convert] of Object.entries(converters)) {
    for (const entry of content.items(section)) draft.add(section, entry, convert(entry));
  }
  const layouts = [source.at('layout'), ...source.items('layouts')];
  takeSections(
    draft,
    layouts.map((layout) => layout.at('sections')).find(({ holds }) => holds),
  );
  const locale = [source, ...layouts].map((part) => part.at('locale')).find(({ holds }) => holds);
  const language = locale?.peek('language') ?? '';
  // Its codes are BCP 47 in lower case: language, script and country, as in zh-hant-tw.
  if (/^[a-z]{2}(?:-[a-z]{4})?(?:-[a-z]{2})?$/i.test(language)) {
    locale?.text('language');
    draft.setLanguage(Intl.getCanonicalLocales(language)[0]);
  }
  return draft;
}

/** What a layout says of the sections: their order, and what they are called. */
function takeSections(draft: Draft, sections: Part | undefined): void {
  if (sections === undefined) return;
  draft.setOrder(sections.items('order').map((part) => ({ section: part.peek(), part })));
  const aliases = sections.at('aliases');
  for (const section of aliases.keys.filter((key) => key in converters)) {
    const heading = aliases.text(section);
    if (heading !== undefined) draft.setHeading(section, heading);
  }
}

const converters: Readonly<Record<string, (entry: Part) => Values>> = {
  work: (entry) => ({
    name: entry.text('name'),
    position: entry.text('position'),
    location: entry.text('location'),
    url: entry.text('url'),
    ...takePeriod(entry.at('startDate'), entry.at('endDate')),
    ...takeTexts(entry),
    keywords: entry.texts('keywords'),
  }),
  education: (entry) => ({
    institution: entry.text('institution'),
    area: entry.text('area'),
    studyType: entry.text('degree', 'studyType'),
    location: entry.text('location'),
    url: entry.text('url'),
    ...takePeriod(entry.at('startDate'), entry.at('endDate')),
    score: entry.text('score'),
    courses: entry.texts('courses'),
    ...takeTexts(entry),
    keywords: entry.texts('keywords'),
  }),
  volunteer: (entry) => ({
    organization: entry.text('organization'),
    position: entry.text('position'),
    location: entry.text('location'),
    url: entry.text('url'),
    ...takePeriod(entry.at('startDate'), entry.at('endDate')),
    ...takeTexts(entry),
    keywords: entry.texts('keywords'),
  }),
  projects: (entry) => {
    const { summary, highlights } = takeTexts(entry);
    return {
      name: entry.text('name'),
      description: joinText(toMarkdown(entry.text('description')), summary),
      url: entry.text('url'),
      ...takePeriod(entry.at('startDate'), entry.at('endDate')),
      highlights,
      keywords: entry.texts('keywords'),
      // As JSON Resume has them.
      roles: entry.texts('roles'),
      entity: entry.text('entity'),
      type: entry.text('type'),
    };
  },
  skills: (entry) => ({ name: entry.text('name'), level: entry.text('level'), keywords: entry.texts('keywords') }),
  languages: (entry) => ({
    language: entry.text('language'),
    fluency: entry.text('fluency'),
    keywords: entry.texts('keywords'),
  }),
  awards: (entry) => ({
    title: entry.text('title'),
    date: takeDate(entry.at('date')),
    awarder: entry.text('awarder'),
    url: entry.text('url'),
    ...takeTexts(entry),
  }),
  certificates: (entry) => ({
    name: entry.text('name'),
    date: takeDate(entry.at('date')),
    issuer: entry.text('issuer'),
    url: entry.text('url'),
  }),
  publications: (entry) => ({
    name: entry.text('name'),
    publisher: entry.text('publisher'),
    releaseDate: takeDate(entry.at('releaseDate')),
    url: entry.text('url'),
    ...takeTexts(entry),
  }),
  interests: (entry) => ({
    name: entry.text('name'),
    summary: toMarkdown(entry.text('summary')),
    keywords: entry.texts('keywords'),
  }),
  references: (entry) => ({
    name: entry.text('name'),
    position: entry.text('relationship'),
    email: entry.text('email'),
    phone: entry.text('phone'),
    reference: toMarkdown(entry.text('summary')),
  }),
};

/** A summary, which is Markdown, with the list at its end as highlights, and highlights if somebody wrote some. */
function takeTexts(entry: Part) {
  const { summary, highlights = [] } = splitText(entry.text('summary'));
  return { summary, highlights: [...highlights, ...entry.texts('highlights')] };
}
