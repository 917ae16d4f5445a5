import { countFirst } from './count-first.ts';
import type { Diagnostic, Edit, Fix } from './diagnostic.ts';
import { inspectResume } from './parse-resume.ts';
import { type Problem, toProblems } from './problem.ts';
import type { ResumeFormat } from './read/read-document.ts';
import { tooMany } from './read/source-node.ts';

type FixedResume = {
  /** The whole text; the same as before if there was nothing to fix. */
  readonly text: string;
  /** What was done, with the line and column it had before. */
  readonly fixes: readonly Problem[];
};

// What is private is mended too.
const whole = { withPrivate: true };

// One correction can make room for the next: a key gets its right name, and then there are two of it.
const maxRounds = 12;

// Where not all of them are right together, halves are tried, as long as no more characters than these are read for that.
const maxRead = 4_000_000;

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
  const rounds: ((offset: number) => number)[] = [];
  let now: Omit<Attempt, 'fixes'> = { text: original, inspection: inspectResume(original, format, whole) };
  const budget = { left: maxRead };
  for (;;) {
    const next = rounds.length > maxRounds ? 'unsettled' : takeRound(now, format, budget);
    // Some of them alone would make others possible the next time.
    if (next === 'unsettled') return { text, fixes: [] };
    if (next === undefined) break;
    for (const { path, start, fix } of next.fixes) {
      const first = rounds.reduceRight((at, findBefore) => findBefore(at), start);
      done.push({ severity: 'note', path, start: first, message: fix.done });
    }
    rounds.push(createFinder(listEdits(next.fixes)));
    now = next;
  }
  return {
    text: mark + now.text,
    fixes: toProblems(
      done.toSorted((one, two) => one.start - two.start),
      original,
      done.length,
    ),
  };
}

/** A text with corrections in it, and what is to be said of it then. */
type Attempt = {
  readonly text: string;
  readonly fixes: readonly Fixable[];
  readonly inspection: ReturnType<typeof inspectResume>;
};

/** Makes all corrections that can be made at once; nothing where none can, and `unsettled` where that is not found out. */
function takeRound(
  { text, inspection }: Omit<Attempt, 'fixes'>,
  format: ResumeFormat,
  budget: { left: number },
): Attempt | 'unsettled' | undefined {
  const all = chooseFixes(inspection.diagnostics);
  if (all.length === 0) return undefined;
  const before = showData(inspection.read);
  const published = showPublished(text, inspection, format);
  // A correction says the same as before in other words; where one does not, it is left to the person.
  const attempt = (fixes: readonly Fixable[]): Attempt | 'crowded' | undefined => {
    const fixed = applyFixes(text, fixes);
    const after = inspectResume(fixed, format, whole);
    if (after.diagnostics[0]?.message === tooMany) return 'crowded';
    const isSame = showData(after.read) === before && countTold(after) <= countTold(inspection);
    return isSame && showPublished(fixed, after, format) === published
      ? { text: fixed, fixes, inspection: after }
      : undefined;
  };
  let safe: Attempt | undefined;
  // False where that would take too long, or where there is no room for as many keys and values.
  const take = (fixes: readonly Fixable[]): boolean => {
    if (fixes !== all) budget.left -= text.length;
    if (budget.left < 0) return false;
    const tried = attempt([...(safe?.fixes ?? []), ...fixes]);
    if (tried === 'crowded') return false;
    if (tried !== undefined) safe = tried;
    if (tried !== undefined || fixes.length === 1) return true;
    const middle = fixes.length >> 1;
    return take(fixes.slice(0, middle)) && take(fixes.slice(middle));
  };
  return take(all) ? safe : 'unsettled';
}

function countTold({ diagnostics }: Attempt['inspection']): number {
  return diagnostics.filter(({ severity }) => severity !== 'tidy').length;
}

/** What a page is made of; the path of a private value may lead somewhere else after a correction. */
function showPublished(text: string, { hasPrivate }: Attempt['inspection'], format: ResumeFormat): string | undefined {
  return hasPrivate ? showData(inspectResume(text, format).read) : undefined;
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
function showData(data: unknown): string | undefined {
  return JSON.stringify(data, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const group = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(
      Object.keys(group)
        .toSorted()
        .map((key) => [key, group[key]]),
    );
  });
}

/** Finds where an offset was before the edits of a round. */
function createFinder(edits: readonly Edit[]): (offset: number) => number {
  let shift = 0;
  const places = edits.map(({ start, end, text }) => {
    const at = start + shift;
    shift += text.length - (end - start);
    return { start, at, end: at + text.length, shift };
  });
  return (offset) => {
    const place = places[countFirst(places, ({ at }) => at < offset) - 1];
    if (place === undefined) return offset;
    return offset < place.end ? place.start : offset - place.shift;
  };
}
