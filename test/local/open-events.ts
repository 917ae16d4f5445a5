import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';

export type PageEvents = {
  /** The next state that the page is told; rejects after 10 s without one. */
  next(): Promise<{
    readonly build: string;
    readonly trouble?: {
      readonly title: string;
      readonly items: readonly { readonly place: string; readonly message: string }[];
    };
  }>;
  close(): void;
};

/** Opens what an open page listens to. */
export async function openEvents(url: string): Promise<PageEvents> {
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${url}/.preview/events`, { agent: false }, resolve).on('error', reject);
  });
  const lines = createInterface({ input: reply })[Symbol.asyncIterator]();
  return {
    async next() {
      const deadline = setTimeout(() => reply.destroy(new Error('No event came within 10 s.')), 10_000);
      try {
        for (;;) {
          const { value, done } = await lines.next();
          if (done) throw new Error('The events ended.');
          if (value.startsWith('data: ')) return JSON.parse(value.slice(6));
        }
      } finally {
        clearTimeout(deadline);
      }
    },
    close: () => reply.destroy(),
  };
}
