import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { refuseText, type SourceDocument } from './source-node.ts';

/** How the text of a résumé is written; JSON may have comments and trailing commas. */
export type ResumeFormat = 'yaml' | 'json';

/** Reads the text into a tree, or finds what is wrong with its syntax. */
export function readDocument(text: string, format: ResumeFormat): SourceDocument {
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return refuseText(nul, 'Here is a NUL character, so this is not a text file; save the résumé as UTF-8 text.');
  if (text.includes('\r') && !text.includes('\n')) {
    return refuseText(
      text.indexOf('\r'),
      'The lines end with CR alone, as on old Macs; save the file with LF or CRLF.',
    );
  }
  return format === 'json' ? readJson(text) : readYaml(text);
}
