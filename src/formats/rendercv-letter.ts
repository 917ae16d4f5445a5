import type { Part } from './part.ts';

const titlePattern =
  /^(?:(?:cover|motivation(?:al)?|application)[ -]?letter|letter of (?:motivation|application|intent|interest)|(?:bewerbungs|motivations)?(?:an)?schreiben|lettre (?:de motivation|d['’]accompagnement)|carta de (?:presentaci[oó]n|motivaci[oó]n|apresenta[cç][aã]o|motiva[cç][aã]o)|lettera di (?:presentazione|motivazione|accompagnamento)|(?:motivatie|sollicitatie)brief|list motywacyjny|personligt brev|motivasjonsbrev|ans[oø]gning|求职信|自荐信|カバーレター|자기소개서)$/;

/** How letters begin, with a comma or without. */
const salutation =
  /^(?:dear|to whom it may concern|sehr geehrte|liebe[rs]?\b|guten tag|bonjour|madame|monsieur|mesdames|messieurs|ch[eè]re?\b|estimad[oa]s?|gentil[ei]|egregi[oa]|spett|geachte|beste\b|prezad[oa]s?|exm[oa]|szanown[iy]|bästa|hej\b|kære|kjære|уважаем|尊敬的|拝啓)/;

/**
 * Whether a section of RenderCV is a letter to one employer, which people write with it too: a section of that title, or texts
 * without a title, or under it, that begin as letters do.
 */
export function isLetter(title: string, entries: Part): boolean {
  const words = title.replaceAll('_', ' ').trim().toLowerCase();
  if (titlePattern.test(words)) return true;
  if (entries.items().some(({ kind }) => kind !== 'leaf')) return false;
  const isNameless = !/[\p{L}\p{N}]/u.test(words);
  const isGreeting = (text: string) => salutation.test(text.trim().toLowerCase());
  return isGreeting(words) || (isNameless && entries.items().some((entry) => isGreeting(entry.peek())));
}
