import type { Answer } from './answer-file.ts';

/** Answers with the page of the statistics, or with what is in its way. */
export async function answerStats(makeStats: () => Promise<string>): Promise<Answer> {
  const [status, type, text] = await makeStats().then(
    (page) => [200, 'text/html', page] as const,
    (fault) => [500, 'text/plain', `The report could not be made. ${(fault as Error).message}\n`] as const,
  );
  return {
    status,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(text),
  };
}
