import { printable, UserError } from '#cli';
import type { ParsedResume } from '#resume';
import type { Omitted } from '#site';

type Read = { readonly parsed: ParsedResume; readonly file?: { readonly name: string; readonly bytes: Uint8Array } };

/**
 * The files of `public/` without those that private values of these résumés name. Throws a `UserError` for one that is such a
 * résumé itself, by a link or as a copy.
 */
export function withholdFiles(
  files: ReadonlyMap<string, Uint8Array>,
  resumes: readonly Read[],
): ReadonlyMap<string, Uint8Array> {
  for (const { parsed, file } of resumes) {
    const hasPrivate = parsed.privacy !== undefined && parsed.privacy.paths.length > 0;
    const same = [...files].find(([, body]) => hasPrivate && file && Buffer.compare(body, file.bytes) === 0);
    if (!same || !file) continue;
    const what = `public/${printable(same[0])} is ${printable(file.name)} itself, with what meta.site.private names in it`;
    throw new UserError(`${what}. Take it away: everybody can read what is in public/.`, 1);
  }
  const withheld = new Set(resumes.flatMap(({ parsed: { privacy } }) => [...(privacy?.files ?? [])]));
  return new Map([...files].filter(([path]) => !withheld.has(path)));
}

/** What pages leave out, as it may be told: without private values. */
export function concealOmitted(omitted: readonly Omitted[], resumes: readonly Read[]): readonly Omitted[] {
  const conceal = (text: string) => resumes.reduce((told, { parsed }) => parsed.privacy?.conceal(told) ?? told, text);
  return omitted.map((one) => ({
    ...one,
    path: conceal(one.path),
    value: conceal(one.value),
    why: conceal(one.why),
  }));
}
