import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Shell } from '#cli';

/** Hands a value on to later steps and jobs of a workflow; elsewhere it does nothing. */
export async function writeOutput({ env }: Pick<Shell, 'env'>, name: string, value: string): Promise<void> {
  if (!env.GITHUB_OUTPUT) return;
  // Nobody can write this line into the value to begin an output of their own.
  const end = randomUUID();
  await appendFile(env.GITHUB_OUTPUT, `${name}<<${end}\n${value}\n${end}\n`);
}
