import type { ExitCode, Shell } from './shell.ts';

export type Option = {
  /** What its value is, in capitals; an option without a value has none. */
  readonly value?: string;
  /** The letter that does for its name: `o` for `-o`. */
  readonly short?: string;
  /** The only values that it may have. */
  readonly choices?: readonly string[];
  /** What it does, with its default. */
  readonly help: string;
};

export type Options = Readonly<Record<string, Option>>;

/** What was written for each option: one of its choices, a text, or `true` where it takes no value. */
export type OptionValues<Known extends Options> = {
  readonly [Name in keyof Known]?: Known[Name] extends { readonly choices: readonly (infer Choice)[] }
    ? Choice
    : Known[Name] extends { readonly value: string }
      ? string
      : true;
};

export type Input<Known extends Options = Options> = {
  readonly options: OptionValues<Known>;
  readonly operands: readonly string[];
};

/** A command: what `--help` says of it, and what it does. */
export type Command<Known extends Options = Options> = {
  /** One word, or two where it is a subcommand: `stats import`. */
  readonly name: string;
  /** What people call it elsewhere, for "Did you mean". */
  readonly otherNames: readonly string[];
  /** Who runs it, mostly. */
  readonly audience: 'people' | 'pipeline';
  /** One line for the overview. */
  readonly summary: string;
  /** Longer, for its own help. */
  readonly details: string;
  /** What stands after the name, in capitals; in brackets when it may be left out. */
  readonly operands: readonly string[];
  readonly options: Known;
  run(input: Input<Known>, shell: Shell): Promise<ExitCode>;
};

/**
 * Defines a command in one place, so that reading an option that it does not have, or comparing one with a choice that it does
 * not take, is an error of the compiler.
 *
 * @example
 * export const greet = defineCommand({
 *   name: 'greet', otherNames: [], audience: 'people', summary: 'Greets', details: 'Greets NAME.', operands: ['NAME'],
 *   options: { loud: { help: 'Greets in capitals.' } },
 *   async run({ options, operands }, shell) {
 *     shell.print(options.loud ? `HELLO ${operands[0]}` : `Hello ${operands[0]}`);
 *     return 0;
 *   },
 * });
 */
export function defineCommand<const Known extends Options>(command: Command<Known>): Command<Known> {
  return command;
}

/** Options that every command takes. */
export const commonOptions = {
  debug: { help: 'Shows where in the code something failed. Also: CLOUD_RESUME_DEBUG=1.' },
  help: { help: 'Shows this help.' },
} satisfies Options;

/** The option of every command that builds. */
export const resumeOption = {
  value: 'FILE',
  help: 'The résumé. Default: resume.yaml, resume.yml or resume.json in this folder.',
} satisfies Option;

/** The option of every command that changes the site. */
export const forceOption = {
  help: 'Goes on although someone else seems to be publishing. Only when you know that they are not.',
} satisfies Option;

/** What every command with an environment needs. */
export const accountHelp = `ENV is a folder of infrastructure/live, such as dev. STATE_S3_BUCKET names the state bucket, and AWS finds
your credentials in its usual places (AWS_PROFILE and so on).`;
