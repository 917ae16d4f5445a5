import type { ExitCode } from './shell.ts';

/**
 * A person's mistake with a command. Its sentence is all that they need, the remedy included: it is thrown where the mistake
 * is found, and `runCommandLine`, which alone catches it, prints it as it is and ends with its code.
 *
 * @example throw new UserError('There is no environment "dve". Did you mean "dev"?', 2);
 */
export class UserError extends Error {
  /** 1: the résumé has mistakes · 2: the command was not understood · 3 (default): something failed or is missing. */
  readonly exitCode: Exclude<ExitCode, 0>;

  constructor(message: string, exitCode: Exclude<ExitCode, 0> = 3) {
    super(message);
    this.name = 'UserError';
    this.exitCode = exitCode;
  }
}
