import { createPart, type Part } from './part.ts';

// What RenderCV's own entries say of themselves.
const entryKeys =
  'company position institution area degree title authors journal name label details bullet number reversed_number start_date end_date date highlights summary'.split(
    ' ',
  );

/** The entries of a section. RenderCV wants a list; a group in its place is one entry, or entries by their names. */
export function listEntries(section: Part): readonly Part[] {
  if (section.kind !== 'map') return section.items();
  if (section.at(...entryKeys).holds) return [section];
  return section.keys.flatMap((name) => {
    const value = section.at(name);
    return value.holds ? [nameEntry(name, value)] : [];
  });
}

/** An entry that has its name as the key before it, and all else behind that: in a group, or as a text. */
function nameEntry(name: string, value: Part): Part {
  const isName = (keys: readonly string[]) => keys.includes('name');
  if (value.kind === 'map')
    return { ...value, text: (...keys) => value.text(...keys) ?? (isName(keys) ? name : undefined) };
  let isTaken = false;
  return {
    ...createPart(undefined, value.path),
    kind: 'map',
    holds: true,
    text(...keys) {
      if (isName(keys)) return name;
      if (isTaken || !(keys.includes('details') || keys.includes('summary'))) return undefined;
      isTaken = true;
      return value.text();
    },
  };
}
