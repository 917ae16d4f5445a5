import type { ExitCode } from './shell.ts';

/** An error whose text is all that a person needs: `cli.ts` prints it as it is and ends with its code. */
export type Refusal = Error & { readonly exitCode: ExitCode };

/** Ends a command with a sentence and a code: 2 when it was used wrongly, 3 when something is missing. */
export function refuse(exitCode: ExitCode, message: string): never {
  throw Object.assign(new Error(message), { exitCode });
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'exitCode' in error;
}
