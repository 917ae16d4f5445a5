import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { parseJson, printable, readOrdinaryFile, type Shell, UserError } from '#cli';

/** The pull request for which a workflow runs. */
type PullEvent = { readonly number: number /** Its last commit. */; readonly commit: string };

/** Reads what a workflow runs for; nothing when that is no pull request. */
export async function readPullEvent({ env }: Pick<Shell, 'env'>): Promise<PullEvent | undefined> {
  if (!env.GITHUB_EVENT_PATH) return undefined;
  const remedy = 'GITHUB_EVENT_PATH names it, which GitHub sets. Elsewhere unset it.';
  const file = { path: env.GITHUB_EVENT_PATH, name: env.GITHUB_EVENT_PATH, maxBytes: 30_000_000, remedy };
  const event = parseJson((await readOrdinaryFile(file)).toString('utf8')) as SentEvent | null | undefined;
  const { pull_request: pull } = event ?? {};
  if (!pull) return undefined;
  const { number, head } = pull;
  if (typeof number === 'number' && typeof head?.sha === 'string') return { number, commit: head.sha };
  throw new UserError(`${printable(file.name)} is not the event of a pull request. ${remedy}`);
}

type SentEvent = { readonly pull_request?: { readonly number?: unknown; readonly head?: { readonly sha?: unknown } } };

/** Hands a value on to later steps and jobs of a workflow; elsewhere it does nothing. */
export async function writeOutput({ env }: Pick<Shell, 'env'>, name: string, value: string): Promise<void> {
  if (!env.GITHUB_OUTPUT) return;
  // Nobody can write this line into the value to begin an output of their own.
  const end = randomUUID();
  await appendFile(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}
