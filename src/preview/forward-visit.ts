import { type Agent, type IncomingMessage, type ServerResponse, request as send } from 'node:http';
import { pipeline } from 'node:stream';
import { describeViewer, dropHopByHop } from '#edge';

type Forwarding = {
  readonly apiUrl: string;
  readonly originSecret: string | undefined;
  readonly agent: Agent;
  /** How long the API may take to begin its answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Added to every answer, in place of the API's own of the same name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Answers in place of the API's 404, as the distribution's error page does. */
  readonly answerNotFound: () => void;
};

// What the distribution's origin request policy lets through; no cookie, no query, no Host of the site.
const forwarded = ['dnt', 'origin', 'sec-fetch-site', 'sec-gpc', 'sec-purpose', 'user-agent'];

/** Forwards a request for `/visitor` to the API as CloudFront does: once, never again, with what CloudFront adds. */
export function forwardVisit(
  request: IncomingMessage,
  response: ServerResponse,
  { apiUrl, originSecret, agent, timeoutMs, headers, answerNotFound }: Forwarding,
): void {
  const fail = (status: number, error: string) => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(status, { ...headers, 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify({ error }));
  };

  const upstream = send(`${apiUrl}/visitor`, {
    agent,
    method: request.method ?? 'GET',
    headers: { ...describeVisit(request), ...(originSecret !== undefined && { 'x-origin-secret': originSecret }) },
  });
  const timer = setTimeout(() => {
    fail(504, `The API did not answer within ${timeoutMs / 1000} s. Try again; the log says more.`);
    upstream.destroy();
  }, timeoutMs);
  upstream.on('close', () => clearTimeout(timer));
  upstream.on('error', () => fail(502, 'The API cannot be reached. Start the preview again; the log says more.'));
  upstream.on('response', (answer) => {
    clearTimeout(timer);
    // The page was closed meanwhile, and nothing can be piped to it.
    if (response.destroyed) {
      answer.destroy();
      return;
    }
    if (answer.statusCode === 404) {
      answer.resume();
      answerNotFound();
      return;
    }
    response.writeHead(answer.statusCode ?? 502, { ...dropHopByHop(answer.headers), ...headers });
    // When one of the two goes away, so does the other.
    pipeline(answer, response, () => {});
  });
  request.on('error', () => upstream.destroy());
  request.pipe(upstream);
}

function describeVisit({ headers, socket, httpVersion }: IncomingMessage): Record<string, string> {
  const address = socket.remoteAddress ?? '';
  const kept = forwarded.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]]));
  const came = headers['x-forwarded-for'];
  return {
    ...Object.fromEntries(kept),
    ...(headers['content-length'] !== undefined && { 'content-length': headers['content-length'] }),
    'x-forwarded-for': came === undefined ? address : `${came}, ${address}`,
    via: `${httpVersion} local (CloudFront)`,
    ...describeViewer({ address, port: socket.remotePort, userAgent: headers['user-agent'] ?? '' }),
  };
}
