/**
 * A résumé in the JSON Resume 1.x schema, after `parseResume`: every leaf is a non-empty string without spaces around it,
 * and whatever was empty (`""`, `null`, `[]`, an end date of "Present") is absent. Keys stand in the file's order.
 *
 * Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as precise as the person wrote them, or a text that nobody could read, to be
 * shown as it is (`isDate` tells). An absent `endDate` beside a `startDate` means ongoing. A `url` is an `https:`, `http:`,
 * `mailto:` or `tel:` address, or the path of a file that `public/` may have. An `email` may be a text that is none
 * (`isEmail` tells), and `location.country` is a country without a code.
 * Source: https://jsonresume.org/schema (`@jsonresume/schema` 1.3.1); what goes beyond it is what people really write.
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
  /** Lists at the root that the schema does not know, in the file's order. */
  readonly sections?: readonly OwnSection[];
  readonly meta?: Meta;
};

export type Basics = {
  readonly name: string;
  readonly label?: string;
  /** The path of a file that `public/` may have, or a picture as `data:`. */
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
  /** What was written where no code could be made of it. */
  readonly country?: string;
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
  readonly keywords?: readonly string[];
};

export type Volunteer = {
  readonly organization?: string;
  readonly location?: string;
  readonly position?: string;
  readonly url?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
};

export type Education = {
  readonly institution?: string;
  readonly location?: string;
  readonly url?: string;
  readonly area?: string;
  readonly studyType?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly score?: string;
  readonly courses?: readonly string[];
  readonly summary?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
};

export type Award = {
  readonly title?: string;
  readonly date?: string;
  readonly awarder?: string;
  readonly url?: string;
  readonly location?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
};

export type Certificate = {
  readonly name?: string;
  readonly date?: string;
  readonly url?: string;
  readonly issuer?: string;
  readonly summary?: string;
  readonly keywords?: readonly string[];
};

export type Publication = {
  readonly name?: string;
  readonly authors?: readonly string[];
  readonly publisher?: string;
  readonly releaseDate?: string;
  readonly url?: string;
  /** Such as `10.1000/182`, without the address of the resolver. */
  readonly doi?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
};

export type Skill = {
  readonly name?: string;
  readonly level?: string;
  readonly summary?: string;
  readonly keywords?: readonly string[];
};

export type Language = {
  readonly language?: string;
  readonly fluency?: string;
  readonly summary?: string;
  readonly keywords?: readonly string[];
};

export type Interest = {
  readonly name?: string;
  readonly summary?: string;
  readonly keywords?: readonly string[];
};

export type Reference = {
  readonly name?: string;
  readonly position?: string;
  readonly organization?: string;
  readonly reference?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly keywords?: readonly string[];
};

export type Project = {
  readonly name?: string;
  readonly description?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
  readonly startDate?: string;
  readonly endDate?: string;
  readonly url?: string;
  readonly location?: string;
  readonly roles?: readonly string[];
  readonly entity?: string;
  readonly type?: string;
};

/** A section that the schema does not know, such as `talks`: `key` is its name in the file. */
export type OwnSection = { readonly key: string; readonly entries: readonly OwnEntry[] };

/** An entry of such a section; whatever the person called its parts stands where it belongs. */
export type OwnEntry = {
  readonly title?: string;
  readonly subtitle?: string;
  readonly url?: string;
  /** One day, month or year; a period has `startDate` or `endDate`. */
  readonly date?: string;
  readonly startDate?: string;
  readonly endDate?: string;
  readonly location?: string;
  readonly summary?: string;
  readonly highlights?: readonly string[];
  readonly keywords?: readonly string[];
  /** What has no other place: the key as it was written, and its text. */
  readonly details?: readonly Detail[];
};

export type Detail = { readonly label: string; readonly value: string };

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
  /** Sections by key, own ones too, in the order in which they are to stand; the others follow. */
  readonly order?: readonly string[];
  /** Headings and other words by key: a section's (`work`, `talks`) or one of labels.json (`present`). */
  readonly labels?: Readonly<Record<string, string>>;
  /** The accent of the page as `#rrggbb`. */
  readonly color?: string;
  /** Whether there is a PDF, and whether it shows the photo. */
  readonly pdf?: boolean | { readonly photo?: boolean };
  readonly paper?: Paper;
  /** Places of values that are withheld from everything public, such as `basics.phone`. */
  readonly private?: readonly string[];
  /** The tags of the entries that the main page shows beside those without; every one without it. Not in what a page is made of. */
  readonly tags?: readonly string[];
  /** What others are to see, by the name in its address. Not in what a page is made of. */
  readonly versions?: Readonly<Record<string, unknown>>;
};

export type Counter = 'api' | 'local' | 'off';

export type Paper = 'a4' | 'letter';
