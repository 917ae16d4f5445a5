import type { ParsedResume } from '#resume';
import type { Omitted } from '#site';

type Read = { readonly parsed: ParsedResume };

/** The files of `public/` without those that private values of these résumés name. */
export function withholdFiles(
  files: ReadonlyMap<string, Uint8Array>,
  resumes: readonly Read[],
): ReadonlyMap<string, Uint8Array> {
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
