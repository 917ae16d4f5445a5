import type { Shell } from '#cli';

/** A shell that keeps what is printed: painted text stands between the style's name and `>`, as in `<good Published>`. */
export type TestShell = Shell & { readonly printed: string[]; readonly warned: string[] };

/** Makes a shell for what needs no terminal. */
export function createShell(root: string, env: Shell['env']): TestShell {
  const [printed, warned]: [string[], string[]] = [[], []];
  const refuse = () => {
    throw new Error('Nobody is there.');
  };
  return {
    root,
    env,
    isTerminal: false,
    showsProgress: false,
    print: (text) => printed.push(text),
    warn: (text) => warned.push(text),
    paint: (style, text) => `<${style} ${text}>`,
    paintWarning: (style, text) => `<${style} ${text}>`,
    canAsk: false,
    ask: refuse,
    open: refuse,
    untilStopped: refuse,
    printed,
    warned,
  };
}
