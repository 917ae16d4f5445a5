import type { Flaw } from '../finding.ts';
import { quoteValue } from '../quote-value.ts';
import type { Counter, Resume } from '../resume.ts';
import { checkCountry } from './check-country.ts';
import { checkDate, checkEndDate, checkTimestamp, isOngoing } from './check-date.ts';
import { checkEmail } from './check-email.ts';
import { checkImage } from './check-image.ts';
import { checkLanguage } from './check-language.ts';
import { checkOrigin, checkUrl } from './check-url.ts';
import { otherNames } from './other-names.ts';
import { list, map, type ShapeOf, text } from './shape.ts';

const url = text(checkUrl);
const date = text(checkDate);
const period = { startDate: date, endDate: text(checkEndDate, isOngoing) };
const texts = list(text());

const location = map(
  {
    city: text(),
    region: text(),
    countryCode: text(checkCountry),
    country: text(),
    address: text(),
    postalCode: text(),
  },
  otherNames.location,
);
const profile = map({ network: text(), username: text(), url }, otherNames.profile);
const basics = map(
  {
    name: text(),
    label: text(),
    image: text(checkImage),
    email: text(checkEmail),
    phone: text(),
    url,
    summary: text(),
    location,
    profiles: list(profile),
  },
  otherNames.basics,
);
const work = map(
  {
    name: text(),
    position: text(),
    location: text(),
    description: text(),
    url,
    ...period,
    summary: text(),
    highlights: texts,
    keywords: texts,
  },
  otherNames.work,
);
const volunteer = map(
  {
    organization: text(),
    location: text(),
    position: text(),
    url,
    ...period,
    summary: text(),
    highlights: texts,
    keywords: texts,
  },
  otherNames.volunteer,
);
const education = map(
  {
    institution: text(),
    location: text(),
    url,
    area: text(),
    studyType: text(),
    ...period,
    score: text(),
    courses: texts,
    summary: text(),
    highlights: texts,
    keywords: texts,
  },
  otherNames.education,
);
const award = map(
  { title: text(), date, awarder: text(), url, location: text(), summary: text(), highlights: texts, keywords: texts },
  otherNames.award,
);
const certificate = map(
  { name: text(), date, url, issuer: text(), summary: text(), keywords: texts },
  otherNames.certificate,
);
const publication = map(
  {
    name: text(),
    authors: texts,
    publisher: text(),
    releaseDate: date,
    url,
    doi: text(),
    summary: text(),
    highlights: texts,
    keywords: texts,
  },
  otherNames.publication,
);
const skill = map({ name: text(), level: text(), summary: text(), keywords: texts }, otherNames.skill);
const language = map({ language: text(), fluency: text(), summary: text(), keywords: texts }, otherNames.language);
const interest = map({ name: text(), summary: text(), keywords: texts }, otherNames.interest);
const reference = map(
  {
    name: text(),
    position: text(),
    organization: text(),
    reference: text(),
    email: text(checkEmail),
    phone: text(),
    url,
    keywords: texts,
  },
  otherNames.reference,
);
const project = map(
  {
    name: text(),
    description: text(),
    highlights: texts,
    keywords: texts,
    ...period,
    url,
    location: text(),
    roles: texts,
    entity: text(),
    type: text(),
  },
  otherNames.project,
);
const site = map(
  {
    url: text(checkOrigin),
    counter: text(checkCounter),
    order: texts,
    labels: map({}, {}, true),
    color: text(),
    pdf: map({}, {}, true),
    paper: text(),
  },
  {},
);
const meta = map(
  { canonical: url, version: text(), lastModified: text(checkTimestamp), language: text(checkLanguage), site },
  {},
  true,
);

/**
 * The JSON Resume schema 1.3.1 with our `meta.language` and `meta.site`. Checking, fixing and the hints for unknown keys
 * all read this one description, and its type makes the compiler hold it against `Resume`.
 */
export const resumeShape: ShapeOf<Omit<Resume, 'sections'>> = map(
  {
    $schema: text(),
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

function checkCounter(value: string): Flaw | undefined {
  const counters: readonly Counter[] = ['api', 'local', 'off'];
  if (counters.some((counter) => counter === value)) return undefined;
  return { message: `${quoteValue(value)} is no kind of counter; write api, local or off.` };
}
