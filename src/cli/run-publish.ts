import type { Input } from './command.ts';
import { findEnvironment } from './find-environment.ts';
import { writeOutput } from './pipeline/write-output.ts';
import { publishDist } from './publish-dist.ts';
import { checkStateBucket } from './read-outputs.ts';
import { runBuild } from './run-build.ts';
import type { ExitCode, Shell } from './shell.ts';

/** Builds the site and brings it to an environment that is deployed. */
export async function runPublish({ options, operands }: Input, shell: Shell): Promise<ExitCode> {
  const { environment, mistake } = await findEnvironment(shell.root, operands[0], 'publish');
  if (mistake !== undefined) {
    shell.warn(mistake);
    return 2;
  }
  const missing = checkStateBucket(shell.env);
  if (missing !== undefined) {
    shell.warn(missing);
    return 3;
  }
  const built = await runBuild({ options, operands: [] }, shell);
  if (built !== 0) return built;
  const published = await publishDist(environment, shell);
  // What a pipeline may go back from, when the smoke test fails.
  if (published.code === 0) await writeOutput(shell, 'published', String(published.isNew && published.canGoBack));
  return published.code;
}
