// Runs in a sandbox's own thread: gives a viewer function the language alone, no network, no files and no timers, as CloudFront
// does. That keeps honest code to CloudFront's rules; it does not stop hostile code.
import { createContext, Script } from 'node:vm';
import type { FunctionCall, FunctionEnd } from './create-function-runner.ts';

export async function handler({ code, event }: FunctionCall): Promise<FunctionEnd> {
  const printed: string[] = [];
  const log = (...words: readonly unknown[]) => printed.push(words.map(String).join(' '));
  // In a function, so that no name of the code's own meets one of ours.
  const call = `(async ({ event }) => {
    const load = () => { ${code}
      return handler; };
    return JSON.stringify(await load()(JSON.parse(event)));
  })(globalThis)`;
  try {
    const state = { event: JSON.stringify(event), console: { log } };
    const context = createContext(state, { codeGeneration: { strings: false, wasm: false } });
    const result = await new Script(call, { filename: 'viewer-function.js' }).runInContext(context);
    return result === undefined ? { error: 'It returned nothing.', printed } : { result: JSON.parse(result), printed };
  } catch (error) {
    return { error: String(error), printed };
  }
}
