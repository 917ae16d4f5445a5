import type { Resume } from '#resume';
import type { Outline } from './outline.ts';
import { joinWords } from './rich-text.ts';

/** The person in schema.org's words, as a `ProfilePage`; what is undefined vanishes when this becomes JSON. */
export function describePerson(
  { basics, work, education, skills, languages, certificates, meta }: Resume,
  outline: Outline,
  links: Links,
) {
  const { name, label, email, phone, location, profiles } = basics;
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
      description: outline.summary && joinWords(outline.summary),
      image: links.photo,
      email,
      telephone: phone,
      url: web(basics.url) ?? links.page,
      sameAs: some(profiles?.flatMap(({ url }) => web(url) ?? [])),
      address: location && {
        '@type': 'PostalAddress',
        streetAddress: location.address,
        postalCode: location.postalCode,
        addressLocality: location.city,
        addressRegion: location.region,
        addressCountry: location.countryCode ?? location.country,
      },
      worksFor: some(
        now?.map(({ name: employer, url }) => ({ '@type': 'Organization', name: employer, url: web(url) })),
      ),
      alumniOf: some(
        education?.map(({ institution, url }) => ({
          '@type': 'EducationalOrganization',
          name: institution,
          url: web(url),
        })),
      ),
      knowsAbout: some(skills?.flatMap((skill) => [skill.name, ...(skill.keywords ?? [])])),
      knowsLanguage: some(languages?.map(({ language }) => language)),
      hasCredential: some(
        certificates?.map((certificate) => ({
          '@type': 'EducationalOccupationalCredential',
          name: certificate.name,
          url: web(certificate.url),
        })),
      ),
    },
  };
}

/** Absolute addresses, which only a site with a `site.url` has. */
export type Links = {
  readonly page: string | undefined;
  readonly photo: string | undefined;
  /** The picture of a link. */
  readonly card: string | undefined;
};

function some<Item>(items: readonly Item[] | undefined): readonly Item[] | undefined {
  const present = items?.filter((item) => item !== undefined);
  return present?.length ? present : undefined;
}

// Whoever reads this knows no site to which a path would belong.
function web(url: string | undefined): string | undefined {
  return url && /^https?:/i.test(url) && URL.canParse(url) ? url : undefined;
}
