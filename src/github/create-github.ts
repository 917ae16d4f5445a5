import { type Shell, UserError } from '#cli';

/** GitHub's API for one repository. */
export type GitHub = {
  /** Calls it below `/repos/owner/name`; rejects with what to do when it refuses. */
  call<Answer>(method: string, path: string, body?: object): Promise<Answer>;
  /** All pages of a list. */
  list<Item>(path: string): Promise<readonly Item[]>;
};

const pageSize = 100;

/** Creates what speaks with GitHub, with what a workflow has in its environment. */
export function createGitHub({ env }: Pick<Shell, 'env'>): GitHub {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: api = 'https://api.github.com' } = env;
  if (!token) throw new UserError(explainUnset('GITHUB_TOKEN', 'the token that GitHub gives to a workflow'));
  if (!repository) throw new UserError(explainUnset('GITHUB_REPOSITORY', 'the repository, such as jane/cloud-resume'));

  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${api}/repos/${repository}${path}`, {
      method,
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'cloud-resume',
        'x-github-api-version': '2022-11-28',
      },
      signal: AbortSignal.timeout(30_000),
      ...(body && { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new Error(`GitHub cannot be reached for ${method} ${path}. Run this again.`, { cause: error });
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(explainStatus(`${method} ${path}`, answer.status), { cause: new Error(text) });
    return JSON.parse(text) as Answer;
  }

  async function list<Item>(path: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (let page = 1; ; page += 1) {
      const separator = path.includes('?') ? '&' : '?';
      const more = await call<readonly Item[]>('GET', `${path}${separator}per_page=${pageSize}&page=${page}`);
      items.push(...more);
      if (more.length < pageSize) return items;
    }
  }

  return { call, list };
}

/** Whoever wrote something on GitHub. */
export type Author = { readonly user: { readonly login: string; readonly type: string } | null };

/** Whether a workflow wrote it, with the token that GitHub gives to one. No person can have this name. */
export function isFromWorkflow({ user }: Author): boolean {
  return user?.login === 'github-actions[bot]' && user.type === 'Bot';
}

function explainUnset(name: string, what: string): string {
  return `${name} is not set. It is ${what}; this command is made for .github/workflows/pipeline.yaml.`;
}

function explainStatus(tried: string, status: number): string {
  const remedy =
    status === 401 || status === 403
      ? "The job's permissions do not allow it: .github/workflows/pipeline.yaml names them."
      : 'Run this again; --debug shows what it says.';
  return `GitHub answered ${status} to ${tried}. ${remedy}`;
}
