import type { Paper, Resume } from '#resume';

// CLDR's supplemental/paperSize: the rest of the world uses A4.
const letterCountries = 'BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' ');

/** The paper that a résumé is printed on: as its settings say, else as its country uses, else as its language's region does. */
export function choosePaper({ basics, meta }: Resume): Paper {
  const country = basics.location?.countryCode ?? new Intl.Locale(meta?.language ?? 'en').region;
  return meta?.site?.paper ?? (country && letterCountries.includes(country) ? 'letter' : 'a4');
}
