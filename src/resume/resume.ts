/**
 * A résumé in the JSON Resume 1.x schema, after `parseResume`: every leaf is a non-empty string without spaces around it,
 * dates are valid, URLs are safe (`$schema` aside, which nobody follows), and whatever was empty (`""`, `null`, `[]`, an
 * end date of "Present") is absent. Keys stand in the file's order.
 *
 * Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as precise as the person wrote them. An absent `endDate` means ongoing.
 * Source: https://jsonresume.org/schema (`@jsonresume/schema` 1.3.1); `meta.language` and `meta.site` are ours.
 */
export type Resume = {
  readonly $schema?: string;
  readonly basics: Basics;
  readonly work?: readonly Work[];
  readonly volunteer?: readonly Volunteer[];
  readonly education?: readonly Education[];
  readonly awards?: readonly Award[];
  readonly certificates?: readonly Certificate[];
  readonly publications?: readonly Publication[];
  readonly skills?: readonly Skill[];
  readonly languages?: readonly Language[];
  readonly interests?: readonly Interest[];
  readonly references?: readonly Reference[];
  readonly projects?: readonly Project[];
  readonly meta?: Meta;
};

export type Basics = {
  readonly name: string;
  readonly label?: string;
  readonly image?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly summary?: string;
  readonly location?: Location;
  readonly profiles?: readonly Profile[];
};

export type Location = {
  readonly address?: string;
  readonly postalCode?: string;
  readonly city?: string;
  readonly countryCode?: string;
  readonly region?: string;
};

export type Profile = { readonly network?: string; readonly username?: string; readonly url?: string };

export type Work = {
  readonly name?: string;
  readonly location?: string;
  readonly description?: string;
  readonly position?: string;
  readonly url?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
};

export type Volunteer = {
  readonly organization?: string;
  readonly position?: string;
  readonly url?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
};

export type Education = {
  readonly institution?: string;
  readonly url?: string;
  readonly area?: string;
  readonly studyType?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly score?: string;
  readonly courses?: readonly string[];
};

export type Award = {
  readonly title?: string;
  readonly date?: string;
  readonly awarder?: string;
  readonly summary?: string;
};

export type Certificate = {
  readonly name?: string;
  readonly date?: string;
  readonly url?: string;
  readonly issuer?: string;
};

export type Publication = {
  readonly name?: string;
  readonly publisher?: string;
  readonly releaseDate?: string;
  readonly url?: string;
  readonly summary?: string;
};

export type Skill = { readonly name?: string; readonly level?: string; readonly keywords?: readonly string[] };

export type Language = { readonly language?: string; readonly fluency?: string };

export type Interest = { readonly name?: string; readonly keywords?: readonly string[] };

export type Reference = { readonly name?: string; readonly reference?: string };

export type Project = {
  readonly name?: string;
  readonly description?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
  readonly startDate?: string;
  readonly endDate?: string;
  readonly url?: string;
  readonly roles?: readonly string[];
  readonly entity?: string;
  readonly type?: string;
};

/** Everything about the file rather than the person. Other tools may keep keys of their own here. */
export type Meta = {
  readonly canonical?: string;
  readonly version?: string;
  readonly lastModified?: string;
  /** The language the résumé is written in, a BCP 47 tag. Default `en`. */
  readonly language?: string;
  readonly site?: SiteSettings;
  readonly [key: string]: unknown;
};

export type SiteSettings = {
  /** The address the site will have, such as `https://jane.example`; whatever needs an address is left out without it. */
  readonly url?: string;
  /** `api` (default) counts visits through `POST /visitor`, `local` counts this browser's own visits, `off` counts none. */
  readonly counter?: Counter;
};

export type Counter = 'api' | 'local' | 'off';
