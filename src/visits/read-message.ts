/** What the page says of a visit. */
export type Message = {
  /** Eight characters of base64url: the same when the page sends the visit again. */
  readonly id: string;
  /** The host that the visitor came from, as the browser says it. Default: empty. */
  readonly r: string;
  /** Whether the page was only loaded again, so that this is no new visit. Default: false. */
  readonly again: boolean;
};

const maxMessageLength = 512;

/** Reads the page's message, `{"id": "kQ9-fT0_", "r": "www.example.com", "again": false}`; undefined when it is not one. */
export function readMessage(body: string): Message | undefined {
  if (body.length > maxMessageLength) return undefined;
  try {
    const { id, r = '', again = false, ...others } = JSON.parse(body);
    const types = `${typeof id} ${typeof r} ${typeof again}`;
    const isMessage = types === 'string string boolean' && /^[\w-]{8}$/.test(id) && !Object.keys(others).length;
    return isMessage ? { id, r, again } : undefined;
  } catch {
    return undefined;
  }
}
