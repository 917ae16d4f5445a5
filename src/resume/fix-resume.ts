import type { Diagnostic, Edit, Fix } from './diagnostic.ts';
import { inspectResume } from './parse-resume.ts';
import { type Problem, toProblems } from './problem.ts';
import type { ResumeFormat } from './read/read-document.ts';

type FixedResume = {
  /** The whole text; the same as before if there was nothing to fix. */
  readonly text: string;
  /** What was done, with the line and column it had before. */
  readonly fixes: readonly Problem[];
};

// What is private is mended too.
const WHOLE = { withPrivate: true };

// One correction can make room for the next: a key gets its right name, and then there are two of it.
const MAX_ROUNDS = 12;

// Tried one by one where not all of them are right together.
const MAX_SINGLE = 30;

/**
 * Makes the corrections that leave no choice: other names of a key, slips of one letter, a second name that says the same,
 * `https://` before a host, dates such as `Jan 2015`, country names, lists and groups that were written as texts, HTML. All
 * else in the text stays as it is, to the byte; comments stay.
 *
 * Never throws. Nothing is fixed while the syntax is wrong. Fixing twice is the same as fixing once.
 */
export function fixResume(text: string, format: ResumeFormat): FixedResume {
  const original = text.replace(/^\uFEFF/, '');
  const mark = text.slice(0, text.length - original.length);
  const done: Diagnostic[] = [];
  const rounds: (readonly Edit[])[] = [];
  let body = original;
  while (rounds.length < MAX_ROUNDS) {
    const { diagnostics, resume } = inspectResume(body, format, WHOLE);
    const before = showData(resume);
    const isSafe = (fixes: readonly Fixable[]) =>
      showData(inspectResume(applyFixes(body, fixes), format, WHOLE).resume) === before;
    const all = chooseFixes(diagnostics);
    // A correction says the same as before in other words; where one does not, it is left to the person.
    const fixable = isSafe(all) ? all : chooseSafe(all, isSafe);
    if (fixable.length === 0) break;
    const edits = listEdits(fixable);
    for (const { path, start, fix } of fixable) {
      const original = rounds.reduceRight((at, earlier) => findBefore(at, earlier), start);
      done.push({ severity: 'note', path, start: original, message: fix.done });
    }
    rounds.push(edits);
    body = applyFixes(body, fixable);
  }
  return {
    text: mark + body,
    fixes: toProblems(
      done.toSorted((one, two) => one.start - two.start),
      original,
    ),
  };
}

type Fixable = Diagnostic & { readonly fix: Fix };

/** Every correction whose edits touch none of those before it; the others have their turn in the next round. */
function chooseFixes(diagnostics: readonly Diagnostic[]): readonly Fixable[] {
  let chosen = diagnostics.filter((diagnostic): diagnostic is Fixable => diagnostic.fix !== undefined);
  for (;;) {
    const edits = chosen
      .flatMap(({ fix }, index) => fix.edits.map((edit) => ({ ...edit, index })))
      .toSorted((one, two) => one.start - two.start || one.index - two.index);
    const dropped = new Set<number>();
    let before = edits[0];
    for (const edit of edits.slice(1)) {
      const doTouch =
        before !== undefined && edit.index !== before.index && (edit.start < before.end || edit.start === before.start);
      if (doTouch) dropped.add(Math.max(edit.index, before?.index ?? 0));
      if (before === undefined || edit.end >= before.end) before = edit;
    }
    if (dropped.size === 0) return chosen;
    chosen = chosen.filter((_, index) => !dropped.has(index));
  }
}

function chooseSafe(fixes: readonly Fixable[], isSafe: (fixes: readonly Fixable[]) => boolean): readonly Fixable[] {
  const safe: Fixable[] = [];
  for (const fix of fixes.slice(0, MAX_SINGLE)) if (isSafe([...safe, fix])) safe.push(fix);
  return safe;
}

function listEdits(fixes: readonly Fixable[]): readonly Edit[] {
  return fixes.flatMap(({ fix }) => fix.edits).toSorted((one, two) => one.start - two.start);
}

function applyFixes(text: string, fixes: readonly Fixable[]): string {
  let fixed = '';
  let at = 0;
  for (const edit of listEdits(fixes)) {
    fixed += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return fixed + text.slice(at);
}

/** The same text for the same résumé, whatever the order of its keys. */
function showData(data: unknown): string {
  return JSON.stringify(data ?? null, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [two]) => (one < two ? -1 : 1)))
      : value,
  );
}

/** Where an offset was before the edits of a round. */
function findBefore(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { start, end, text } of edits) {
    if (start + shift >= offset) break;
    const isInside = offset < start + shift + text.length;
    if (isInside) return start;
    shift += text.length - (end - start);
  }
  return offset - shift;
}
