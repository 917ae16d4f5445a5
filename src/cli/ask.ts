/** Asks a question on the terminal; an answer that never comes, because the input ends, is an empty one. */
export async function ask(
  question: string,
  { stdin, stderr }: { readonly stdin: NodeJS.ReadableStream; readonly stderr: NodeJS.WritableStream },
): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
    return (await Promise.race([terminal.question(question), ended])).trim();
  } finally {
    terminal.close();
  }
}
