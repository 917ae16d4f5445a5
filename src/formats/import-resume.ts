import { type ForeignFormat, fixResume, foreignFormats, type ResumeData, recognizeBytes, recognizeData } from '#resume';
import type { Draft, LeftOver } from './draft.ts';
import { convertEuropass } from './europass.ts';
import { explainArchive, explainBinary } from './explain-binary.ts';
import { findXmlInPdf } from './find-xml-in-pdf.ts';
import { convertFresh } from './fresh.ts';
import { convertLinkedin } from './linkedin.ts';
import { createPart, type Part } from './part.ts';
import { convertReactiveResume } from './reactive-resume.ts';
import { readBio } from './read-bio.ts';
import { readLinkedin } from './read-linkedin.ts';
import { checkSize, readText } from './read-text.ts';
import { readXml } from './read-xml.ts';
import { openZip, type Zip, ZipMistake } from './read-zip.ts';
import { convertRendercv } from './rendercv.ts';
import { tidy } from './values.ts';
import { convertYamlresume } from './yamlresume.ts';

export type ImportedResume = {
  /** The format's name, as people know it: `RenderCV`. */
  readonly from: string;
  /** The résumé in the JSON Resume schema. */
  readonly data: ResumeData;
  /** What has no place in it, with its place in the file. */
  readonly leftOvers: readonly LeftOver[];
  /** The same for what tells of the look and of the program: colors, ids, switches. */
  readonly settings: readonly LeftOver[];
  /** Files of an archive that were not even opened. */
  readonly ignored: readonly string[];
  /** JSON Resume that needed no conversion: its text, with old keys renamed and comments kept. */
  readonly kept?: { readonly format: 'json' | 'yaml'; readonly text: string };
  readonly mistake?: undefined;
};

type ImportMistake = { readonly data?: undefined; readonly mistake: string };

/** What of each format is no content, by its place. */
const settingPaths: Readonly<Record<ForeignFormat, RegExp>> = {
  rendercv:
    /^(?:design|locale|locale_catalog|rendercv_settings|settings|cv\.sort_entries)\b|\.(?:entry_type|fontawesome_icon|perline|align|size|theme)$/,
  yamlresume: /^(?:layouts?|locale)\b/,
  'reactive-resume': new RegExp(
    [
      /^(?:data\.)?(?:metadata\.(?!notes)|(?:basics\.)?(?:picture|photo)\.(?!url)|sections\.(?:summary|profiles)\.(?:name|title)$)/,
      /^(?:id|shortId|name|title|slug|user|userId|public|visibility|locked|tags|image|createdAt|updatedAt)\b/,
      /\.(?:id|visible|hidden|columns|separateLinks|icon|iconColor|level|levelNum|type|layout|keywordLayout|keepTogether)$/,
      /\.(?:startOnNewPage|inlineLink|options\..*)$/,
      // Of the first versions.
      /^(?:theme|settings|preview)\b|^(?:data\.)?(?:profile|objective|social)\.heading$|\.(?:enable|enabled)$/,
      /^(?:data\.)?languages\.items\[\d+\]\.(?:rating|value)$/,
    ]
      .map(({ source }) => source)
      .join('|'),
  ),
  fresh: /^meta\b|\.(?:id|private)$|\bcontact\b.*\.(?:label|category|flavor)$/,
  linkedin:
    /(?:^|[/\\])(?:Email Addresses.*(?:Confirmed|Primary|Updated On)|Phone ?Numbers.*Type|Recommendations.*(?:Creation Date|Status))$/i,
  europass: new RegExp(
    [
      /^SkillsPassport\.(?:DocumentInfo|PrintingPreferences)\b|^learnerinfo\.(?:(?:docinfo|prefs)\b|.*\.(?:code|country\.label)$)|^Candidate\.(?:DocumentID|CandidateSupplier|RenderingInformation)\b/,
      /@(?!year|month|day)|^SkillsPassport\..*\.(?:Code|Country\.Label)$|\.(?:ID|EmbeddedData|Data|MimeType|FileType|Instructions)$/,
      // Codes of fields of study.
      /\.ProgramConcentration$/,
      /\bCommunication(?:\[\d+\])?\.(?:ChannelCode|UseCode|CountryCode)$|\.Use\.(?:Code|Label)$|\.Headline\.Type\./,
    ]
      .map(({ source }) => source)
      .join('|'),
  ),
};

const converters: Readonly<Record<Exclude<ForeignFormat, 'linkedin'>, (source: Part) => Draft>> = {
  rendercv: convertRendercv,
  yamlresume: convertYamlresume,
  'reactive-resume': convertReactiveResume,
  fresh: convertFresh,
  europass: convertEuropass,
};

/**
 * Turns somebody's résumé of another format into JSON Resume: RenderCV, YAMLResume, Reactive Resume 1 to 5, FRESH, LinkedIn's
 * data export, Europass, JSON Resume old and new. Never throws: what cannot be read is a `mistake`, in a sentence with a remedy.
 * Every value of the file is in the result or in one of its lists.
 *
 * @example
 * const imported = importResume(await readFile('rendercv.yaml'));
 * if (imported.mistake === undefined) console.log(writeResume(imported, 'yaml'));
 */
export function importResume(bytes: Uint8Array): ImportedResume | ImportMistake {
  const binary = recognizeBytes(bytes);
  if (binary === 'linkedin') return importLinkedin(() => openZip(bytes));
  const xml = isPdf(bytes) ? findXmlInPdf(bytes) : binary === 'europass' ? bytes : undefined;
  if (xml !== undefined) return importXml(xml);
  const mistake = explainBinary(bytes);
  if (mistake !== undefined) return { mistake };
  const read = readText(bytes);
  if (read.mistake !== undefined) return read;
  const format = recognizeData(read.data);
  if (format !== undefined && format !== 'linkedin') return convert(format, read.data);
  const draft = readBio(read.data);
  if (draft) return { ...draft, data: fixData(draft.data), from: 'JSON Resume', settings: [], ignored: [] };
  if (!isJsonResume(read.data)) return { mistake: unknownFormat };
  return keepJsonResume(read.text, read.format, read.data);
}

/**
 * The same for a folder into which LinkedIn's export was unpacked, as some browsers do it without being asked. `files` are those
 * of `names` that `findTables` finds.
 */
export function importFolder(
  names: readonly string[],
  files: ReadonlyMap<string, Uint8Array>,
): ImportedResume | ImportMistake {
  const read = (name: string) => files.get(name) ?? new Uint8Array();
  return importLinkedin(() => ({ names, read }), true);
}

const unknownFormat = `Nobody knows this format. Known are JSON Resume, ${Object.values(foreignFormats).join(', ')}; name one of their files.`;

function convert(format: Exclude<ForeignFormat, 'linkedin'>, data: ResumeData): ImportedResume {
  const source = createPart(data, '');
  return finish(format, converters[format](source), source, []);
}

function finish(format: ForeignFormat, draft: Draft, source: Part, ignored: readonly string[]): ImportedResume {
  const { data: written, leftOvers } = draft.finish(source);
  const data = fixData(written);
  const isSetting = ({ path }: LeftOver) => settingPaths[format].test(path);
  return {
    from: foreignFormats[format],
    data,
    leftOvers: leftOvers.filter((leftOver) => !isSetting(leftOver)),
    settings: leftOvers.filter(isSetting),
    ignored,
  };
}

/** What `check --fix` would do, so that it has nothing left to do: HTML in a name, a host without its https. */
function fixData(data: ResumeData): ResumeData {
  return JSON.parse(fixResume(JSON.stringify(data), 'json').text);
}

function importLinkedin(open: () => Zip, isFolder = false): ImportedResume | ImportMistake {
  try {
    const { data, tables, ignored } = readLinkedin(open());
    if (tables.size === 0) return { mistake: explainArchive(ignored, isFolder) };
    const mistake = checkSize(data);
    if (mistake !== undefined) return { mistake };
    const source = createPart(data, '');
    return finish('linkedin', convertLinkedin(source, tables), source, ignored);
  } catch (mistake) {
    if (mistake instanceof ZipMistake) return { mistake: mistake.message };
    throw mistake;
  }
}

/** One with photos and attachments in it has some. */
const maxXmlBytes = 20_000_000;

function importXml(bytes: Uint8Array): ImportedResume | ImportMistake {
  if (bytes.length > maxXmlBytes) return { mistake: 'The file has more than 20 MB. Export it without attachments.' };
  const { name, data, mistake } = readXml(decodeXml(bytes));
  if (mistake !== undefined) return { mistake };
  const root = { [name]: data };
  const tooLarge = checkSize(root);
  return tooLarge === undefined ? convert('europass', root) : { mistake: tooLarge };
}

/** The encoding is told by the first bytes or by the declaration, else it is UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^[^\n]*?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)/.exec(start)?.[1] ?? 'utf-8';
  const isBig = (first === 0xfe && second === 0xff) || first === 0;
  const isLittle = (first === 0xff && second === 0xfe) || second === 0;
  try {
    return new TextDecoder(isBig ? 'utf-16be' : isLittle ? 'utf-16le' : declared).decode(bytes);
  } catch {
    // An encoding that nobody knows.
    return new TextDecoder('utf-8').decode(bytes);
  }
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

function isJsonResume(data: ResumeData): boolean {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return false;
  const { basics, work, education, skills } = data as Readonly<Record<string, ResumeData>>;
  const hasBasics = typeof basics === 'object' && basics !== null && !Array.isArray(basics);
  return hasBasics || [work, education, skills].some(Array.isArray);
}

/** Old keys get their new names as `check --fix` does it; everything else stays as it is, so nothing is left over. */
function keepJsonResume(text: string, format: 'json' | 'yaml', data: ResumeData): ImportedResume {
  const fixed = fixResume(text, format).text;
  const read = readText(new TextEncoder().encode(fixed));
  const whole = read.mistake === undefined ? read.data : data;
  return {
    from: 'JSON Resume',
    data: tidy(whole) ?? {},
    leftOvers: [],
    settings: [],
    ignored: [],
    kept: { format, text: fixed },
  };
}
