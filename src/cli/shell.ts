/** What `--help` says of them: format-help.ts. */
export type ExitCode = 0 | 1 | 2 | 3;

/** How a text is to stand out; where there are no colors it does not. */
export type Style = 'good' | 'bad' | 'strong' | 'dim' | 'link';

/** Gives a text its colors. */
export type Paint = (style: Style, text: string) => string;

/** What a command has of the world around it. */
export type Shell = {
  /** The project's folder: résumé, `public/`, `dist/` and `.local/` are found here. */
  readonly root: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a person is watching the standard output. */
  readonly isTerminal: boolean;
  /** How many letters fit into a line of that terminal. Default: nobody knows. */
  readonly columns?: number | undefined;
  /** Whether one is watching the standard error output: what depends on the machine's speed is printed there alone. */
  readonly showsProgress: boolean;
  /** Prints lines to the standard output. */
  print(text: string): void;
  /** Prints lines to the standard error output. */
  warn(text: string): void;
  /** Colors a text for the standard output where that shows colors. */
  paint: Paint;
  /** The same for the standard error output. */
  paintWarning: Paint;
  /** Whether a person is there to answer. */
  readonly canAsk: boolean;
  /** Asks a person; what they wrote, without spaces around it. */
  ask(question: string): Promise<string>;
  /** Opens an address in the person's browser, if there is one. */
  open(url: string): void;
  /** Resolves when the process is asked to stop: Ctrl-C, SIGTERM, or its terminal is closed. */
  untilStopped(): Promise<void>;
};
