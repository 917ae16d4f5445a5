import { captureTool } from '#terragrunt';
import { printable } from '../../printable.ts';
import type { Shell } from '../../shell.ts';
import { UserError } from '../../user-error.ts';

export type Repository = { readonly name: string; readonly ownerId: number; readonly id: number };

type World = Pick<Shell, 'root' | 'env'>;

/** The repository that this checkout comes from, as `gh` sees it; nothing without `gh`. */
export async function guessRepository(shell: World): Promise<string | undefined> {
  const asked = await askGh(shell, 'repo', 'view', '--json', 'nameWithOwner', '--jq', '.nameWithOwner');
  return asked?.trim() || undefined;
}

/** Finds the numbers of a repository, which no rename changes: by `gh`, or as everybody may when it is public. */
export async function findRepository(name: string, shell: World): Promise<Repository> {
  refuseRepository(name);
  const told = await askGh(shell, 'api', `repos/${name}`);
  const api = shell.env.GITHUB_API_URL || 'https://api.github.com';
  const text = told ?? (await ask(`${api}/repos/${name}`));
  const { id, owner } = JSON.parse(text ?? '{}') as { readonly id?: number; readonly owner?: { readonly id?: number } };
  if (id !== undefined && owner?.id !== undefined) return { name, id, ownerId: owner.id };
  const remedy = 'Check the name; for a private repository install gh (https://cli.github.com) and run gh auth login.';
  throw new UserError(`GitHub does not show the repository ${name}. ${remedy}`);
}

/** Throws a `UserError` for what cannot be the name of a repository. */
export function refuseRepository(name: string | undefined): void {
  if (name === undefined || /^[\w-]+\/[\w.-]+$/.test(name)) return;
  throw new UserError(`"${printable(name)}" is not a repository. Write owner/name, such as jane/cloud-resume.`, 2);
}

/**
 * Sets the variables and makes the environments of a repository through `gh`. Resolves to the commands that are left to do by hand:
 * all of them without `gh`.
 */
export async function setUpRepository(
  name: string,
  variables: Readonly<Record<string, string>>,
  environments: readonly string[],
  shell: World,
): Promise<readonly string[]> {
  const steps = [
    ...Object.entries(variables).map(([key, value]) => ['variable', 'set', key, '--repo', name, '--body', value]),
    ...environments.map((environment) => ['api', '--method', 'PUT', `repos/${name}/environments/${environment}`]),
  ];
  const left: string[] = [];
  for (const step of steps) if ((await askGh(shell, ...step)) === undefined) left.push(`gh ${step.join(' ')}`);
  return left;
}

async function askGh({ root, env }: World, ...args: readonly string[]): Promise<string | undefined> {
  const { ok, stdout } = await captureTool('gh', args, { cwd: root, env });
  return ok ? stdout : undefined;
}

async function ask(url: string): Promise<string | undefined> {
  const headers = { accept: 'application/vnd.github+json', 'user-agent': 'cloud-resume' };
  const reply = await fetch(url, { headers, signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  return reply?.ok ? reply.text() : undefined;
}
