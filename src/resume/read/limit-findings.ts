import { createLocator } from '../create-locator.ts';
import type { Finding } from '../finding.ts';

const MAX_FINDINGS = 20;

/** Keeps the first syntax finding of each line, up to 20: what follows them is mostly their consequence. */
export function limitFindings(findings: readonly Finding[], text: string): readonly Finding[] {
  const locate = createLocator(text);
  const first = new Map<number, Finding>();
  for (const finding of findings.toSorted((one, two) => one.start - two.start)) {
    const { line } = locate(finding.start);
    if (!first.has(line)) first.set(line, finding);
    if (first.size === MAX_FINDINGS) break;
  }
  return [...first.values()];
}
