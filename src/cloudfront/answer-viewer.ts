import { type Answer, answerUnchanged, textAnswer } from '#edge';
import { callOnRequest, callOnResponse } from './call-viewer-function.ts';
import type { FunctionRunner } from './create-function-runner.ts';
import type { Behavior, Distribution } from './distribution.ts';
import { applyHeaderRules } from './header-rules.ts';
import { matchPattern } from './match-pattern.ts';
import { type ServeTools, serveRequest, setXCache } from './serve-request.ts';
import type { ViewerRequest } from './viewer-request.ts';

type AnswerTools = ServeTools & {
  readonly runFunction: FunctionRunner['run'];
  readonly createRequestId: () => string;
  /** Where the edge answers by HTTPS, for viewers who came without it. */
  readonly secureUrl: string;
};

/** Answers a viewer as the distribution does. Rejects when the account cannot be read. */
export async function answerViewer(
  viewer: ViewerRequest,
  distribution: Distribution,
  tools: AnswerTools,
): Promise<Answer> {
  const requestId = tools.createRequestId();
  const answer = await answerAs(requestId, viewer, distribution, tools);
  const via = `${viewer.httpVersion} ${distribution.domainName} (CloudFront)`;
  return { ...answer, headers: { ...answer.headers, via, 'x-amz-cf-id': requestId } };
}

async function answerAs(requestId: string, viewer: ViewerRequest, distribution: Distribution, tools: AnswerTools) {
  const behavior = findBehavior(distribution, viewer.path);
  const refusal = refuseViewer(viewer, distribution, behavior, tools.secureUrl);
  if (refusal) return refusal;

  const call = (code: string) => ({ code, distribution, requestId, run: tools.runFunction, log: tools.log });
  const { request, answer: ready } =
    behavior.onRequest === undefined ? { request: viewer } : await callOnRequest(viewer, call(behavior.onRequest));
  if (!request) return applyHeaderRules(ready, behavior.headers);

  const served = await serve({ request, behavior, distribution, requestId }, tools);
  const answer = applyHeaderRules(answerUnchanged(served, request.headers['if-none-match']), behavior.headers);
  return behavior.onResponse === undefined ? answer : callOnResponse(request, answer, call(behavior.onResponse));
}

function findBehavior({ id, behaviors }: Distribution, path: string): Behavior {
  const behavior = behaviors.find(({ pattern }) => pattern === '*' || matchPattern(withSlash(pattern), path));
  if (!behavior) throw new Error(`Distribution ${id} has no behavior for ${path}. Give it a default one.`);
  return behavior;
}

// A pattern may be written without the slash that every path has.
function withSlash(pattern: string): string {
  return /^[/*]/.test(pattern) ? pattern : `/${pattern}`;
}

function refuseViewer(
  { method, path, query, isSecure }: ViewerRequest,
  { id, isEnabled }: Distribution,
  { viewerProtocol, methods }: Behavior,
  secureUrl: string,
): Answer | undefined {
  const refuse = (sentence: string) => setXCache(textAnswer(403, sentence), 'Error');
  if (!isEnabled) return refuse(`Distribution ${id} is disabled.`);
  if (!isSecure && viewerProtocol === 'redirect-to-https') {
    const location = `${secureUrl}${path}${query === '' ? '' : `?${query}`}`;
    return setXCache({ status: 301, headers: { location }, body: new Uint8Array() }, 'Redirect');
  }
  if (!isSecure && viewerProtocol === 'https-only') return refuse('This path answers by HTTPS only.');
  if (!methods.includes(method)) return refuse(`This path does not take ${method}.`);
  return undefined;
}

type Question = Parameters<typeof serveRequest>[0];

/** Serves a request, or the page that takes the place of an error. */
async function serve(question: Question, tools: ServeTools): Promise<Answer> {
  const { request, distribution } = question;
  const { rootPath, errorPages } = distribution;
  const path = request.path === '/' && rootPath !== '' ? rootPath : request.path;
  const served = await serveRequest({ ...question, request: { ...request, path } }, tools);
  const page = errorPages.get(served.status);
  if (!page) return served;
  if (page.path === undefined) return { ...served, status: page.status };
  const shown = await serveRequest(
    {
      ...question,
      request: { ...request, method: 'GET', path: page.path, query: '', body: new Uint8Array() },
      behavior: findBehavior(distribution, page.path),
    },
    tools,
  );
  return shown.status === 200 ? setXCache({ ...shown, status: page.status }, 'Error') : served;
}
