import { createLocator } from '../create-locator.ts';
import type { Diagnostic } from '../diagnostic.ts';

const MAX_DIAGNOSTICS = 20;

/** Keeps the first syntax diagnostic of each line, up to 20: what follows them is mostly their consequence. */
export function limitDiagnostics(diagnostics: readonly Diagnostic[], text: string): readonly Diagnostic[] {
  const locate = createLocator(text);
  const first = new Map<number, Diagnostic>();
  for (const diagnostic of diagnostics.toSorted((one, two) => one.start - two.start)) {
    const { line } = locate(diagnostic.start);
    if (!first.has(line)) first.set(line, diagnostic);
    if (first.size === MAX_DIAGNOSTICS) break;
  }
  return [...first.values()];
}
