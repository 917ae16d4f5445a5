import type { Bucket } from '#aws';
import { type Environment, formatRecords, readUnitStates, type UnitState } from '#terragrunt';
import { bad, type Check, good, unknown } from './check.ts';

/** Looks at an environment: whether all its units are applied, and whether its site answers. */
export async function checkEnvironment(environment: Environment, state: Bucket | undefined): Promise<readonly Check[]> {
  const { name } = environment;
  if (!state) return [unknown(`${name} was not looked at`)];
  const states = await readUnitStates(environment, state);
  const missing = states.filter(({ isApplied }) => !isApplied).map(({ unit }) => unit);
  const remedy = `Run npx cloud-resume deploy ${name}.`;
  const applied =
    missing.length === 0
      ? good(`${name}: all ${states.length} units are applied`)
      : bad(`${name}: not applied are ${missing.join(', ')}`, remedy);
  const url = states.map(({ url }) => url).find((found) => found !== undefined);
  const site = url === undefined ? unknown(`The site of ${name} was not looked at`) : await checkSite(url, name);
  return [applied, ...states.flatMap((one) => checkDomain(one, name)), site];
}

/** With a domain whose DNS is elsewhere: its records, for whoever has to write them. */
function checkDomain({ dnsRecords = [], certificate }: UnitState, name: string): readonly Check[] {
  if (dnsRecords.length === 0) return [];
  const records = formatRecords(dnsRecords);
  return certificate === 'ISSUED'
    ? [good(`${name}: the certificate of its domain is issued. Its records, where the DNS is:\n${records}`)]
    : [
        bad(
          `${name}: the certificate of its domain waits for these records`,
          `${records.trim().replaceAll(/^ {2}/gm, '')}\nWrite them where the DNS is, then run npx cloud-resume deploy ${name}.`,
        ),
      ];
}

async function checkSite(url: string, name: string): Promise<Check> {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (status === 200) return good(`${url} answers`);
    if (status !== 404) return bad(`${url} answers ${status}`, `Run npx cloud-resume deploy ${name} again.`);
    return bad(`${url} has no page yet`, `Run npx cloud-resume publish ${name}.`);
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    return bad(`${url} cannot be reached (${reason})`, 'A new address takes some minutes; then check the connection.');
  }
}
