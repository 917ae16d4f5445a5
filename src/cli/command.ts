import type { ExitCode, Shell } from './shell.ts';

export type Option = {
  /** What its value is, in capitals; an option without a value has none. */
  readonly value?: string;
  /** The only values that it may have. */
  readonly choices?: readonly string[];
  /** What it does, with its default. */
  readonly help: string;
};

export type Input = {
  /** By name, without the dashes; an option without a value is `''`. */
  readonly options: ReadonlyMap<string, string>;
  readonly operands: readonly string[];
};

/** A command as `--help` shows it; what it does is loaded when somebody runs it. */
export type Command = {
  readonly name: string;
  /** What people call it elsewhere, for "did you mean". */
  readonly otherNames: readonly string[];
  readonly summary: string;
  /** Longer, for its own help. */
  readonly details: string;
  /** What stands after the name, in capitals; in brackets when it may be left out. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  load(): Promise<(input: Input, shell: Shell) => Promise<ExitCode>>;
};

/** Options that every command takes. */
export const commonOptions: Readonly<Record<string, Option>> = {
  debug: { help: 'Shows where in the code something failed. Also: CLOUD_RESUME_DEBUG=1.' },
  help: { help: 'Shows this help.' },
};
