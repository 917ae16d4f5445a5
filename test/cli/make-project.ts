import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A valid résumé of two lines. */
export const jane = 'basics:\n  name: Jane Doe\n';

/** Makes a folder with these files, gone after the test. */
export async function makeProject(
  context: TestContext,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'project-'));
  context.after(() => rm(folder, { recursive: true, force: true, maxRetries: 20 }));
  for (const [path, body] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
  return folder;
}
