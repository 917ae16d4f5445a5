// Writes the parts of the documents that are made of the code: `npm run docs`.
import { writeFileSync } from 'node:fs';
import { renderDocuments } from './render-docs.ts';

for (const [path, text] of renderDocuments()) writeFileSync(path, text);
