import type { Reply } from './create-sender.ts';

/** What DynamoDB keeps under one key, by the names of the attributes. */
export type Item = Readonly<
  Record<string, { readonly N?: string; readonly S?: string; readonly SS?: readonly string[] }>
>;

/**
 * Reads the item out of DynamoDB's reply; an item that does not exist is empty.
 *
 * Throws an Error whose name is DynamoDB's own (`ResourceNotFoundException`), or a SyntaxError when somebody else replied.
 */
export function readReply([status, body]: Reply): Item {
  const { __type: type, Attributes, Item: item = {}, message } = JSON.parse(body);
  if (status === 200) return Attributes ?? item;
  // The further lines can repeat the request's headers, the session token among them, and messages end up in a log.
  const error = new Error(`Status ${status}: ${`${message}`.split('\n', 1)}`);
  throw Object.assign(error, { name: `${type}`.replace(/.*#/, '') });
}
