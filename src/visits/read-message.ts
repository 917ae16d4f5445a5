/** What the page says of a visit. */
export type Message = {
  /** Eight characters of base64url: the same when the page sends the visit again. */
  readonly id: string;
  /** The host that the visitor came from, as the browser says it. Default: empty. */
  readonly r: string;
  /** The path of the page. Default: `/`, the main one. */
  readonly p: string;
  /** Whether the page was only loaded again, so that this is no new visit. Default: false. */
  readonly again: boolean;
};

const maxMessageLength = 512;

/**
 * Reads the page's message, `{"id": "kQ9-fT0_", "r": "www.example.com", "p": "/de/", "again": false}`, of which all but the id may
 * be left out; undefined when it is not one.
 */
export function readMessage(body: string): Message | undefined {
  if (body.length > maxMessageLength) return undefined;
  try {
    const message = { r: '', p: '/', again: false, ...JSON.parse(body) };
    // What is not among the first three comes behind them: the id and nothing else.
    const types = Object.values(message).map((value) => typeof value);
    return `${types}` === 'string,string,boolean,string' && /^[\w-]{8}$/.test(message.id) ? message : undefined;
  } catch {
    return undefined;
  }
}
