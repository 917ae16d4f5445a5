import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import type { GatewayResult } from '#counter';
import {
  close,
  createSandbox,
  listen,
  readBody,
  refuseForeign,
  type Service,
  type StartTimer,
  sendAnswer,
} from '#edge';
import { createEvent } from './create-event.ts';

type ApiOptions = {
  /** Path of the bundled function, a module that exports `handler`. */
  readonly bundle: string;
  /** The whole environment that the function sees. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes what the function prints and how it failed. Default: it is dropped. */
  readonly log?: (text: string) => void;
  /** How long one call may take, in milliseconds, from when the function is loaded. Default: 3000. */
  readonly timeoutMs?: number;
  /** Default: the machine's clock. */
  readonly startTimer?: StartTimer;
  /** Default: any free one. */
  readonly port?: number;
  /** A name of the edge before it, whose pages may ask. Default: those of this machine alone. */
  readonly siteName?: string;
};

export type Api = Service & {
  /**
   * Puts this function into the bundle, and the next call runs it; those under way are ended by the one before. False when it is
   * the same one. Rejects with what to do when the file cannot be written.
   */
  deploy(code: Uint8Array): Promise<boolean>;
};

const route = 'POST /visitor';
// API Gateway's own limit: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
const maxBytes = 10 * 1024 * 1024;
// Lambda's for an event, in which a body that is no text is a third longer:
// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const maxEventBytes = 6 * 1024 * 1024;

/**
 * Starts an API Gateway with the one route `POST /visitor`, which calls the bundled Lambda function with the event it would
 * get on AWS. Everything else is answered as AWS answers: 404 for other routes, 413 for a body above 10 MB or an event above 6, and
 * a plain 500 when the function fails, crashes or takes too long.
 */
export async function startApi({
  bundle,
  env,
  log = () => {},
  timeoutMs = 3000,
  startTimer,
  port = 0,
  siteName,
}: ApiOptions): Promise<Api> {
  const sandbox = createSandbox({ bundle, env, log, timeoutMs, startTimer });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refuseForeign(request, { name: siteName, pages: 'local' });
    if (refusal) return sendAnswer(response, refusal);
    const { method = '', url: target = '/' } = request;
    if (`${method} ${target.split('?', 1)[0]}` !== route) return refuse(response, 404, 'Not Found');
    const body = await readBody(request, maxBytes);
    if (!body) {
      // Whoever is still sending could not read the answer of a connection that is closed.
      request.resume();
      return refuse(response, 413, 'Request Entity Too Large');
    }
    const requestId = randomUUID();
    const event = createEvent({
      method,
      target,
      headers: request.headersDistinct,
      body,
      sourceIp: request.socket.remoteAddress ?? '',
      protocol: `HTTP/${request.httpVersion}`,
      requestId,
      now: new Date(),
    });
    if (Buffer.byteLength(JSON.stringify(event)) > maxEventBytes)
      return refuse(response, 413, 'Request Entity Too Large');
    const { result } = await sandbox.invoke(event);
    if (!isResult(result)) return refuse(response, 500, 'Internal Server Error');
    response.writeHead(result.statusCode, { ...result.headers, 'apigw-requestid': requestId });
    response.end(Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8'));
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => {
      // Either the caller has gone, or the function answered what HTTP does not allow.
      if (response.destroyed) return;
      log(`The answer of the function cannot be sent: ${error.message}`);
      refuse(response, 500, 'Internal Server Error');
    });
  });
  const url = await listen(server, { host: '127.0.0.1', port, maxPorts: 1 });
  let deployed: Uint8Array = new Uint8Array();
  return {
    url,
    async deploy(code) {
      if (Buffer.compare(deployed, code) === 0) return false;
      await writeBundle(bundle, code);
      deployed = code;
      sandbox.renew();
      return true;
    },
    async stop() {
      await close(server);
      await sandbox.stop();
    },
  };
}

async function writeBundle(bundle: string, code: Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(bundle), { recursive: true });
    await writeFile(bundle, code);
  } catch (error) {
    const remedy = 'Make room on the disk, or check that the folder is yours to write; then save a file again.';
    throw new Error(`${bundle} cannot be written (${(error as Error).message}). ${remedy}`, { cause: error });
  }
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

function isResult(result: unknown): result is GatewayResult {
  return typeof result === 'object' && result !== null && 'statusCode' in result;
}
