import { readFileSync } from 'node:fs';
import { walls } from './walls.ts';

// What docs say that the code knows already. `npm run docs` writes it, docs.test.ts holds it.

/** The documents with a part that is made of the code, as they have to be. */
export function renderDocuments(): ReadonlyMap<string, string> {
  const architecture = readFileSync('docs/architecture.md', 'utf8');
  const decisions = readFileSync('docs/decisions.md', 'utf8');
  return new Map([
    ['docs/architecture.md', fillMark(fillMark(architecture, 'rooms', renderRooms()), 'picture', renderPicture())],
    ['docs/decisions.md', fillMark(decisions, 'list', listDecisions(decisions))],
  ]);
}

/** Replaces what stands between two marks of a document. */
function fillMark(document: string, mark: string, text: string): string {
  const [start, end] = [`<!-- ${mark} -->`, `<!-- /${mark} -->`];
  const [before, rest] = document.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`The document has no ${start} … ${end}.`);
  return `${before}${start}\n${text}\n${end}${after}`;
}

/** Every room with what it knows, may import and may touch. */
function renderRooms(): string {
  const rows = Object.entries(walls).map(([room, { knows, rooms, packages, globals }]) => {
    const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(' ') || '–';
    const own = packages.filter((name) => !name.startsWith('node:'));
    const touches = [...globals, ...packages.filter((name) => name.startsWith('node:')).map((name) => name.slice(5))];
    return `| \`${room}\` | ${knows} | ${list(rooms)} | ${list(own)} | ${list(touches)} |`;
  });
  return [
    '| room | what it knows | rooms | packages | of Node and the browser |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Who imports whom; an arrow that a longer way says already is left out. */
function renderPicture(): string {
  const reach = (room: string, seen = new Set<string>()): ReadonlySet<string> => {
    for (const next of walls[room]?.rooms ?? []) {
      if (!seen.has(next)) reach(next, seen.add(next));
    }
    return seen;
  };
  const id = (room: string) => room.replace('/', '_').replace('.', '_');
  const arrows = Object.entries(walls).flatMap(([room, { rooms }]) =>
    rooms
      .filter((one) => !rooms.some((other) => other !== one && reach(other).has(one)))
      .map((one) => `  ${id(room)} --> ${id(one)}`),
  );
  const names = Object.keys(walls).map((room) => `  ${id(room)}["${room}"]`);
  return ['```mermaid', 'flowchart TD', ...names, ...arrows, '```'].join('\n');
}

/** The sections of docs/decisions.md with the titles of their paragraphs. */
function listDecisions(document: string): string {
  return document
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [name = ''] = section.split('\n', 1);
      const anchor = name
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-');
      const titles = [...section.matchAll(/^\*\*([^*]+?)\.?\*\*/gm)].map(([, title]) => title?.replace('\n', ' '));
      return `- [${name}](#${anchor}): ${titles.join('; ')}`;
    })
    .join('\n');
}
