import { fileURLToPath } from 'node:url';
import { createSandbox, type StartTimer } from '#edge';

export type FunctionCall = {
  /** The code of a viewer function, which defines `handler`. */
  readonly code: string;
  readonly event: object;
};

/** What the function gave back, as plain data, or why it gave nothing. */
type FunctionRun =
  | { readonly result: unknown; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: string };

export type FunctionEnd = FunctionRun & { readonly printed: readonly string[] };

export type FunctionRunner = {
  run(call: FunctionCall): Promise<FunctionRun>;
  stop(): Promise<void>;
};

type FunctionRunnerOptions = {
  /** Takes what functions print. */
  readonly log: (text: string) => void;
  /** How long a call may take, in milliseconds. Default: 2000. */
  readonly timeoutMs?: number;
  /** Default: the machine's clock. */
  readonly startTimer?: StartTimer;
};

/** Creates a runner of viewer functions, in a thread of its own. */
export function createFunctionRunner({ log, timeoutMs = 2000, startTimer }: FunctionRunnerOptions): FunctionRunner {
  const bundle = fileURLToPath(new URL('./viewer-function-main.ts', import.meta.url));
  const sandbox = createSandbox({ bundle, env: {}, log, timeoutMs, startTimer });
  return {
    async run(call) {
      const { result } = await sandbox.invoke(call);
      if (result === undefined) return { error: 'It did not end in time.' };
      const { printed, ...run } = result as FunctionEnd;
      for (const text of printed) log(text);
      return run;
    },
    stop: sandbox.stop,
  };
}
