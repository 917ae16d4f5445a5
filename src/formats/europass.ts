import { createDraft, type Draft } from './draft.ts';
import { addCompetency, addWork, toEducation } from './europass-career.ts';
import { convertLearnerInfo } from './europass-learner.ts';
import { convertSkillsPassport } from './europass-passport.ts';
import { addPerson, toReferee } from './europass-person.ts';
import { takeDates, takeDescription, takeLinks, takeMoment, takeStart, takeTitle } from './europass-values.ts';
import type { Part } from './part.ts';
import { readLanguageName } from './read-country.ts';
import { takeDate } from './read-period.ts';
import { splitText, toMarkdown } from './split-text.ts';
import type { Values } from './values.ts';

/** Europass: `Candidate`, which its editor has written since 2020, or what those before it wrote, `SkillsPassport` and `learnerinfo`. */
export function convertEuropass(source: Part): Draft {
  if (source.at('SkillsPassport').holds) return convertSkillsPassport(source.at('SkillsPassport'));
  return source.at('learnerinfo').holds
    ? convertLearnerInfo(source.at('learnerinfo'))
    : convertCandidate(source.at('Candidate'));
}

/** Source: https://europass.europa.eu/en/node/2161 (the schema of the Candidate, an HR Open standard) */
function convertCandidate(candidate: Part): Draft {
  const draft = createDraft();
  const person = candidate.at('CandidatePerson').holds
    ? candidate.at('CandidatePerson')
    : candidate.at('CandidateSupplier').at('PersonContact');
  const profile = candidate.at('CandidateProfile');
  addPerson(draft, person, profile);
  addWork(draft, profile.at('EmploymentHistory'));
  for (const entry of profile.at('EducationHistory').each('EducationOrganizationAttendance'))
    draft.add('education', entry, toEducation(entry));
  for (const language of person.each('PrimaryLanguageCode')) {
    const name = language.kind === 'leaf' ? language.text() : language.text('#text');
    draft.add('languages', language, { language: readLanguageName(name), fluency: 'Native' });
  }
  for (const skill of profile.at('PersonQualifications').each('PersonCompetency')) addCompetency(draft, skill);
  for (const referee of profile.at('EmploymentReferences').each('Referee'))
    draft.add('references', referee, toReferee(referee));
  for (const [group, section, convert] of groups) {
    // A group has items of one name, and perhaps a title; the name of the items differs between versions.
    const part = profile.at(group);
    for (const entry of listEntries(part)) add(draft, section, entry, convert);
  }
  for (const others of profile.each('Others')) {
    const heading = others.text('Title') ?? 'Other';
    const section = /^publications?$/i.test(heading) ? 'publications' : draft.nameSection(heading);
    for (const entry of listEntries(others))
      add(draft, section, entry, section === 'publications' ? toPublication : toOwn);
  }
  const language = profile.peek('@languageCode');
  if (/^[a-z]{2}$/.test(language) && language !== 'en') {
    profile.drop('@languageCode');
    draft.setLanguage(language);
  }
  return draft;
}

/** With the addresses that every kind of entry may have; the first is the entry's own. */
function add(draft: Draft, section: string, entry: Part, convert: (entry: Part) => Values): void {
  const values = convert(entry);
  const takesUrl = !['skills', 'interests'].includes(section);
  const { url, more } = takeLinks(entry, takesUrl);
  const prose = section === 'projects' ? 'description' : 'summary';
  const text = [values[prose], more].filter(Boolean).join('\n\n');
  draft.add(section, entry, { ...values, url, [prose]: text });
}

const toPublication = (entry: Part): Values => ({
  name: takeTitle(entry),
  authors: entry.texts('Author', 'Authors'),
  publisher: entry.text('Publisher', 'PublisherName', 'Reference', 'Journal'),
  releaseDate: takeDate(entry.at('Year', 'PublicationDate')) ?? takeStart(entry, 'Date'),
  doi: entry.text('DOI'),
  ...splitText(takeDescription(entry)),
});

const toOwn = (entry: Part): Values => ({
  title: takeTitle(entry),
  subtitle: entry.text('Role', 'OrganizationName', 'Category', 'Type'),
  ...takeMoment(entry),
  location: entry.text('Location', 'City'),
  ...splitText(takeDescription(entry)),
});

const groups: readonly (readonly [group: string, section: string, (entry: Part) => Values])[] = [
  [
    'Certifications',
    'certificates',
    (entry) => ({
      name: entry.text('CertificationName', 'CertificationTypeCode') ?? takeTitle(entry),
      date: takeStart(entry, 'CertificationDate', 'FirstIssuedDate', 'Date'),
      issuer: entry.text('IssuingAuthorityName', 'IssuingAuthority', 'OrganizationName'),
      summary: toMarkdown(entry.text('CertificationDescription') ?? takeDescription(entry)),
    }),
  ],
  ['PublicationHistory', 'publications', toPublication],
  [
    'Projects',
    'projects',
    (entry) => {
      const { summary, highlights } = splitText(takeDescription(entry));
      return {
        name: takeTitle(entry),
        description: summary,
        ...takeDates(entry, 'Date', 'Period'),
        location: entry.text('Location'),
        roles: entry.texts('Role'),
        highlights,
      };
    },
  ],
  [
    'VoluntaryWorks',
    'volunteer',
    (entry) => ({
      organization: entry.text('OrganizationName'),
      position: entry.text('Role') ?? takeTitle(entry),
      location: entry.text('Location', 'City'),
      ...takeDates(entry, 'Date', 'Period'),
      ...splitText(takeDescription(entry)),
    }),
  ],
  [
    'HobbiesAndInterests',
    'interests',
    (entry) => ({ name: takeTitle(entry), summary: toMarkdown(takeDescription(entry)) }),
  ],
  ['DigitalSkills', 'skills', toSkill('Digital')],
  ['CommunicationAndInterpersonalSkills', 'skills', toSkill('Communication')],
  ['ManagementAndLeadershipSkills', 'skills', toSkill('Leadership')],
  ['OrganisationalSkills', 'skills', toSkill('Organization')],
  ['JobRelatedSkills', 'skills', toSkill('Job-related')],
  ['OtherSkills', 'skills', toSkill('Other')],
  [
    'Licenses',
    'certificates',
    (entry) => ({
      name: entry.text('LicenseName') ?? entry.text('LicenseTypeCode') ?? takeTitle(entry),
      date: takeStart(entry, 'Date', 'Period', 'EffectivePeriod'),
      issuer: entry.text('IssuingAuthorityName', 'IssuingAuthority'),
      summary: toMarkdown(takeDescription(entry)),
      keywords: entry.texts('LicenseTypeCode'),
    }),
  ],
  ['NetworksAndMemberships', 'memberships', toOwn],
  ['OrganizationAffiliations', 'memberships', toOwn],
  ['ConferencesAndSeminars', 'conferences', toOwn],
  ['CreativeWorks', 'creativeWorks', toOwn],
  ['SocialAndPoliticalActivities', 'activities', toOwn],
  ['PatentHistory', 'patents', toOwn],
  ['SpeakingHistory', 'talks', toOwn],
  ['MilitaryHistory', 'militaryService', toOwn],
];

function toSkill(group: string): (entry: Part) => Values {
  return (entry) => {
    if (entry.kind === 'leaf') return { name: entry.text() };
    return {
      name: takeTitle(entry) ?? group,
      level: entry.text('Level'),
      summary: toMarkdown(takeDescription(entry)),
      keywords: entry.texts('DigitalSkill', 'Skill', 'Skills'),
    };
  };
}

/** The items of a group, whatever their element is called. */
function listEntries(group: Part): readonly Part[] {
  if (group.kind !== 'map') return group.kind === 'leaf' ? group.items() : group.items().flatMap(listEntries);
  const names = group.keys.filter((key) => !/^(?:@|#|Title$)/.test(key));
  const isGroup = names.some(
    (name) => ['map', 'list'].includes(group.at(name).kind) && !/^(?:Date|Link|Description)$/.test(name),
  );
  if (!isGroup && names.some((name) => /^(?:Date|Link|Description)$/.test(name))) return [group];
  return names.flatMap((name) => {
    const part = group.at(name);
    return part.kind === 'list' ? part.items() : [part];
  });
}
