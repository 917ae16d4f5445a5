import type { DynamoStoreOptions } from '#counter';
import type { TableReply, TableRequest } from './create-table.ts';
import type { World } from './run-world.ts';

/** What becomes of a request: when it arrives and its reply does, in milliseconds; undefined is never. */
export type Fate = {
  readonly arrivesMs: number | undefined;
  readonly repliesMs: number | undefined;
  /** Whether a lost connection is noticed, rather than nothing more heard. */
  readonly isNoticed?: boolean;
  /** Answered in the place of the table. */
  readonly refusal?: TableReply;
};

/** The headers of a request, by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

type NetworkOptions = {
  readonly world: Pick<World, 'after'>;
  readonly answer: (request: TableRequest, headers: Headers) => TableReply;
  readonly chooseFate: () => Fate;
  /** Whether whoever sends has been stopped for good: nothing more leaves or reaches it. */
  readonly isStopped?: () => boolean;
};

/** Creates what stands in for `node:https` between a function and its table. */
export function createNetwork(options: NetworkOptions): DynamoStoreOptions['http'] {
  const { world, answer, chooseFate, isStopped = () => false } = options;

  type Hear = (event: 'response' | 'error', what: unknown) => void;
  function send(body: string, headers: Headers, signal: AbortSignal, hear: Hear): void {
    if (isStopped()) return;
    let isOver = false;
    const abort = () => finish('error', Object.assign(new Error('aborted'), { code: 'ABORT_ERR' }));
    const finish = (event: 'response' | 'error', what: unknown) => {
      if (isOver || isStopped()) return;
      isOver = true;
      signal.removeEventListener('abort', abort);
      hear(event, what);
    };
    signal.addEventListener('abort', abort);
    const { arrivesMs, repliesMs, isNoticed, refusal } = chooseFate();
    const lose = () => {
      if (isNoticed) finish('error', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    };
    if (arrivesMs === undefined) return void world.after(5, lose);
    world.after(arrivesMs, () => {
      const request: TableRequest = JSON.parse(body);
      const reply = refusal ?? refuse(request, headers) ?? answer(request, headers);
      if (repliesMs === undefined) return void world.after(5, lose);
      world.after(repliesMs, () => finish('response', createMessage(reply)));
    });
  }

  const http = {
    Agent: class {
      destroy(): void {}
    },
    request(_url: URL, { signal, headers }: { signal: AbortSignal; headers: Headers }) {
      const listeners = new Map<string, (what: unknown) => void>();
      const request = {
        on(event: string, listener: (what: unknown) => void) {
          listeners.set(event, listener);
          return request;
        },
        end: (body: string) => send(body, headers, signal, (event, what) => listeners.get(event)?.(what)),
      };
      return request;
    },
  };
  return http as unknown as DynamoStoreOptions['http'];
}

/** Creates what answers each request as soon as it comes, in the real world's time. */
export function connectDirectly(answer: NetworkOptions['answer']): DynamoStoreOptions['http'] {
  const after = (_ms: number, happen: () => void) => {
    setImmediate(happen);
    return () => {};
  };
  return createNetwork({
    world: { after },
    answer,
    chooseFate: () => ({ arrivesMs: 0, repliesMs: 0 }),
  });
}

/** Refuses what DynamoDB would not understand. */
function refuse({ UpdateExpression }: TableRequest, headers: Headers): TableReply | undefined {
  const action = UpdateExpression === undefined ? 'GetItem' : 'UpdateItem';
  const isUnderstood =
    headers['content-type'] === 'application/x-amz-json-1.0' &&
    headers['x-amz-target'] === `DynamoDB_20120810.${action}` &&
    headers.authorization?.startsWith('AWS4-HMAC-SHA256 ');
  if (isUnderstood) return undefined;
  return { status: 400, body: '{"__type":"com.amazon.coral.service#UnrecognizedClientException"}' };
}

function createMessage({ status, body }: TableReply) {
  const message = { statusCode: status, setEncoding: () => message, toArray: async () => [body] };
  return message;
}
