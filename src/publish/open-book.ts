import type { Bucket } from '#aws';
import { bookKey, emptyBook, formatBook, parseBook, type ReleaseBook } from './release-book.ts';

/** The bucket's book, and the way to change it. */
export type OpenBook = {
  readonly book: ReleaseBook;
  /** Writes the next state; rejects when somebody else has written since. */
  write(next: ReleaseBook): Promise<void>;
};

/** Opens the book of a bucket; an empty one when nothing has been published. */
export async function openBook(bucket: Bucket): Promise<OpenBook> {
  const found = await bucket.read(bookKey);
  const book = found ? parseBook(found.text) : emptyBook;
  if (!book) {
    throw new Error(
      `${bookKey} in the bucket ${bucket.name} is none that cloud-resume wrote, so nothing was changed. Restore its earlier version in S3, or delete it to begin anew without earlier releases.`,
    );
  }
  let mark = found?.mark;
  return {
    book,
    async write(next) {
      const text = formatBook(next);
      const written = (await bucket.replace(bookKey, text, mark)) ?? (await findOwn(bucket, text));
      if (!written) {
        throw new Error(
          `Somebody else publishes to the bucket ${bucket.name} at the same time. Wait until that is done, then run this again.`,
        );
      }
      mark = written.mark;
    },
  };
}

// A reply that was lost on the way makes a second attempt, which finds the text of the first.
async function findOwn(bucket: Bucket, text: string): Promise<{ readonly mark: string } | undefined> {
  const found = await bucket.read(bookKey);
  return found?.text === text ? found : undefined;
}
