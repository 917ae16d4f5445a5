import {
  type Award,
  type Certificate,
  type Education,
  type Interest,
  isEmail,
  type Language,
  type OwnEntry,
  type Project,
  type Publication,
  type Reference,
  type Skill,
  type Volunteer,
} from '#resume';
import { joinList } from './language-data.ts';
import type { Entry, Link } from './outline.ts';
import { createEntry, type OutlineWriter } from './outline-writer.ts';
import { formatDate, formatPeriod } from './period.ts';
import { dialPhone } from './phone.ts';

type Outlined = Entry | undefined;

export function outlineVolunteer(volunteer: Volunteer, path: string, writer: OutlineWriter): Outlined {
  const { organization, position, url, location, startDate, endDate, summary, highlights, keywords } = volunteer;
  const place = writer.link(organization, url, `${path}.url`);
  return createEntry({
    title: position ? { text: position } : place,
    subtitle: position ? place : undefined,
    period: formatPeriod(startDate, endDate, writer.locale),
    place: location,
    text: writer.text(summary, `${path}.summary`),
    points: writer.points(highlights, `${path}.highlights`),
    keywords,
  });
}

export function outlineEducation(education: Education, path: string, writer: OutlineWriter): Outlined {
  const { institution, url, area, studyType, location, startDate, endDate, score, courses } = education;
  const { locale } = writer;
  const degree = joinList(present(studyType, area), locale);
  const school = writer.link(institution, url, `${path}.url`);
  return createEntry({
    title: degree ? { text: degree } : school,
    subtitle: degree ? school : undefined,
    period: formatPeriod(startDate, endDate, locale),
    place: location,
    text: writer.text(education.summary, `${path}.summary`),
    points: writer.points(education.highlights, `${path}.highlights`),
    details: [
      ...(score ? [{ label: locale.labels.score, value: score }] : []),
      ...(courses ? [{ label: locale.labels.courses, value: joinList(courses, locale) }] : []),
    ],
    keywords: education.keywords,
  });
}

export function outlineProject(project: Project, path: string, writer: OutlineWriter): Outlined {
  const { name, url, entity, type, roles = [], location, startDate, endDate } = project;
  return createEntry({
    title: writer.link(name, url, `${path}.url`),
    period: formatPeriod(startDate, endDate, writer.locale),
    subtitle: plain(joinList(roles, writer.locale)),
    place: location,
    facts: present(plain(entity), plain(type)),
    text: writer.text(project.description, `${path}.description`),
    points: writer.points(project.highlights, `${path}.highlights`),
    keywords: project.keywords,
  });
}

export function outlinePublication(publication: Publication, path: string, writer: OutlineWriter): Outlined {
  const { name, authors = [], publisher, releaseDate, url, doi } = publication;
  const by = plain(joinList(authors, writer.locale));
  return createEntry({
    title: writer.link(name, url, `${path}.url`),
    period: releaseDate ? [formatDate(releaseDate, writer.locale)] : undefined,
    subtitle: by ?? plain(publisher),
    facts: present(
      by && plain(publisher),
      doi ? { text: `doi:${doi}`, url: `https://doi.org/${encodeURI(doi)}` } : undefined,
    ),
    text: writer.text(publication.summary, `${path}.summary`),
    points: writer.points(publication.highlights, `${path}.highlights`),
    keywords: publication.keywords,
  });
}

export function outlineAward(award: Award, path: string, writer: OutlineWriter): Outlined {
  return createEntry({
    title: writer.link(award.title, award.url, `${path}.url`),
    period: award.date ? [formatDate(award.date, writer.locale)] : undefined,
    subtitle: plain(award.awarder),
    place: award.location,
    text: writer.text(award.summary, `${path}.summary`),
    points: writer.points(award.highlights, `${path}.highlights`),
    keywords: award.keywords,
  });
}

export function outlineCertificate(certificate: Certificate, path: string, writer: OutlineWriter): Outlined {
  return createEntry({
    title: writer.link(certificate.name, certificate.url, `${path}.url`),
    period: certificate.date ? [formatDate(certificate.date, writer.locale)] : undefined,
    subtitle: plain(certificate.issuer),
    text: writer.text(certificate.summary, `${path}.summary`),
    keywords: certificate.keywords,
  });
}

export function outlineSkill({ name, level, summary, keywords }: Skill, path: string, writer: OutlineWriter): Outlined {
  return createEntry({ title: plain(name), level, text: writer.text(summary, `${path}.summary`), keywords });
}

export function outlineLanguage(language: Language, path: string, writer: OutlineWriter): Outlined {
  const { fluency, summary, keywords } = language;
  const text = writer.text(summary, `${path}.summary`);
  return createEntry({ title: plain(language.language), level: fluency, text, keywords });
}

export function outlineInterest({ name, summary, keywords }: Interest, path: string, writer: OutlineWriter): Outlined {
  const text = writer.text(summary, `${path}.summary`);
  const level = !text && name && keywords ? joinList(keywords, writer.locale) : undefined;
  return createEntry({ title: plain(name), level, text, keywords: level ? [] : keywords });
}

export function outlineReference(reference: Reference, path: string, writer: OutlineWriter): Outlined {
  const { name, position, organization, email, phone, url } = reference;
  return createEntry({
    title: plain(name),
    subtitle: plain(joinList(present(position, organization), writer.locale)),
    facts: present<Link>(
      email ? { text: email, url: isEmail(email) ? `mailto:${email}` : undefined } : undefined,
      phone ? { text: phone, url: dialPhone(phone) } : undefined,
      writer.link(undefined, url, `${path}.url`),
    ),
    text: writer.text(reference.reference, `${path}.reference`),
    keywords: reference.keywords,
  });
}

export function outlineOwnEntry(own: OwnEntry, path: string, writer: OutlineWriter): Outlined {
  const { title, subtitle, url, date, startDate, endDate, location, summary, highlights, details = [] } = own;
  const { locale } = writer;
  return createEntry({
    title: writer.link(title, url, `${path}.url`),
    period: date ? [formatDate(date, locale)] : formatPeriod(startDate, endDate, locale),
    subtitle: plain(subtitle),
    place: location,
    text: writer.text(summary, `${path}.summary`),
    points: writer.points(highlights, `${path}.highlights`),
    details: details.map(({ label, value }) => ({ label: { text: nameKey(label) }, value })),
    keywords: own.keywords,
  });
}

/** A key as a heading: `researchGrants` and `research_grants` are "Research grants". */
export function nameKey(key: string): string {
  const words = key
    .replace(/[_-]+/g, ' ')
    .replace(/(?<=\p{Ll})\p{Lu}(?=\p{Ll})/gu, (start) => ` ${start.toLowerCase()}`);
  return words.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}

function plain(text: string | undefined): Link | undefined {
  return text ? { text } : undefined;
}

function present<Item>(...items: readonly (Item | undefined | '')[]): readonly Item[] {
  return items.filter((item): item is Item => item !== undefined && item !== '');
}
