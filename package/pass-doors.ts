// A door names everything in its room, and esbuild loads all that a module names: through the doors, a command would load the whole
// house. In the package each import leads to the very file that has what is imported.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listNames } from './list-names.ts';

/** The file in which each name of a room is. */
type Door = ReadonlyMap<string, string>;

/** Creates what leads the imports of a module past the doors; `doors` are the files of the doors, by name. */
export function createPass(doors: Readonly<Record<string, string>>): (code: string) => string {
  const rooms = new Map(Object.entries(doors).map(([name, path]) => [name, readDoor(path)]));
  const find = (room: string, name: string): string => {
    const file = rooms.get(room)?.get(name);
    if (file === undefined) throw new Error(`${room} exports no ${name} by name. Export it from its file in index.ts.`);
    return JSON.stringify(file);
  };
  return (code) =>
    code
      .replace(/^import \{([^}]*)\} from '(#\w+)';/gm, (_, names: string, room: string) =>
        listNames(names)
          .map((name) => `import { ${name} } from ${find(room, name.split(' as ')[0] ?? '')};`)
          .join(' '),
      )
      .replace(
        /const \{ (\w+) \} = await import\('(#\w+)'\)/g,
        (_, name: string, room: string) => `const { ${name} } = await import(${find(room, name)})`,
      );
}

function readDoor(path: string): Door {
  const lines = readFileSync(path, 'utf8').matchAll(/^export \{([^}]*)\} from '(.+)';/gm);
  return new Map(
    [...lines].flatMap(([, names = '', file = '']) =>
      listNames(names).map((name) => [name, join(dirname(path), file)]),
    ),
  );
}
