import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const templates = ['resume.typ', 'card.typ', 'icon.typ'];

/** Names what the press sets with, apart from its input: another name means that the same résumé may look different. */
export async function describePress(): Promise<string> {
  const texts = await Promise.all(templates.map((name) => readFile(new URL(name, import.meta.url))));
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}
