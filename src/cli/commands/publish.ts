import { buildDist } from '#build';
import { writeOutput } from '#github';
import { publishDist } from '#publish';
import { findEnvironment, requireStateBucket } from '#terragrunt';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';

/** Builds the site and brings it to an environment that is deployed. */
export async function runPublish({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const environment = await findEnvironment(shell.root, operands[0], 'publish');
  requireStateBucket(shell.env);
  await buildDist(shell, { resume: options.get('resume') });
  const published = await publishDist(environment, shell);
  // What a pipeline may go back from, when the smoke test fails.
  await writeOutput(shell, 'published', String(published.isNew && published.canGoBack));
  return 0;
}
