/** What publishing needs of a bucket; `createBucket` makes one of S3. */
export type Bucket = {
  readonly name: string;
  /** The marks of all contents by key: what is copied keeps its mark, and another content has another. */
  list(): Promise<ReadonlyMap<string, string>>;
  /** A text and its mark; nothing when there is none. */
  read(key: string): Promise<{ readonly text: string; readonly mark: string } | undefined>;
  /** Writes a text if the one there still has this mark, or if there is none; nothing when somebody else was quicker. */
  replace(key: string, text: string, mark: string | undefined): Promise<{ readonly mark: string } | undefined>;
  /** Stores a content; rejects when it arrives as another than its SHA-256, in hexadecimal, says. */
  store(key: string, body: Uint8Array, sha256: string): Promise<void>;
  /** Copies a content and gives it these headers. */
  copy(from: string, to: string, headers: { readonly type: string; readonly cache: string }): Promise<void>;
  remove(key: string): Promise<void>;
};
