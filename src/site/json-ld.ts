import type { Resume } from '#resume';
import { plainText } from './markdown.ts';

/** The person in schema.org's words, as a `ProfilePage`; what is undefined vanishes when this becomes JSON. */
export function describePerson(
  { basics, work, education, skills, languages, certificates, meta }: Resume,
  links: Links,
) {
  const { name, label, email, phone, summary, location, profiles } = basics;
  const now = work?.filter(({ endDate, name: employer }) => !endDate && employer);
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: links.page,
    dateModified: meta?.lastModified,
    inLanguage: meta?.language,
    mainEntity: {
      '@type': 'Person',
      name,
      jobTitle: label,
      description: summary && plainText(summary),
      image: links.photo,
      email,
      telephone: phone,
      url: basics.url ?? links.page,
      sameAs: some(profiles?.flatMap(({ url }) => url ?? [])),
      address: location && {
        '@type': 'PostalAddress',
        streetAddress: location.address,
        postalCode: location.postalCode,
        addressLocality: location.city,
        addressRegion: location.region,
        addressCountry: location.countryCode,
      },
      worksFor: some(now?.map(({ name: employer, url }) => ({ '@type': 'Organization', name: employer, url }))),
      alumniOf: some(
        education?.map(({ institution, url }) => ({ '@type': 'EducationalOrganization', name: institution, url })),
      ),
      knowsAbout: some(skills?.flatMap((skill) => [skill.name, ...(skill.keywords ?? [])])),
      knowsLanguage: some(languages?.map(({ language }) => language)),
      hasCredential: some(
        certificates?.map((certificate) => ({
          '@type': 'EducationalOccupationalCredential',
          name: certificate.name,
          url: certificate.url,
        })),
      ),
    },
  };
}

/** Absolute addresses, which only a site with a `site.url` has. */
export type Links = { readonly page: string | undefined; readonly photo: string | undefined };

function some<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  const present = items?.filter((item) => item !== undefined);
  return present?.length ? present : undefined;
}
