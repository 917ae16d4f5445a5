import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mergeDiff3 } from 'node-diff3';
import { placeFile, removeEmpty, UserError } from '#cli';
import { fillStarter, hashText, isOwn, type Lock, lockName, writeLock } from './lock.ts';
import { mergePackage } from './merge-package.ts';

/** What becomes of one file of the starter. */
export type Step = (
  | { readonly kind: 'same' | 'kept' | 'removed' | 'gone' | 'missed'; readonly path: string }
  | { readonly kind: 'replaced' | 'added' | 'merged' | 'conflict'; readonly path: string; readonly text: string }
) & {
  /** What the person should look at, in sentences. */
  readonly notes?: readonly string[];
};

type Starter = { readonly version: string; readonly files: ReadonlyMap<string, string> };

/**
 * Decides what becomes of each file between two versions of the starter: one that nobody touched is replaced; a touched one is
 * merged, three ways, and where both changed the same lines both stand there between the marks that Git uses. package.json is merged
 * by its keys. Throws a `UserError` where that is no JSON.
 */
export async function planUpgrade(
  lock: Lock,
  before: ReadonlyMap<string, string>,
  after: Starter,
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly Step[]> {
  const old = fillStarter(before, lock.words, lock.version);
  const fresh = fillStarter(after.files, lock.words, after.version);
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].filter((path) => !isOwn(path)).sort();
  const steps = await Promise.all(
    paths.map(async (path): Promise<Step> => {
      const [base, next, found] = [old.get(path), fresh.get(path), await read(path)];
      // Git on Windows may have made two characters of each end of a line, and nobody touched that.
      const mine = found?.replaceAll('\r\n', '\n');
      const ends = (text: string) => (mine === found ? text : text.replaceAll('\n', '\r\n'));
      const isTouched = mine !== undefined && hashText(mine) !== lock.files[path];
      if (next === undefined) {
        if (mine === undefined) return { kind: 'gone', path };
        return { kind: isTouched ? 'kept' : 'removed', path };
      }
      // Somebody deleted it: it stays deleted, unless the version is the first to have it.
      if (mine === undefined) {
        if (base === undefined) return { kind: 'added', path, text: next };
        // Whoever renamed it has to know that there is something new.
        return { kind: base === next ? 'gone' : 'missed', path };
      }
      if (mine === next) return { kind: 'same', path };
      if (!isTouched) return { kind: 'replaced', path, text: ends(next) };
      if (base === next) return { kind: 'same', path };
      const { conflict, text } = merge(mine, base ?? '', next, after.version);
      return { kind: conflict ? 'conflict' : 'merged', path, text: ends(text) };
    }),
  );
  return [...steps, ...(await planPackage(old.get(packageName), fresh.get(packageName), after.version, read))];
}

const packageName = 'package.json';

async function planPackage(
  base: string | undefined,
  next: string | undefined,
  version: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly Step[]> {
  if (base === undefined || next === undefined) return [];
  const mine = await read(packageName);
  if (mine === undefined) return [];
  const merged = mergePackage(mine, base, next, version);
  if (!merged) throw new UserError(`${packageName} is no JSON. Mend it, then run this again.`, 1);
  const { text, notes } = merged;
  return [{ path: packageName, ...(text === undefined ? { kind: 'same' } : { kind: 'merged', text }), notes }];
}

function merge(mine: string, base: string, next: string, version: string): { conflict: boolean; text: string } {
  const lines = (text: string) => text.split('\n');
  const { conflict, result } = mergeDiff3(lines(mine), lines(base), lines(next), {
    excludeFalseConflicts: true,
    label: { a: 'yours', o: 'before', b: `cloud-resume ${version}` },
  });
  return { conflict, text: result.join('\n') };
}

/** Carries an upgrade out and remembers it: a second one finds nothing to do. */
export async function applyUpgrade(root: string, lock: Lock, after: Starter, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    const path = join(root, step.path);
    const isWriting = 'text' in step;
    try {
      if (step.kind === 'removed') {
        await rm(path);
        // An empty folder in live/ would be an environment.
        await removeEmpty(root, dirname(step.path));
      }
      if (isWriting) await mkdir(dirname(path), { recursive: true });
      if (isWriting) await placeFile(path, step.text, (await stat(path).catch(() => undefined))?.mode);
    } catch (cause) {
      const remedy = 'Check that it is yours to write, then run this again: what is done already stays as it is.';
      throw new Error(`${step.path} cannot be ${isWriting ? 'written' : 'removed'}. ${remedy}`, { cause });
    }
  }
  const fresh = fillStarter(after.files, lock.words, after.version);
  await placeFile(join(root, lockName), writeLock(after.version, lock.words, fresh));
}
