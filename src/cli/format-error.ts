/** The sentence of an error and those of its causes, one a line; with `debug` also where in the code it happened. */
export function formatError(error: unknown, { debug }: { readonly debug: boolean }): string {
  const lines: string[] = [];
  // Causes could go round in a circle.
  for (let cause = error, depth = 0; cause !== undefined && cause !== null && depth < 10; depth += 1) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const text = debug && cause instanceof Error ? (cause.stack ?? message) : message;
    if (depth === 0 || text !== '') lines.push(depth === 0 ? text : `Because: ${text}`);
    cause = cause instanceof Error ? cause.cause : undefined;
  }
  if (!debug) lines.push('(--debug shows where in the code.)');
  return lines.join('\n');
}
