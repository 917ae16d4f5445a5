import { nameError } from './name-error.ts';

/**
 * Reads the new total out of DynamoDB's reply to an update.
 *
 * Throws an Error whose name is DynamoDB's own (`ResourceNotFoundException`), or `UnreadableReply` when somebody else
 * replied or the count is no whole number.
 */
export function readReply({ status, body }: { readonly status: number; readonly body: string }): number {
  const reply = parseObject(body);
  if (status !== 200) {
    throw nameError(
      typeof reply?.__type === 'string' ? reply.__type.replace(/^.*#/, '') : 'UnreadableReply',
      `Status ${status}: ${takeFirstLine(reply?.message ?? reply?.Message)}`,
    );
  }
  const text = (reply as UpdateReply | undefined)?.Attributes?.count?.N;
  const total = Number(text);
  if (typeof text !== 'string' || !/^\d+$/.test(text) || !Number.isSafeInteger(total)) {
    throw nameError('UnreadableReply', 'Status 200, but the reply holds no whole number as the new count.');
  }
  return total;
}

type UpdateReply = { readonly Attributes?: { readonly count?: { readonly N?: unknown } } };

function parseObject(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The further lines can repeat the request's headers, the session token among them, and messages end up in a log. */
function takeFirstLine(message: unknown): string {
  return typeof message === 'string' ? (message.split('\n', 1)[0]?.slice(0, 300) ?? '') : 'no message';
}
