import { isScalar, parseDocument, visit } from 'yaml';
import { parseResume, type ResumeData } from '#resume';

type ReadText =
  | { readonly data: ResumeData; readonly text: string; readonly format: 'json' | 'yaml'; readonly mistake?: undefined }
  | { readonly data?: undefined; readonly mistake: string };

/** A picture in the file can make JSON large; YAML of that size takes minutes to read. */
const maxCharacters = { json: 20_000_000, yaml: 1_000_000 } as const;
const maxDepth = 60;
const maxValues = 50_000;

/** Reads JSON or YAML into plain data, in which YAML keeps each value as it was typed. Never throws. */
export function readText(bytes: Uint8Array): ReadText {
  const text = decode(bytes);
  if (text === undefined)
    return { mistake: 'The file is not UTF-8 text, nor a ZIP. Name another one, or save it as UTF-8.' };
  // Remarks may stand before it.
  const format = /^(?:\s|\/\/.*\n|\/\*[^*]*\*\/)*[{[]/.test(text) ? 'json' : 'yaml';
  if (text.length > maxCharacters[format]) {
    const most = maxCharacters[format] / 1e6;
    return {
      mistake: `The file has more than ${most} MB, too many for a résumé as ${format.toUpperCase()}. Name another one.`,
    };
  }
  try {
    const data = format === 'json' ? JSON.parse(text) : parseYaml(text);
    const mistake = checkSize(data);
    return mistake === undefined ? { data, text, format } : { mistake };
  } catch (cause) {
    // With remarks or commas at the end of lists it is JSON to #resume still.
    const parsed = format === 'json' ? parseResume(text, format, { withPrivate: true }) : undefined;
    if (parsed?.resume && checkSize(parsed.source) === undefined) return { data: parsed.source, text, format };
    return { mistake: explainSyntax(text, format, cause) };
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(findEncoding(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The same for a table that a spreadsheet may have saved: what is no UTF-8 is in the code page that it takes for "ANSI". */
export function decodeBytes(bytes: Uint8Array): string {
  return decode(bytes) ?? new TextDecoder('windows-1252').decode(bytes);
}

/** UTF-16 begins with its mark; without one it is told by the NUL beside the first letter. */
function findEncoding([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : 'utf-8';
}

function parseYaml(text: string): ResumeData {
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    stringKeys: true,
    merge: true,
    prettyErrors: false,
  });
  const [error] = document.errors;
  if (error) throw error;
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        const name = String(isScalar(key) ? key.value : key);
        if (keys.has(name)) throw new Error(`the key "${name.slice(0, 60)}" stands twice in one group`);
        keys.add(name);
      }
    },
    Scalar(_, node) {
      if (isScalar(node) && node.type === 'PLAIN' && /^(?:~|null|Null|NULL)?$/.test(String(node.value)))
        node.value = null;
    },
  });
  return document.toJS({ maxAliasCount: 100 }) ?? null;
}

/** Where #resume finds the mistake too, its sentence has the place. */
function explainSyntax(text: string, format: 'json' | 'yaml', cause: unknown): string {
  const found = parseResume(text, format).problems.find(
    ({ path, message }) => path === '' && !message.includes('cloud-resume import'),
  );
  if (found) return `Line ${found.line}, column ${found.column}: ${found.message}`;
  if (cause instanceof RangeError) return 'The file has too many levels, one inside the other. Name another one.';
  const [reason = ''] = String((cause as Error).message).split('\n');
  return `The file cannot be read as ${format.toUpperCase()} (${reason}). Export it again.`;
}

/** Goes down level by level, so that no depth exhausts the stack. */
export function checkSize(data: ResumeData): string | undefined {
  let level: readonly ResumeData[] = [data];
  let count = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    count += level.length;
    if (depth > maxDepth) return `The file has more than ${maxDepth} levels, one inside the other. Name another one.`;
    if (count > maxValues)
      return `The file has more than ${maxValues} values, too many for a résumé. Name another one.`;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return undefined;
}
