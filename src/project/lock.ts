import { createHash } from 'node:crypto';

/** What a project remembers of the starter: the version that its files are of, its own words in them, and what was written. */
export type Lock = {
  readonly version: string;
  readonly words: Words;
  /** SHA-256 in hexadecimal of each file as it was written, by path. */
  readonly files: Readonly<Record<string, string>>;
};

/** The words of a project in the starter's files. */
type Words = {
  /** The person's name. */
  readonly name: string;
  /** The site's address, or `''`. */
  readonly url: string;
  /** The name in package.json. */
  readonly package: string;
};

export const lockName = '.cloud-resume.json';

/** Reads a lock, or nothing where the text is none. */
export function readLock(text: string): Lock | undefined {
  try {
    const { version, words, files } = JSON.parse(text) as Lock;
    const texts = [words.name, words.url, words.package, ...Object.values(files)];
    // npm is asked for it.
    const isVersion = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version);
    return isVersion && texts.every((one) => typeof one === 'string') ? { version, words, files } : undefined;
  } catch {
    return undefined;
  }
}

export function writeLock(version: string, words: Words, files: ReadonlyMap<string, string>): string {
  const hashes = [...files].filter(([path]) => !isOwn(path)).map(([path, text]) => [path, hashText(text)]);
  return `${JSON.stringify({ version, words, files: Object.fromEntries(hashes) }, undefined, 2)}\n`;
}

/** Whether a file is the person's from the first moment, so that no upgrade ever looks at it. */
export function isOwn(path: string): boolean {
  // Its translations stand beside the résumé: resume.de.yaml.
  return /^resume\.|^(?:style\.css|package\.json)$|^public\//.test(path);
}

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Fills the words of a project into the starter's files. */
export function fillStarter(
  starter: ReadonlyMap<string, string>,
  words: Words,
  version: string,
): ReadonlyMap<string, string> {
  const values: Readonly<Record<string, string>> = {
    // As YAML and JSON both read it.
    name: JSON.stringify(words.name),
    title: words.name,
    package: words.package,
    version,
    url: words.url === '' ? '' : `\n    url: ${JSON.stringify(words.url)}`,
  };
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (whole, key: string) => values[key] ?? whole);
  return new Map([...starter].map(([path, text]) => [path, fill(text)]));
}
