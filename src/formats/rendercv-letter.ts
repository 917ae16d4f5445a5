import type { Part } from './part.ts';

const titlePattern =
  /^(?:(?:cover|motivation(?:al)?|application)[ -]?letter|letter of (?:motivation|application|intent|interest)|(?:bewerbungs|motivations)?(?:an)?schreiben|lettre (?:de motivation|d['’]accompagnement)|carta de (?:presentaci[oó]n|motivaci[oó]n|apresenta[cç][aã]o|motiva[cç][aã]o)|lettera di (?:presentazione|motivazione|accompagnamento)|(?:motivatie|sollicitatie)brief|list motywacyjny|personligt brev|motivasjonsbrev|ans[oø]gning|求职信|自荐信|カバーレター|자기소개서)$/;

/** How letters begin, with a comma or without. */
const salutation =
  /^(?:dear|to whom it may concern|sehr geehrte|liebe[rs]?\b|guten tag|bonjour|madame|monsieur|mesdames|messieurs|ch[eè]re?\b|estimad[oa]s?|gentil[ei]|egregi[oa]|spett|geachte|beste\b|prezad[oa]s?|exm[oa]|szanown[iy]|bästa|hej\b|kære|kjære|уважаем|尊敬的|拝啓)/;

/** Parts of a letter that stand as sections: under no title, or under these. */
const partPattern =
  /^(?:[^\p{L}\p{N}]*|date|recipient|addressee|address|subject|greeting|salutation|opening|introduction|middle|body|main|closing|conclusion|ending|sign(?:ature|[ -]?off)|enclosures?|attachments?|p\.?s\.?)$/u;

/**
 * The sections of RenderCV that are a letter to one employer, which people write with it too: all of a theme for letters, one that
 * is called so, one under its salutation, and where a salutation stands in a part of a letter, all such parts.
 */
export function findLetter<One extends { readonly title: string; readonly entries: Part }>(
  sections: readonly One[],
  theme: string,
): readonly One[] {
  if (/cover/i.test(theme)) return sections;
  const isPart = ({ title }: One) => partPattern.test(toWords(title));
  const isBegun = sections.some((section) => isPart(section) && listTexts(section.entries).some(isSalutation));
  return sections.filter((section) => {
    const words = toWords(section.title);
    if (titlePattern.test(words) || (isBegun && isPart(section))) return true;
    return isSalutation(words) && section.entries.items().every(({ kind }) => kind === 'leaf');
  });
}

function listTexts(entries: Part): readonly string[] {
  return entries.items().map((entry) => entry.peek());
}

function isSalutation(text: string): boolean {
  return salutation.test(text.trim().toLowerCase());
}

function toWords(title: string): string {
  return title.replaceAll('_', ' ').trim().toLowerCase();
}
