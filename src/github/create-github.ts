import { parseJson, type Shell, UserError } from '#cli';

/** GitHub's API for one repository. */
export type GitHub = {
  /** Calls it below `/repos/owner/name`; rejects with what to do when it refuses. */
  call<Answer>(method: string, path: string, body?: object): Promise<Answer>;
  /** All pages of a list. */
  list<Item>(path: string): Promise<readonly Item[]>;
};

const pageSize = 100;
// Nobody writes so many comments to a pull request.
const maxPages = 100;

/** Creates what speaks with GitHub, with what a workflow has in its environment. */
export function createGitHub({ env }: Pick<Shell, 'env'>): GitHub {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository, GITHUB_API_URL: api = 'https://api.github.com' } = env;
  if (!token) throw new UserError(explainUnset('GITHUB_TOKEN', 'the token that GitHub gives to a workflow'));
  if (!repository) throw new UserError(explainUnset('GITHUB_REPOSITORY', 'the repository, such as jane/cloud-resume'));

  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const tried = `${method} ${path}`;
    const { answer, text } = await send(method, path, body).catch((error: unknown) => {
      throw new Error(`GitHub cannot be reached for ${tried}. Run this again.`, { cause: error });
    });
    const cause = new Error(text.slice(0, 2000));
    if (!answer.ok) throw new Error(explainStatus(tried, answer), { cause });
    const said = parseJson(text);
    if (typeof said !== 'object' || said === null) throw new Error(explainNoAnswer(tried), { cause });
    return said as Answer;
  }

  async function send(method: string, path: string, body?: object) {
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
    });
    return { answer, text: await answer.text() };
  }

  async function list<Item>(path: string): Promise<readonly Item[]> {
    const items: Item[] = [];
    for (let page = 1; page <= maxPages; page += 1) {
      const separator = path.includes('?') ? '&' : '?';
      const more = await call<readonly Item[]>('GET', `${path}${separator}per_page=${pageSize}&page=${page}`);
      const isList = Array.isArray(more) && more.every((item) => typeof item === 'object' && item !== null);
      if (!isList) throw new Error(explainNoAnswer(`GET ${path}`));
      items.push(...more);
      if (more.length < pageSize) return items;
    }
    throw new Error(`The list of GET ${path} on GitHub does not end. Run this again.`);
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

function explainStatus(tried: string, { status, headers }: Response): string {
  return `GitHub answered ${status} to ${tried}. ${findRemedy(status, headers)}`;
}

// https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
function findRemedy(status: number, headers: Headers): string {
  const isLimit = status === 429 || headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0';
  if (isLimit && (status === 403 || status === 429))
    return 'It takes no more calls for now: run this again in an hour.';
  if (status === 401 || status === 403)
    return "The job's permissions do not allow it: .github/workflows/pipeline.yaml names them.";
  return 'Run this again; --debug shows what it says.';
}

function explainNoAnswer(tried: string): string {
  return `What came as GitHub's answer to ${tried} is not one. Run this again, and look at GITHUB_API_URL and the proxy if there is one; --debug shows it.`;
}
