import type { Diagnostic } from '../diagnostic.ts';
import { listNear } from '../measure-distance.ts';
import { quoteValue } from '../quote-value.ts';
import type { SourceMap } from '../read/source-node.ts';
import { foldTag, listTagged, type Tag, type Versioning } from './read-versions.ts';

// Whoever has more that fit nowhere learns of the nearest when these are right.
const maxSearches = 50;

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
  const [wantedWords, hadWords] = [indexWords(wanted), indexWords(had)];
  let searches = maxSearches;
  const findNear = (tag: Tag, words: Words) => {
    searches -= 1;
    return searches < 0 ? undefined : findNearWord(foldTag(tag.text), words);
  };
  for (const tag of isInherited ? wanted.slice(tags?.length ?? 0) : wanted) {
    if (hadWords.has(foldTag(tag.text))) continue;
    const near = findNear(tag, hadWords);
    const remedy =
      near === undefined ? 'write it under tags of the entries that are meant' : `did you mean ${quoteValue(near)}?`;
    note(tag, `No entry has the tag ${quoteValue(tag.text)}; ${remedy}${near === undefined ? '.' : ' Write that.'}`);
  }
  for (const entry of entries) {
    const unwanted = entry.tags.filter(({ text }) => !wantedWords.has(foldTag(text)));
    const slips = unwanted.flatMap((tag) => {
      const near = findNear(tag, wantedWords);
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

/** Tags in the form of `foldTag`, each as it was written first. */
type Words = ReadonlyMap<string, string>;

function indexWords(tags: readonly Tag[]): Words {
  return new Map(tags.toReversed().map(({ text }) => [foldTag(text), text]));
}

function findNearWord(word: string, words: Words): string | undefined {
  const [near] = listNear(word, words, ([other]) => other, word.length < 5 ? 1 : 2);
  return near?.item[1];
}
