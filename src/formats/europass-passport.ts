import { createDraft, type Draft } from './draft.ts';
import { formatLevels } from './europass-values.ts';
import { letter, type Part } from './part.ts';
import { readCountry } from './read-country.ts';
import type { Period } from './read-period.ts';
import { takePhoto } from './read-photo.ts';
import { joinText, splitText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/** The SkillsPassport of Europass until 2020, versions 3.0 to 3.4. Source: https://github.com/europass/ewa-cedefop, its schemas */
export function convertSkillsPassport(passport: Part): Draft {
  const draft = createDraft();
  const learner = passport.at('LearnerInfo');
  addPerson(draft, learner);
  for (const entry of listOf(learner, 'WorkExperience')) draft.add('work', entry, toWork(entry));
  for (const entry of listOf(learner, 'Education')) draft.add('education', entry, toEducation(entry));
  addSkills(draft, learner.at('Skills'));
  for (const entry of listOf(learner, 'Achievement')) addAchievement(draft, entry);
  for (const part of [passport, learner]) part.at('CoverLetter').hide(letter);
  // An attribute of the XML is a value in JSON.
  const locale = passport.at('@locale', 'Locale');
  if (/^[a-z]{2}$/.test(locale.peek())) {
    locale.drop();
    if (locale.peek() !== 'en') draft.setLanguage(locale.peek());
  }
  return draft;
}

/** Several stand in a list, one may stand alone. */
function listOf(part: Part, name: string): readonly Part[] {
  const list = part.at(`${name}List`);
  if (list.holds) return list.each(name);
  // Some programs write the list under the name of its items.
  return part.each(name).flatMap((one) => (one.kind === 'map' && one.at(name).holds ? one.each(name) : [one]));
}

function addPerson(draft: Draft, learner: Part): void {
  const identification = learner.at('Identification');
  const [name, contact] = [identification.at('PersonName'), identification.at('ContactInfo')];
  const [phone, ...phones] = listOf(contact, 'Telephone');
  const [site, ...sites] = listOf(contact, 'Website');
  const address = unwrap(contact.at('Address'));
  const headline = learner.at('Headline');
  const hasStatement = /statement|profile/i.test(headline.at('Type').peek('Code'));
  const title = takeLabel(headline.at('Description'));
  draft.addBasics({
    name: [name.text('FirstName'), name.text('Surname', 'SurName', 'LastName')].filter(Boolean).join(' '),
    label: hasStatement ? undefined : title,
    image: takePhoto(identification.at('Photo').at('Data')),
    email: unwrap(contact.at('Email')).text(),
    phone: phone && unwrap(phone).text(),
    url: site && unwrap(site).text(),
    summary: joinText(hasStatement ? toMarkdown(title) : undefined, toMarkdown(learner.text('Summary'))),
    location: {
      address: [...address.texts('AddressLine'), ...address.texts('AddressLine2')].join(', '),
      postalCode: address.text('PostalCode'),
      city: address.text('Municipality'),
      ...readCountry(takeCountry(address.at('Country'))),
    },
  });
  for (const site of sites)
    draft.addProfile(site, { network: takeLabel(site.at('Use')) ?? 'Website', url: unwrap(site).text() });
  for (const more of [...listOf(contact, 'InstantMessaging'), ...phones]) {
    const value = unwrap(more).text();
    const isLink = /^(?:https?:\/\/|www\.)/i.test(value ?? '');
    draft.addProfile(more, { network: takeLabel(more.at('Use')), ...(isLink ? { url: value } : { username: value }) });
  }
}

function toWork(entry: Part): Values {
  const employer = entry.at('Employer');
  const contact = employer.at('ContactInfo');
  const [site] = listOf(contact, 'Website');
  return {
    name: employer.text('Name'),
    position: takeLabel(entry.at('Position')),
    location: takeAddress(contact),
    url: site && unwrap(site).text(),
    ...takeYears(entry.at('Period')),
    description: takeLabel(employer.at('Sector')),
    ...splitText(entry.text('Activities')),
  };
}

function toEducation(entry: Part): Values {
  const organization = entry.at('Organisation', 'Organization');
  const contact = organization.at('ContactInfo');
  const [site] = listOf(contact, 'Website');
  const { summary, highlights } = splitText(entry.text('Activities'));
  return {
    institution: organization.text('Name'),
    area: takeLabel(entry.at('Field')),
    studyType: takeLabel(entry.at('Title')),
    location: takeAddress(contact),
    url: site && unwrap(site).text(),
    ...takeYears(entry.at('Period')),
    summary: joinText(summary, takeLabel(entry.at('Level'))),
    highlights,
  };
}

const skillGroups: Readonly<Record<string, string>> = {
  Communication: 'Communication',
  Organisational: 'Organization',
  JobRelated: 'Job-related',
  Computer: 'Digital',
  Other: 'Other',
};

function addSkills(draft: Draft, skills: Part): void {
  const linguistic = skills.at('Linguistic');
  for (const entry of listOf(linguistic, 'MotherTongue')) {
    draft.add('languages', entry, { language: takeLabel(entry.at('Description')), fluency: 'Native' });
  }
  for (const entry of listOf(linguistic, 'ForeignLanguage')) {
    const level = entry.at('ProficiencyLevel');
    const levels = level.keys.flatMap((key) => {
      const score = level.text(key);
      return score === undefined ? [] : [{ score, kind: splitWords(key) }];
    });
    const certificates = [...listOf(entry, 'Certificate'), ...listOf(entry.at('VerifiedBy'), 'Certificate')].map(
      (part) => [takeLabel(part.at('Title')), takeLabel(part.at('Level'))].filter(Boolean).join(', '),
    );
    draft.add('languages', entry, {
      language: takeLabel(entry.at('Description')),
      fluency: formatLevels(levels),
      summary: certificates.join('; '),
    });
  }
  for (const [key, name] of Object.entries(skillGroups)) {
    const part = skills.at(key);
    const { summary, highlights } = splitText(takeLabel(part.at('Description')));
    if (summary ?? highlights) draft.add('skills', part, { name, summary, keywords: highlights });
  }
  const driving = skills.at('Driving');
  const classes = driving.at('Description');
  const licences = classes.kind === 'list' ? classes.texts() : classes.texts('Licence');
  if (licences.length > 0) draft.add('skills', driving, { name: 'Driving licence', keywords: licences });
}

function addAchievement(draft: Draft, entry: Part): void {
  const code = entry.at('Title').peek('Code');
  const heading = takeLabel(entry.at('Title')) ?? 'Achievements';
  const { summary, highlights } = splitText(takeLabel(entry.at('Description')));
  if (/^(?:honors_awards|awards)$/.test(code)) draft.add('awards', entry, { title: heading, summary, highlights });
  else draft.add(draft.nameSection(heading), entry, { summary, highlights });
}

/** `<Email><Contact>…</Contact></Email>`, or the text itself. */
function unwrap(part: Part): Part {
  return part.kind === 'map' && part.at('Contact').holds ? part.at('Contact') : part;
}

/** `<Position><Code>…</Code><Label>…</Label></Position>`: the label says what the code says. */
export function takeLabel(part: Part): string | undefined {
  if (part.kind !== 'map') return part.text();
  return part.text('Label', 'label', 'Description', '#text') ?? part.text('Code', 'code');
}

function takeCountry(part: Part): string | undefined {
  return part.kind === 'map' ? part.text('Code', 'Label') : part.text();
}

function takeAddress(contact: Part): string | undefined {
  const address = unwrap(contact.at('Address'));
  const city = [address.text('PostalCode'), address.text('Municipality')].filter(Boolean).join(' ');
  return (
    [...address.texts('AddressLine'), city, takeLabel(address.at('Country'))].filter(Boolean).join(', ') || undefined
  );
}

/** `<From year="2016" month="--03" day="---01"/>` */
export function takeYears(period: Part): Period {
  const read = (part: Part): string | undefined => {
    const year = part.kind === 'map' ? part.text('@year', 'Year', 'year') : part.text();
    const [month, day] = ['Month', 'Day'].map((name) =>
      part.text(`@${name.toLowerCase()}`, name.toLowerCase(), name)?.replace(/^-+/, '').padStart(2, '0'),
    );
    return year && [year, month, month && day].filter(Boolean).join('-');
  };
  const [startDate, endDate] = [read(period.at('From', 'from')), read(period.at('To', 'to'))];
  if (period.peek('Current') === String(endDate === undefined)) period.drop('Current');
  return { startDate, endDate };
}

function splitWords(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
