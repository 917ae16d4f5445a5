import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type User = { readonly login: string; readonly type: 'Bot' | 'User' };
type Pull = {
  readonly number: number;
  readonly head: { sha: string };
  merged_at: string | null;
  merge_commit_sha: string | null;
};
type Comment = { readonly id: number; readonly pull: number; readonly user: User; body: string };
type Issue = {
  readonly number: number;
  readonly user: User;
  title: string;
  body: string;
  state: 'open' | 'closed';
};

/** A repository on GitHub, as far as the pipeline asks about it. */
export type GitHub = {
  readonly url: string;
  readonly pulls: Pull[];
  readonly comments: Comment[];
  readonly issues: Issue[];
  /** Every call in its order, such as `POST /issues/1/comments`. */
  readonly calls: string[];
  stop(): Promise<void>;
};

/** Whoever has this token is the workflow. */
export const workflowToken = 'workflow-token';
export const repository = 'jane/cloud-resume';
export const workflow: User = { login: 'github-actions[bot]', type: 'Bot' };

/** Starts what stands in for GitHub's API, on a port of its own. */
export async function startGitHub(): Promise<GitHub> {
  const state = { pulls: [] as Pull[], comments: [] as Comment[], issues: [] as Issue[], calls: [] as string[] };
  const server = createServer(async (request, response) => {
    const { status, body } = await answer(state, request);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { ...state, url: `http://127.0.0.1:${port}`, stop: () => stop(server) };
}

type State = Omit<GitHub, 'url' | 'stop'>;
type Answer = { readonly status: number; readonly body: unknown };

async function answer(state: State, request: IncomingMessage): Promise<Answer> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://github');
  const root = `/repos/${repository}`;
  if (!pathname.startsWith(root)) return { status: 404, body: { message: 'Not Found' } };
  const path = pathname.slice(root.length);
  const method = request.method ?? '';
  state.calls.push(`${method} ${path}`);
  if (request.headers.authorization !== `Bearer ${workflowToken}`) {
    return { status: 403, body: { message: 'Resource not accessible by integration' } };
  }
  const sent = (await text(request)) || '{}';
  const { body = '', title = '', state: wanted } = JSON.parse(sent) as Partial<Issue>;
  const page = (items: readonly unknown[]) => {
    const [size, number] = [Number(searchParams.get('per_page') ?? 30), Number(searchParams.get('page') ?? 1)];
    return { status: 200, body: items.slice(size * (number - 1), size * number) };
  };
  const [, kind = '', id = '', rest = ''] = path.split('/');

  if (method === 'GET' && kind === 'commits' && rest === 'pulls') {
    return page(state.pulls.filter(({ head, merge_commit_sha: merge }) => head.sha === id || merge === id));
  }
  if (kind === 'issues' && rest === 'comments') {
    const pull = Number(id);
    if (method === 'GET') return page(state.comments.filter((comment) => comment.pull === pull));
    const comment: Comment = { id: 100 + state.comments.length, pull, user: workflow, body };
    state.comments.push(comment);
    return { status: 201, body: comment };
  }
  if (method === 'PATCH' && kind === 'issues' && id === 'comments') {
    const comment = state.comments.find((one) => String(one.id) === rest);
    if (!comment) return { status: 404, body: {} };
    comment.body = body;
    return { status: 200, body: comment };
  }
  if (method === 'GET' && kind === 'issues') {
    const creator = searchParams.get('creator');
    return page(state.issues.filter((issue) => issue.state === 'open' && issue.user.login === creator));
  }
  if (method === 'POST' && kind === 'issues') {
    const issue: Issue = { number: 1000 + state.issues.length, user: workflow, title, body, state: 'open' };
    state.issues.push(issue);
    return { status: 201, body: issue };
  }
  const issue = state.issues.find(({ number }) => String(number) === id);
  if (method !== 'PATCH' || !issue) return { status: 404, body: {} };
  if (body !== '') issue.body = body;
  issue.state = wanted ?? issue.state;
  return { status: 200, body: issue };
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
