import { createInterface } from 'node:readline/promises';

/** Asks a question on the terminal; an answer that never comes, because the input ends, is an empty one. */
export async function ask(
  question: string,
  { stdin, stderr }: { readonly stdin: NodeJS.ReadStream; readonly stderr: NodeJS.WriteStream },
): Promise<string> {
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return (await Promise.race([terminal.question(question), ended])).trim();
  } finally {
    terminal.close();
  }
}
