// Takes lib/ away once it is packed: the repository runs from its sources.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

rmSync(fileURLToPath(new URL('../lib', import.meta.url)), { recursive: true, force: true });
