import { measureDistance } from '../check/resolve-keys.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceMap } from '../read/source-node.ts';
import { foldTag, listTagged, type Tag, type Versioning } from './read-versions.ts';

/** Notes wanted tags that no entry has, tags that are probably a slip of a wanted one, and entries that are on no page. */
export function noteTags(
  root: SourceMap,
  { tags, isInherited, versions }: Versioning,
  report: (diagnostic: Diagnostic) => void,
): void {
  const note = ({ path, start }: Tag, message: string) => report({ severity: 'note', path, start, message });
  const wanted = [...(tags ?? []), ...versions.flatMap((version) => version.tags)];
  const entries = listTagged(root);
  const had = entries.flatMap((entry) => entry.tags);
  const [wantedWords, hadWords] = [wanted, had].map((list) => new Set(list.map(({ text }) => foldTag(text))));
  for (const tag of isInherited ? wanted.slice(tags?.length ?? 0) : wanted) {
    if (hadWords?.has(foldTag(tag.text))) continue;
    const near = findNear(tag, had);
    const remedy =
      near === undefined ? 'write it under tags of the entries that are meant' : `did you mean ${quoteValue(near)}?`;
    note(tag, `No entry has the tag ${quoteValue(tag.text)}; ${remedy}${near === undefined ? '.' : ' Write that.'}`);
  }
  for (const entry of entries) {
    const unwanted = entry.tags.filter(({ text }) => !wantedWords?.has(foldTag(text)));
    const slips = unwanted.flatMap((tag) => {
      const near = findNear(tag, wanted);
      return near === undefined ? [] : [{ tag, near }];
    });
    for (const { tag, near } of slips)
      note(tag, `No version wants the tag ${quoteValue(tag.text)}; did you mean ${quoteValue(near)}? Write that.`);
    const [first] = entry.tags;
    if (tags !== undefined && first !== undefined && slips.length === 0 && unwanted.length === entry.tags.length)
      note(
        first,
        `No page wants the tag ${quoteValue(first.text)}, so this entry is on none; name it in meta.site.tags, or in a version.`,
      );
  }
}

function findNear({ text }: Tag, others: readonly Tag[]): string | undefined {
  const word = foldTag(text);
  const near = others
    .map((other) => ({ text: other.text, distance: measureDistance(foldTag(other.text), word) }))
    .filter(({ distance }) => distance > 0 && distance <= (word.length < 5 ? 1 : 2))
    .sort((one, two) => one.distance - two.distance);
  return near[0]?.text;
}
