import { createLocator } from '../create-locator.ts';
import type { Finding } from '../finding.ts';
import type { ResumeFormat } from '../read/read-document.ts';
import type { SourceNode } from '../read/source-node.ts';
import type { Resume } from '../resume.ts';
import { resumeShape } from '../schema/resume-shape.ts';
import { checkMap } from './check-node.ts';
import type { Context } from './context.ts';
import { isNamePart } from './explain-key.ts';

export type CheckedResume = {
  /** Whole and right only if there are no findings. */
  readonly resume: Resume;
  readonly findings: readonly Finding[];
};

/** Holds a document against the schema: the cleaned résumé, and everything that is wrong with it in the order of the file. */
export function checkResume(root: SourceNode | undefined, text: string, format: ResumeFormat): CheckedResume {
  const findings: Finding[] = [];
  const start =
    format === 'json' ? '{ "basics": { "name": "Jane Doe" } }' : '"basics:" and, indented below it, "name: Jane Doe"';
  const context: Context = { text, format, locate: createLocator(text), report: (finding) => findings.push(finding) };
  let resume = {};
  if (root === undefined || root.kind === 'null') {
    findings.push({ path: '', start: 0, message: `There is no résumé in this file yet; start with ${start}.` });
  } else if (root.kind !== 'map') {
    findings.push({ path: '', start: root.start, message: `A résumé is a group of keys; start with ${start}.` });
  } else {
    resume = checkMap(root, resumeShape, '', context) ?? {};
    const missing = findMissingName(root, resume, findings);
    if (missing !== undefined) findings.push(missing);
  }
  return { resume: resume as Resume, findings: findings.sort((one, two) => one.start - two.start) };
}

function findMissingName(
  root: SourceNode & { readonly kind: 'map' },
  resume: Partial<Resume>,
  findings: readonly Finding[],
): Finding | undefined {
  if (resume.basics?.name !== undefined || findings.some(({ path }) => path === 'basics' || path === 'basics.name')) {
    return undefined;
  }
  const basics = root.entries.find(({ key }) => key.value === 'basics');
  const inner = basics?.value.kind === 'map' ? basics.value.entries : [];
  if ([...root.entries, ...inner].some(({ key }) => isNamePart(key.value))) return undefined;
  const name = inner.find(({ key }) => key.value === 'name');
  const start = (name ?? basics)?.key.start ?? root.start;
  const remedy = basics === undefined ? 'add basics with a name in it' : 'write it as basics.name';
  return { path: 'basics.name', start, message: `A résumé needs at least a name; ${remedy}.` };
}
