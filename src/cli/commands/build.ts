import { buildDist } from '#build';
import type { Input } from '../command.ts';
import type { ExitCode, Shell } from '../shell.ts';

export async function runBuild({ options }: Input, shell: Shell): Promise<ExitCode> {
  await buildDist(shell, { resume: options.get('resume'), out: options.get('out') });
  return 0;
}
