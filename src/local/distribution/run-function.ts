import { createContext, Script } from 'node:vm';

export type FunctionRun =
  | { readonly result: unknown; readonly fault?: undefined }
  | { readonly result?: undefined; readonly fault: string };

/**
 * Runs the code of a viewer function, which defines `handler`, with an event; the result is plain data. The code has the
 * language alone, no network, no files and no timers, as on CloudFront, and `log` takes what it prints. After `timeoutMs` it is
 * ended. This keeps honest code to CloudFront's rules; it is no fence against hostile code.
 */
export function runFunction(
  code: string,
  event: object,
  { log, timeoutMs = 500 }: { readonly log: (text: string) => void; readonly timeoutMs?: number },
): FunctionRun {
  const state: Record<'event' | 'result' | 'fault' | 'console', unknown> = {
    event: JSON.stringify(event),
    result: undefined,
    fault: undefined,
    console: { log: (...words: readonly unknown[]) => log(words.map(String).join(' ')) },
  };
  // In a function, so that no name of the code's own meets one of ours.
  const call = `(async ({ event }) => {
    const load = () => { ${code}
      return handler; };
    return JSON.stringify(await load()(JSON.parse(event)));
  })(globalThis).then((result) => { globalThis.result = result; }, (fault) => { globalThis.fault = String(fault); });`;
  try {
    // In this mode what the code awaits counts as its time too.
    const context = createContext(state, {
      microtaskMode: 'afterEvaluate',
      codeGeneration: { strings: false, wasm: false },
    });
    new Script(call, { filename: 'viewer-function.js' }).runInContext(context, { timeout: timeoutMs });
  } catch (fault) {
    return { fault: String(fault) };
  }
  const { result, fault = 'It gave no result.' } = state;
  return typeof result === 'string' ? { result: JSON.parse(result) } : { fault: String(fault) };
}
