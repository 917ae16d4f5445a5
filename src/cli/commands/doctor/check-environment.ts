import { readdir } from 'node:fs/promises';
import type { Bucket } from '#aws';
import type { Environment } from '#terragrunt';
import { bad, type Check, good, unknown } from './check.ts';

/** Looks at an environment: whether all its units are applied, and whether its site answers. */
export async function checkEnvironment(
  { name, folder }: Environment,
  state: Bucket | undefined,
): Promise<readonly Check[]> {
  if (!state) return [unknown(`${name} was not looked at`)];
  const entries = await readdir(folder, { withFileTypes: true });
  const units = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const states = await Promise.all(
    units.map(async (unit) => ({ unit, state: parseState((await state.read(`${name}/${unit}.tfstate`))?.text) })),
  );
  const missing = states.filter(({ state }) => !state.isApplied).map(({ unit }) => unit);
  const remedy = `Run npx cloud-resume deploy ${name}.`;
  const applied =
    missing.length === 0
      ? good(`${name}: all ${units.length} units are applied`)
      : bad(`${name}: not applied are ${missing.join(', ')}`, remedy);
  const url = states.map(({ state }) => state.url).find((found) => found !== undefined);
  return [applied, url === undefined ? unknown(`The site of ${name} was not looked at`) : await checkSite(url, name)];
}

async function checkSite(url: string, name: string): Promise<Check> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (status === 200) return good(`${url} answers`);
    if (status !== 404) return bad(`${url} answers ${status}`, `Run npx cloud-resume deploy ${name} again.`);
    return bad(`${url} has no page yet`, `Run npx cloud-resume publish ${name}.`);
  } catch (fault) {
    const reason = fault instanceof Error && fault.cause instanceof Error ? fault.cause.message : String(fault);
    return bad(`${url} cannot be reached (${reason})`, 'A new address takes some minutes; then check the connection.');
  }
}

// A state that is encrypted tells no more than that it is there; one without resources is what destroy leaves.
function parseState(text: string | undefined): { readonly isApplied: boolean; readonly url?: string | undefined } {
  if (text === undefined) return { isApplied: false };
  try {
    const { resources, outputs } = JSON.parse(text) as {
      readonly resources?: readonly unknown[];
      readonly outputs?: { readonly url?: { readonly value?: string } };
    };
    return { isApplied: resources?.length !== 0, url: outputs?.url?.value };
  } catch {
    return { isApplied: true };
  }
}
