import { writeFile } from 'node:fs/promises';
import { createJsonSchema } from '#resume';

/** Writes `resume.schema.json` from the room's own description: `node test/resume/write-schema.ts`. */
await writeFile(
  new URL('../../resume.schema.json', import.meta.url),
  `${JSON.stringify(createJsonSchema(), undefined, 2)}\n`,
);
