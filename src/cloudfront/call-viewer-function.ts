import { STATUS_CODES } from 'node:http';
import { type Answer, textAnswer } from '#edge';
import type { FunctionRunner } from './create-function-runner.ts';
import type { Distribution } from './distribution.ts';
import { setXCache } from './serve-request.ts';
import type { ViewerRequest } from './viewer-request.ts';

type Valued = { readonly value: string; readonly multiValue?: readonly { readonly value: string }[] };
type Values = Readonly<Record<string, Valued>>;
type EventRequest = {
  readonly uri: string;
  readonly querystring: Values;
  readonly headers: Values;
  readonly cookies: Values;
};
type EventResponse = {
  readonly statusCode: number;
  readonly headers?: Values;
  readonly body?: string | { readonly encoding: string; readonly data: string };
};

type ViewerFunction = {
  readonly code: string;
  readonly distribution: Pick<Distribution, 'id' | 'domainName'>;
  readonly requestId: string;
  readonly run: FunctionRunner['run'];
  readonly log: (text: string) => void;
};

type OnRequestOutcome =
  | { readonly request: ViewerRequest; readonly answer?: undefined }
  | { readonly request?: undefined; readonly answer: Answer };

/**
 * Calls the function that sees a request first: it may change path, query, headers and cookies, or answer at once. When it fails,
 * the answer is a 503, and `log` knows why.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export async function callOnRequest(request: ViewerRequest, viewerFunction: ViewerFunction): Promise<OnRequestOutcome> {
  const result = await call('viewer-request', viewerFunction, request, {});
  if (!result) return { answer: failed };
  if ('statusCode' in result) return { answer: setXCache(readResponse(result), 'FunctionGeneratedResponse') };
  const { uri, querystring, headers, cookies } = result;
  const cookie = joinPairs(cookies, '; ');
  return {
    request: {
      ...request,
      path: uri,
      query: joinPairs(querystring, '&'),
      headers: { ...readValues(headers), ...(cookie && { cookie }) },
    },
  };
}

/** Calls the function that sees an answer last: it may change status and headers. When it fails, the answer is a 503. */
export async function callOnResponse(
  request: ViewerRequest,
  answer: Answer,
  viewerFunction: ViewerFunction,
): Promise<Answer> {
  const { 'set-cookie': cookies, ...headers } = answer.headers;
  const response = {
    statusCode: answer.status,
    statusDescription: STATUS_CODES[answer.status],
    headers: formatValues(headers),
  };
  const result = await call('viewer-response', viewerFunction, request, { response });
  if (!result || !('statusCode' in result)) return failed;
  return {
    ...answer,
    status: result.statusCode,
    headers: { ...readValues(result.headers ?? {}), ...(cookies && { 'set-cookie': cookies }) },
  };
}

async function call(
  eventType: 'viewer-request' | 'viewer-response',
  { code, distribution, requestId, run, log }: ViewerFunction,
  { method, path, query, headers: { cookie = '', ...headers }, address }: ViewerRequest,
  more: object,
): Promise<EventRequest | EventResponse | undefined> {
  const event = {
    version: '1.0',
    context: {
      distributionDomainName: distribution.domainName,
      distributionId: distribution.id,
      eventType,
      requestId,
    },
    viewer: { ip: address },
    request: {
      method,
      uri: path,
      querystring: splitPairs(query, '&'),
      headers: formatValues(headers),
      cookies: splitPairs(cookie, /;\s*/),
    },
    ...more,
  };
  const { result, error } = await run({ code, event });
  const isResult = typeof result === 'object' && result !== null && ('statusCode' in result || 'uri' in result);
  if (isResult) return result as EventRequest | EventResponse;
  log(`The ${eventType} function failed: ${error ?? 'it returned neither a request nor a response.'}`);
  return undefined;
}

const failed = setXCache(textAnswer(503, "The distribution's function failed."), 'FunctionExecutionError');

function readResponse({ statusCode, headers = {}, body = '' }: EventResponse): Answer {
  const content = typeof body === 'string' ? { encoding: 'text', data: body } : body;
  return {
    status: statusCode,
    headers: readValues(headers),
    body: Buffer.from(content.data, content.encoding === 'base64' ? 'base64' : 'utf8'),
  };
}

function formatValues(headers: Answer['headers']): Values {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, { value: String(value) }]));
}

function readValues(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name.toLowerCase(), value]));
}

// a=1&b&a=2
function splitPairs(text: string, separator: string | RegExp): Values {
  const found = new Map<string, string[]>();
  for (const pair of text.split(separator).filter((one) => one !== '')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s, 2);
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return Object.fromEntries(
    [...found].map(([name, [value = '', ...more]]) => [
      name,
      { value, ...(more.length > 0 && { multiValue: [value, ...more].map((one) => ({ value: one })) }) },
    ]),
  );
}

function joinPairs(values: Values, separator: string): string {
  return Object.entries(values)
    .flatMap(([name, { value, multiValue }]) => (multiValue ?? [{ value }]).map((one) => [name, one.value] as const))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join(separator);
}
