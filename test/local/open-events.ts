import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';

type Said = {
  readonly title: string;
  readonly items: readonly { readonly place: string; readonly message: string }[];
};

export type PageState = {
  readonly build: string;
  readonly error?: Said;
  readonly notes?: Said;
};

type PageEvents = {
  /** The next state that the page is told. */
  next(): Promise<PageState>;
  /** The next one of which this is true; those before it are passed over. */
  until(isIt: (state: PageState) => boolean): Promise<PageState>;
  /** All that it was told so far. */
  readonly seen: readonly PageState[];
  close(): void;
};

/** Opens what an open page listens to. */
export async function openEvents(url: string): Promise<PageEvents> {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/.preview/events`, { agent: false }, resolve).on('error', reject);
  });
  const lines = createInterface({ input: reply })[Symbol.asyncIterator]();

  const seen: PageState[] = [];

  async function next(): Promise<PageState> {
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error('The events ended.');
      if (!value.startsWith('data: ')) continue;
      const state = JSON.parse(value.slice(6));
      seen.push(state);
      return state;
    }
  }

  return {
    next,
    async until(isIt) {
      for (;;) {
        const state = await next();
        if (isIt(state)) return state;
      }
    },
    seen,
    close: () => reply.destroy(),
  };
}
