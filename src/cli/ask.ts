import { UserError } from './user-error.ts';

/**
 * Asks a question on the terminal; an answer that never comes, because the input ends, is an empty one. Throws a `UserError` where
 * Ctrl-C is the answer: the terminal tells nobody else of it.
 */
export async function ask(
  question: string,
  { stdin, stderr }: { readonly stdin: NodeJS.ReadableStream; readonly stderr: NodeJS.WritableStream },
): Promise<string> {
  // It would say nothing more, not even that it has ended.
  if (!stdin.readable) return '';
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: stdin, output: stderr });
  try {
    const ended = new Promise<undefined>((resolve) => terminal.once('close', () => resolve(undefined)));
    const stopped = new Promise<never>((_, reject) =>
      terminal.once('SIGINT', () => {
        stderr.write('\n');
        reject(new UserError('Stopped. Nothing more was done.'));
      }),
    );
    const answer = await Promise.race([terminal.question(question), ended, stopped]);
    // Or what is printed next would stand behind the question.
    if (answer === undefined) stderr.write('\n');
    return (answer ?? '').trim();
  } finally {
    terminal.close();
  }
}
