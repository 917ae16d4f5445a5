import type { Draft } from './draft.ts';
import { takeUri } from './europass-person.ts';
import { formatLevels, takeDates, takeLinks, takeName } from './europass-values.ts';
import type { Part } from './part.ts';
import { readLanguageName } from './read-country.ts';
import { joinText, splitText } from './split-text.ts';
import type { Values } from './values.ts';

/** Each position is an entry of its own; what the employer alone has stands in the first. */
export function addWork(draft: Draft, history: Part): void {
  for (const employer of history.each('EmployerHistory')) {
    const positions = employer.each('PositionHistory');
    const url = takeSite(employer);
    const links = takeLinks(employer, url === undefined);
    const name = employer.text('OrganizationName');
    const shared: Values = { name, url: url ?? links.url };
    const department = employer.text('Department');
    const about = joinText(department === name ? undefined : department, links.more);
    for (const [index, position] of (positions.length > 0 ? positions : [employer]).entries()) {
      const { startDate, endDate } = takeDates(position, 'EmploymentPeriod');
      const whole = startDate === undefined && endDate === undefined ? takeDates(employer, 'EmploymentPeriod') : {};
      draft.add('work', position, {
        ...shared,
        position: takeName(position.at('PositionTitle')),
        location: takeLocation(position, employer),
        startDate,
        endDate,
        ...whole,
        ...(index === 0 && { description: about }),
        ...splitText(position.text('Description')),
      });
    }
  }
}

export function toEducation(entry: Part): Values {
  const degree = entry.at('EducationDegree');
  const site = takeSite(entry);
  const links = takeLinks(entry, site === undefined);
  const { summary, highlights } = splitText(degree.text('OccupationalSkillsCovered') ?? entry.text('Description'));
  return {
    institution: entry.text('OrganizationName'),
    area: entry.text('ProgramName', 'MajorProgramName') ?? degree.text('DegreeMajor'),
    studyType: degree.text('DegreeName'),
    location: takeLocation(entry, entry),
    url: site ?? links.url,
    ...takeDates(entry, 'AttendancePeriod'),
    score: degree.at('FinalGrade').text('ScoreText'),
    summary: joinText(
      summary,
      label('Thesis', degree.text('Thesis')),
      label('EQF level', entry.text('EducationLevelCode')),
      label('Credits', [degree.text('NumberOfCredit'), degree.text('CreditType')].filter(Boolean).join(' ')),
      links.more,
    ),
    highlights,
  };
}

/** A language, or a skill that is measured. */
export function addCompetency(draft: Draft, competency: Part): void {
  const name = takeName(competency.at('CompetencyID', 'CompetencyName'));
  const isLanguage = competency.peek('TaxonomyID').toLowerCase() === 'language';
  if (isLanguage) competency.drop('TaxonomyID');
  const levels = competency.each('CompetencyDimension').flatMap((dimension) => {
    const score = dimension.at('Score').text('ScoreText');
    // CEF-Understanding-Listening
    const kind = dimension.at('CompetencyDimensionTypeCode');
    const words = kind
      .peek()
      .replace(/^CEF-(?:Understanding-)?/, '')
      .replaceAll('-', ' ')
      .toLowerCase();
    if (score === undefined) return [];
    kind.text();
    return [{ score, kind: words }];
  });
  const level = formatLevels(levels);
  const certificates = competency
    .each('Certificate', 'CertificationAttained')
    .map((part) => part.text('Title', 'CertificateName') ?? part.text());
  const values = { summary: certificates.filter((text) => text !== undefined).join(', ') };
  if (isLanguage) draft.add('languages', competency, { language: readLanguageName(name), fluency: level, ...values });
  else draft.add('skills', competency, { name, level, ...values });
}

function listChannels(organization: Part): readonly Part[] {
  return organization.at('OrganizationContact').each('Communication');
}

function takeSite(organization: Part): string | undefined {
  return takeUri(listChannels(organization).find((channel) => /^web/i.test(channel.peek('ChannelCode'))));
}

/** Where it was, else where the organization is; what the organization's address only says again is taken with it. */
function takeLocation(entry: Part, organization: Part): string | undefined {
  const address = listChannels(organization)
    .map((channel) => channel.at('Address'))
    .find(({ holds }) => holds);
  const [city, country] = [entry.text('City'), entry.text('Country')?.toUpperCase()];
  const place = [city, country].filter(Boolean).join(', ');
  if (place === '') return address && takeAddress(address);
  if (address?.peek('CityName') === city) address?.drop('CityName');
  if (address?.peek('CountryCode').toUpperCase() === country) address?.drop('CountryCode');
  return place;
}

function takeAddress(address: Part): string | undefined {
  const city = [address.text('PostalCode'), address.text('CityName')].filter(Boolean).join(' ');
  const parts = [...address.texts('AddressLine'), city, address.text('CountryCode')?.toUpperCase()];
  return parts.filter(Boolean).join(', ') || undefined;
}

function label(name: string, text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : `${name}: ${text}`;
}
