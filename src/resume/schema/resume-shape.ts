import type { InvalidValue } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import type { Resume } from '../resume.ts';
import { checkColor } from './check-color.ts';
import { checkCountry } from './check-country.ts';
import { checkDate, checkEndDate, checkTimestamp } from './check-date.ts';
import { checkEmail } from './check-email.ts';
import { checkImage } from './check-image.ts';
import { checkLanguage } from './check-language.ts';
import { checkOrigin, checkUrl } from './check-url.ts';
import { otherNames } from './other-names.ts';
import { isOngoing } from './read-date.ts';
import { flag, line, list, map, prose, type ShapeOf, token } from './shape.ts';

const url = { ...token(checkUrl, 'left out'), file: 'link' } as const;
const date = token(checkDate);
const period = { startDate: date, endDate: token(checkEndDate, 'shown', isOngoing) };
const lines = list(line());
const keywords = lines;
const highlights = list(prose());

const location = map(
  {
    city: line(),
    region: line(),
    countryCode: token(checkCountry, { key: 'country' }),
    country: line(),
    address: line(),
    postalCode: line(),
  },
  otherNames.location,
);
const profile = map({ network: line(), username: line(), url }, otherNames.profile, { pair: ['network', 'username'] });
const basics = map(
  {
    name: line(),
    label: line(),
    image: { ...token(checkImage, 'left out'), file: 'picture' } as const,
    email: token(checkEmail),
    phone: line(),
    url,
    summary: prose(),
    location,
    profiles: list(profile),
  },
  otherNames.basics,
);
const role = {
  position: line(),
  location: line(),
  description: prose(),
  url,
  ...period,
  summary: prose(),
  highlights,
  keywords,
};
const { name: employerNames, positions: roleNames, ...namesInRole } = otherNames.work;
// Several roles at one employer may stand in a list of their own; each becomes an entry of work.
const work = map(
  { name: line(), ...role, positions: list(map(role, namesInRole)) },
  { ...namesInRole, name: employerNames, positions: roleNames },
);
const volunteer = map(
  { organization: line(), location: line(), position: line(), url, ...period, summary: prose(), highlights, keywords },
  otherNames.volunteer,
);
const education = map(
  {
    institution: line(),
    location: line(),
    url,
    area: line(),
    studyType: line(),
    ...period,
    score: line(),
    courses: lines,
    summary: prose(),
    highlights,
    keywords,
  },
  otherNames.education,
);
const award = map(
  { title: line(), date, awarder: line(), url, location: line(), summary: prose(), highlights, keywords },
  otherNames.award,
);
const certificate = map(
  { name: line(), date, url, issuer: line(), summary: prose(), keywords },
  otherNames.certificate,
);
const publication = map(
  {
    name: line(),
    authors: lines,
    publisher: line(),
    releaseDate: date,
    url,
    doi: line(),
    summary: prose(),
    highlights,
    keywords,
  },
  otherNames.publication,
);
const skill = map({ name: line(), level: line(), summary: prose(), keywords }, otherNames.skill, {
  pair: ['name', 'keywords'],
});
const language = map({ language: line(), fluency: line(), summary: prose(), keywords }, otherNames.language, {
  pair: ['language', 'fluency'],
});
const interest = map({ name: line(), summary: prose(), keywords }, otherNames.interest, { pair: ['name', 'keywords'] });
const reference = map(
  {
    name: line(),
    position: line(),
    organization: line(),
    reference: prose(),
    email: token(checkEmail),
    phone: line(),
    url,
    keywords,
  },
  otherNames.reference,
  { pair: ['name', 'reference'] },
);
const project = map(
  {
    name: line(),
    description: prose(),
    highlights,
    keywords,
    ...period,
    url,
    location: line(),
    roles: lines,
    entity: line(),
    type: line(),
  },
  otherNames.project,
  { pair: ['name', 'description'] },
);
const order = list({ ...token(() => undefined), isSection: true } as const);
const version = map({ tags: lines, label: line(), summary: prose(), order });
const site = map({
  url: token(checkOrigin, 'left out'),
  counter: oneOf('a kind of counter', 'api', 'local', 'off'),
  order,
  labels: map({}, {}, { others: 'labels' }),
  color: token(checkColor, 'left out'),
  pdf: flag(map({ photo: flag() })),
  paper: oneOf('a size of paper', 'a4', 'letter'),
  private: lines,
  tags: lines,
  versions: map({}, {}, { others: version }),
});
const meta = map(
  {
    canonical: url,
    version: line(),
    lastModified: token(checkTimestamp, 'left out'),
    language: token(checkLanguage, 'left out'),
    site,
  },
  otherNames.meta,
  { others: 'anything' },
);

/**
 * The JSON Resume schema 1.3.1 with what people really write beside it, our `meta.language` and `meta.site`. Reading, fixing,
 * the hints for unknown keys and `resume.schema.json` all follow this one description, and its type makes the compiler hold
 * it against `Resume`.
 */
export const resumeShape: ShapeOf<Omit<Resume, 'sections'>> = map(
  {
    $schema: line(),
    basics,
    work: list(work),
    volunteer: list(volunteer),
    education: list(education),
    awards: list(award),
    certificates: list(certificate),
    publications: list(publication),
    skills: list(skill),
    languages: list(language),
    interests: list(interest),
    references: list(reference),
    projects: list(project),
    meta,
  },
  otherNames.resume,
);

function oneOf(what: string, ...words: readonly string[]) {
  const check = (text: string): InvalidValue | undefined => {
    if (words.includes(text)) return undefined;
    const same = words.find((word) => word === text.toLowerCase());
    const all = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
    if (same === undefined) return { message: `${quoteValue(text)} is not ${what}; write ${all}.` };
    return { message: `${quoteValue(text)} is not ${what}; write ${same}.`, instead: same };
  };
  return { ...token(check, 'left out'), words };
}
