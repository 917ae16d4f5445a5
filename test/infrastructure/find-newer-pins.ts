// Which tools of mise.toml, and whether the provider, have newer versions: `npm run pins`. Dependabot looks after packages and
// actions, but knows neither of these. Asks GitHub for the latest release of each; GITHUB_TOKEN lets it ask more often.
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Where each is released. */
const repositories: Readonly<Record<string, string>> = {
  opentofu: 'opentofu/opentofu',
  terragrunt: 'gruntwork-io/terragrunt',
  tflint: 'terraform-linters/tflint',
  'terraform-docs': 'terraform-docs/terraform-docs',
  'pipx:checkov': 'bridgecrewio/checkov',
  actionlint: 'rhysd/actionlint',
  zizmor: 'zizmorcore/zizmor',
  'hashicorp/aws': 'hashicorp/terraform-provider-aws',
};

type Pin = { readonly name: string; readonly version: string };

/** The pins of mise.toml and of the provider. */
export function readPins(mise: string, versions: string): readonly Pin[] {
  const tools = [...mise.matchAll(/^"?([\w:-]+)"? = "(\d+\.\d+\.\d+)"$/gm)].map(([, name = '', version = '']) => ({
    name,
    version,
  }));
  const [, name = '', version = ''] = /source\s*=\s*"(.+?)"\s*version\s*=\s*"(.+?)"/.exec(versions) ?? [];
  return [...tools, { name, version }];
}

/** A line for each pin that has a newer version, or whose newest cannot be told. */
export async function findNewer(
  pins: readonly Pin[],
  ask: (repository: string) => Promise<string | undefined>,
): Promise<readonly string[]> {
  const lines = await Promise.all(
    pins.map(async ({ name, version }) => {
      const repository = repositories[name];
      if (repository === undefined) return [`${name}: say in find-newer-pins.ts where it is released.`];
      const [newest] = /\d+\.\d+\.\d+/.exec((await ask(repository)) ?? '') ?? [];
      if (newest === undefined) return [`${name} ${version}: GitHub does not tell its latest release.`];
      return isNewer(newest, version)
        ? [`${name} ${version}: ${newest} is out (https://github.com/${repository}/releases).`]
        : [];
    }),
  );
  return lines.flat();
}

function isNewer(one: string, two: string): boolean {
  const [these, those] = [one, two].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const at = these.findIndex((number, index) => number !== those[index]);
  return at !== -1 && (these[at] ?? 0) > (those[at] ?? 0);
}

async function askGitHub(repository: string): Promise<string | undefined> {
  const { GITHUB_TOKEN: token, GITHUB_API_URL: api = 'https://api.github.com' } = process.env;
  const headers = { 'user-agent': 'cloud-resume', ...(token && { authorization: `Bearer ${token}` }) };
  const signal = AbortSignal.timeout(30_000);
  const reply = await fetch(`${api}/repos/${repository}/releases/latest`, { headers, signal }).catch(() => undefined);
  return reply?.ok ? ((await reply.json()) as { readonly tag_name?: string }).tag_name : undefined;
}

if (import.meta.main) {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const pins = readPins(read('mise.toml'), read('infrastructure/bootstrap/versions.tf'));
  const newer = await findNewer(pins, askGitHub);
  const text = newer.length === 0 ? `All ${pins.length} pins are the newest.` : newer.join('\n');
  console.log(text);
  if (process.env.GITHUB_STEP_SUMMARY)
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, `${text.replaceAll('\n', '\n\n')}\n`);
}
