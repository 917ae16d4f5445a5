import { decodeEntities, type ResumeData } from '#resume';
import { findSeparator, readTable } from './read-csv.ts';
import { decodeBytes } from './read-text.ts';
import type { Zip } from './read-zip.ts';

/** The tables of the export that tell of a career, by name without folder, case and ending; with columns that only they have. */
const knownTables: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    profile: ['First Name', 'Last Name', 'Headline'],
    'profile summary': ['Profile Summary'],
    'email addresses': ['Email Address'],
    phonenumbers: ['Number', 'Extension', 'Type'],
    positions: ['Company Name', 'Title'],
    education: ['School Name', 'Degree Name'],
    skills: ['Name'],
    languages: ['Name', 'Proficiency'],
    certifications: ['Name', 'Authority'],
    projects: ['Title', 'Description'],
    honors: ['Title', 'Issued On'],
    publications: ['Name', 'Publisher'],
    patents: ['Title', 'Patent Number', 'Application Number'],
    courses: ['Name', 'Number'],
    volunteering: ['Company Name', 'Role', 'Cause'],
    organizations: ['Name', 'Position'],
    'test scores': ['Name', 'Score'],
    'causes you care about': ['Supported Cause'],
    'recommendations received': ['First Name', 'Text'],
  }),
);

const aliases: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'phone numbers': 'phonenumbers',
    testscores: 'test scores',
    'volunteering experiences': 'volunteering',
    'volunteer experiences': 'volunteering',
    'email address': 'email addresses',
  }),
);

type ReadLinkedin = {
  /** One list of rows for each table, under the table's file name. */
  readonly data: ResumeData;
  /** Each table's name by its file name. */
  readonly tables: ReadonlyMap<string, string>;
  /** Files that tell of the account and of other people: they are not even unpacked. */
  readonly ignored: readonly string[];
};

/**
 * Reads LinkedIn's data export, packed or unpacked. Throws `ZipMistake`.
 * Source: https://www.linkedin.com/help/linkedin/answer/a1339364
 */
export function readLinkedin(archive: Zip): ReadLinkedin {
  const tables = findTables(archive.names);
  const texts = [...tables].map(([name, table]) => {
    const text = decodeBytes(archive.read(name));
    const columns = knownTables.get(table) ?? [];
    return { name, text, columns, separator: findSeparator(text, columns) };
  });
  // A header of one column doesn't tell; what saved one table again is likely to have saved the others.
  const usual = texts.find(({ separator }) => separator !== undefined)?.separator;
  const rows = texts.map(
    ({ name, text, columns, separator }) =>
      [name, readTable(text, columns, separator ?? usual).map(decodeRow)] as const,
  );
  return { data: Object.fromEntries(rows), tables, ignored: archive.names.filter((name) => !tables.has(name)) };
}

/** The files that are read, with the name of the table in each: of two tables of one name the first. */
export function findTables(names: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of names) {
    const table = findTable(name);
    if (table !== undefined && ![...found.values()].includes(table)) found.set(name, table);
  }
  return found;
}

function findTable(name: string): string | undefined {
  const [, base] = /(?:^|[/\\])([^/\\]+)\.csv$/i.exec(name) ?? [];
  if (base === undefined || name.includes('__MACOSX')) return undefined;
  const plain = base.toLowerCase().replaceAll('_', ' ').trim();
  const table = aliases.get(plain) ?? plain;
  return knownTables.has(table) ? table : undefined;
}

/** Some texts of the export have HTML's entities in them. */
function decodeRow(row: { readonly [column: string]: string }): ResumeData {
  return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, decodeEntities(cell)]));
}
