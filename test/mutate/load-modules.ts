// Loads the modules of the sandbox, and with a mutant switched on those again that it can act upon.
import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = pathToFileURL(`${process.cwd()}/`).href;
const api = new URL('test-api.ts', import.meta.url).href;
const sources = new Map<string, string>();
let anew: ReadonlySet<string> = new Set();

/** Which files import a file. */
export const importers = new Map<string, Set<string>>();

/** Loads a file; with a mutant, these files of all that it imports are loaded for this mutant alone. */
export async function loadFile(file: string, mutant?: number, files: ReadonlySet<string> = new Set()): Promise<void> {
  anew = files;
  await import(`${root}${file}${mutant === undefined ? '' : `?mutant=${mutant}`}`);
}

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'node:test') return { url: api, shortCircuit: true };
    const found = next(specifier, context);
    const url = new URL(found.url);
    const file = getFile(url);
    if (file === undefined || context.parentURL === undefined) return found;
    const parent = new URL(context.parentURL);
    importers.set(file, (importers.get(file) ?? new Set()).add(getFile(parent) ?? ''));
    const mutant = parent.searchParams.get('mutant');
    if (mutant === null || !anew.has(file)) return found;
    url.searchParams.set('mutant', mutant);
    return { ...found, url: url.href };
  },
  load(url, context, next) {
    const file = getFile(new URL(url));
    if (file === undefined) return next(url, context);
    const source = sources.get(file) ?? prepareSource(file);
    sources.set(file, source);
    return { format: 'module', source, shortCircuit: true };
  },
});

/** The path of a TypeScript file in the sandbox. */
function getFile({ protocol, href, pathname }: URL): string | undefined {
  const isOwn = protocol === 'file:' && href.startsWith(root) && pathname.endsWith('.ts');
  return isOwn && !pathname.includes('/node_modules/') && !pathname.includes('/test/mutate/')
    ? href.slice(root.length).replace(/[?#].*/, '')
    : undefined;
}

function prepareSource(file: string): string {
  const source = stripTypeScriptTypes(readFileSync(fileURLToPath(root + file), 'utf8'));
  // What a file of `test/` prepares is for the test file that loads it.
  const isTest = file.endsWith('.test.ts') || file.startsWith('test/');
  return isTest ? source : `__mutants__.enter();${source}\n__mutants__.leave();`;
}
