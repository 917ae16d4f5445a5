import type { ResumeData } from './resume-data.ts';

/** Formats of other tools that `cloud-resume import` reads, with the name that people know them by. */
export const foreignFormats = {
  rendercv: 'RenderCV',
  yamlresume: 'YAMLResume',
  'reactive-resume': 'Reactive Resume',
  fresh: 'FRESH',
  linkedin: 'LinkedIn',
  europass: 'Europass',
} as const;

/** A format of another tool's, by the name that the code has for it. */
export type ForeignFormat = keyof typeof foreignFormats;

/** One sentence about a file of another tool, in place of dozens about its keys. */
export function explainForeign(format: ForeignFormat): string {
  return `This is a file of ${foreignFormats[format]}, not JSON Resume; "npx cloud-resume import FILE" makes a résumé of it.`;
}

/** Tells by its structure which other tool's résumé this is; `undefined` for JSON Resume and for what nobody knows. */
export function recognizeData(data: ResumeData): ForeignFormat | undefined {
  const root = toMap(data);
  const { basics, content, cv, employment, info, meta, profile, sections } = root;
  if (isMap(cv)) return 'rendercv';
  if (isMap(content) && (isMap(toMap(content).basics) || 'layouts' in root || 'layout' in root)) return 'yamlresume';
  if (isMap(sections) && (isMap(basics) || 'metadata' in root)) return 'reactive-resume';
  // What its API answers has the résumé one level further down.
  if (isMap(toMap(root.data).sections)) return 'reactive-resume';
  // Its first versions had a profile, and the sections at the root; the very first all of it under data.
  if ([profile, toMap(root.data).profile].some((one) => 'firstName' in toMap(one) || 'subtitle' in toMap(one)))
    return 'reactive-resume';
  if (/^FRESH\b/.test(String(toMap(meta).format))) return 'fresh';
  if (!isMap(basics) && (isMap(info) || Array.isArray(toMap(employment).history))) return 'fresh';
  if (isMap(root.SkillsPassport)) return 'europass';
  return undefined;
}

/** The same for the bytes of a file that is neither JSON nor YAML; a ZIP is taken for LinkedIn's export. */
export function recognizeBytes(bytes: Uint8Array): 'linkedin' | 'europass' | undefined {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)) return 'linkedin';
  // Latin-1 reads every byte as something, and names of elements are ASCII; UTF-16 has a NUL beside each letter.
  const start = String.fromCharCode(...bytes.subarray(0, 8_000)).replaceAll('\0', '');
  return /<(?:\w+:)?(?:Candidate|SkillsPassport|learnerinfo)[\s/>]/.test(start) ? 'europass' : undefined;
}

function isMap(value: ResumeData | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toMap(value: ResumeData | undefined): { readonly [key: string]: ResumeData } {
  return isMap(value) ? (value as { readonly [key: string]: ResumeData }) : {};
}
