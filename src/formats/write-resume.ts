import { Document, isMap, isScalar, isSeq, type Node, Scalar, visit } from 'yaml';
import type { LeftOver } from './draft.ts';
import type { ImportedResume } from './import-resume.ts';

const maxWidth = 110;
/** Where a project has the schema of what cloud-resume reads. */
const schema = './node_modules/cloud-resume/resume.schema.json';
const standardSchema = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json';

/**
 * Writes an imported résumé as a file for people: YAML with a line for editors on top, long texts as blocks and a remark at each
 * place where something was not taken; or JSON, which can have no remarks.
 */
export function writeResume(imported: ImportedResume, format: 'yaml' | 'json'): string {
  const { kept, data, from } = imported;
  const top = `# yaml-language-server: $schema=${schema}\n`;
  if (kept?.format === format) {
    const hasTop = format === 'json' || kept.text.includes('yaml-language-server');
    return hasTop ? kept.text : `${kept.text.includes('\r\n') ? top.replace('\n', '\r\n') : top}${kept.text}`;
  }
  if (format === 'json') return `${JSON.stringify({ $schema: standardSchema, ...(data as object) }, null, 2)}\n`;
  const head = `${top}# Imported from ${from}. "npx cloud-resume check" says what could be better.\n\n`;
  return `${head}${formatYaml(imported)}${formatEnd(imported)}`;
}

function formatYaml({ data, leftOvers }: ImportedResume): string {
  const document = new Document(data);
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== 'string') return;
      node.type = key === 'key' && isOrdinary(node.value) ? Scalar.PLAIN : chooseStyle(node.value);
    },
  });
  if (isMap(document.contents)) {
    for (const [index, pair] of document.contents.items.entries()) {
      if (index > 0 && isScalar(pair.key)) pair.key.spaceBefore = true;
    }
  }
  for (const [near, group] of groupByPlace(leftOvers)) {
    const node = findNode(document, near);
    if (node) node.commentBefore = group.map((one) => ` Not taken: ${formatLeftOver(one)}`).join('\n');
  }
  return document.toString({ lineWidth: maxWidth });
}

/** Blocks cannot hold control characters, nor spaces at their ends. */
function chooseStyle(text: string): Scalar.Type {
  const isPlain = text.trim() === text && isOrdinary(text);
  if (text.includes('\n')) return isPlain ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  if (!isPlain) return Scalar.QUOTE_DOUBLE;
  return text.length > maxWidth - 20 ? Scalar.BLOCK_FOLDED : Scalar.PLAIN;
}

function isOrdinary(text: string): boolean {
  return !/(?!\n)[\p{Cc}\u2028\u2029\ufeff]/u.test(text);
}

function groupByPlace(leftOvers: readonly LeftOver[]): ReadonlyMap<string, readonly LeftOver[]> {
  const groups = new Map<string, LeftOver[]>();
  for (const leftOver of leftOvers) {
    if (leftOver.near === undefined) continue;
    const group = groups.get(leftOver.near);
    if (group) group.push(leftOver);
    else groups.set(leftOver.near, [leftOver]);
  }
  return groups;
}

function findNode(document: Document, place: string): Node | undefined {
  const path = place
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const node = document.getIn(path, true);
  return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
}

/** What the file that is written had better not say, because many keep it in public. */
const personalPath = /birth|gender|marital|nationality|salary|disposition/i;

/** One line: its place, and as much of the value as a line holds, unless it is hidden or nobody's business. */
export function formatLeftOver({ path, value, hidden }: LeftOver): string {
  // A title of three spaces is another than one of two.
  const place = path.replaceAll(/[\s\p{Cc}]/gu, ' ');
  if (hidden !== undefined) return `${place} (${hidden})`;
  if (personalPath.test(path)) return `${place} (personal)`;
  const line = toLine(value);
  return `${place}: ${line.length > 200 ? `${line.slice(0, 199)}…` : line}`;
}

function toLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
}

function formatEnd({ leftOvers, settings, ignored, from }: ImportedResume): string {
  const apart = leftOvers.filter(({ near }) => near === undefined);
  const indent = (line: string) => `  ${toLine(line)}`;
  const lines = [
    ...(apart.length > 0 ? ['Not taken:', ...apart.map((one) => `  ${formatLeftOver(one)}`)] : []),
    ...(settings.length > 0 ? [`Settings of ${from}, not taken:`, ...summarize(settings).map(indent)] : []),
    ...(ignored.length > 0 ? ['Files of the archive that were not opened:', ...ignored.map(indent)] : []),
  ];
  return lines.length === 0 ? '' : `\n${lines.map((line) => `# ${line}\n`).join('')}`;
}

/** Settings by their place, those that are called alike together: `sections.*.id (34 values)`. */
export function summarize(settings: readonly LeftOver[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { path } of settings) {
    const steps = path.replaceAll(/\[\d+\]/g, '').split('.');
    const isWhole = /^(?:design|locale|locale_catalog|rendercv_settings|settings|layouts?|metadata|picture)$/.test(
      steps[0] ?? '',
    );
    const [first = '', ...others] = steps;
    const place = isWhole || others.length === 0 ? first : `${first}.${others.length > 1 ? '*.' : ''}${others.at(-1)}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(([place, count]) => (count === 1 ? place : `${place} (${count} values)`));
}
