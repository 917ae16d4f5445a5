import { type Context, note } from '../check/context.ts';
import { renameKey } from '../check/edit-text.ts';
import { explainRenamed, explainSlip } from '../check/explain.ts';
import { listNear } from '../measure-distance.ts';
import { quoteValue } from '../quote-value.ts';
import { foldTag, type Tag, type TaggedEntry, type Versioning } from './read-versions.ts';

// Whoever has more that fit nowhere learns of the nearest when these are right.
const maxSearches = 50;

/** Notes wanted tags that no entry has, tags that are probably a slip of a wanted one, and entries that are on no page. */
export function noteTags(
  entries: readonly TaggedEntry[],
  { tags, isInherited, versions }: Versioning,
  context: Pick<Context, 'text' | 'format' | 'report'>,
): void {
  const noteTag = (tag: Tag, message: string) => note(tag, tag.path, message, context);
  const wanted = [...(tags ?? []), ...versions.flatMap((version) => version.tags)];
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
    noteTag(tag, `No entry has the tag ${quoteValue(tag.text)}; ${remedy}${near === undefined ? '.' : ' Write that.'}`);
  }
  for (const entry of entries) {
    noteKeys(entry, context);
    const unwanted = entry.tags.filter(({ text }) => !wantedWords.has(foldTag(text)));
    const slips = unwanted.flatMap((tag) => {
      const near = findNear(tag, wantedWords);
      return near === undefined ? [] : [{ tag, near }];
    });
    for (const { tag, near } of slips)
      noteTag(tag, `No version wants the tag ${quoteValue(tag.text)}; did you mean ${quoteValue(near)}? Write that.`);
    const [first] = entry.tags;
    if (tags !== undefined && first !== undefined && slips.length === 0 && unwanted.length === entry.tags.length)
      noteTag(
        first,
        `No page wants the tag ${quoteValue(first.text)}, so this entry is on none; name it in meta.site.tags, or in a version.`,
      );
  }
}

/** Notes keys such as `Tags` and `tag`. */
function noteKeys({ written }: TaggedEntry, context: Pick<Context, 'text' | 'format' | 'report'>): void {
  for (const { key, value, path } of written) {
    if (key.value === 'tags') continue;
    const edits = [renameKey(context, { key, value }, 'tags')];
    const fix = written.length === 1 ? { edits, done: explainRenamed(key.value, 'tags') } : undefined;
    note(key, path, explainSlip(key.value, 'tags'), context, fix);
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
