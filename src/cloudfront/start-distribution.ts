import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { CloudReader } from '#aws';
import {
  type Answer,
  close,
  issueCertificate,
  listen,
  refuseForeign,
  type Service,
  sendAnswer,
  textAnswer,
} from '#edge';
import { answerViewer } from './answer-viewer.ts';
import { cacheFor } from './cache-for.ts';
import { createCache } from './create-cache.ts';
import { createFunctionRunner } from './create-function-runner.ts';
import { createInvalidator } from './create-invalidator.ts';
import { readDistribution } from './read-distribution.ts';
import { readViewerRequest } from './viewer-request.ts';

type DistributionOptions = {
  readonly id: string;
  readonly reader: CloudReader;
  /** Takes one sentence for each error and each invalidation. Default: it is dropped. */
  readonly log?: (text: string) => void;
  /** Default: 127.0.0.1, which only this machine can reach. */
  readonly host?: string;
  /** For HTTPS; HTTP gets the next free one. Default: any free one. */
  readonly port?: number;
  /** How many ports to try, counted upwards. Default: 1. */
  readonly maxPorts?: number;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
};

/** A distribution on this machine; `url` is where it answers with TLS. */
export type RunningDistribution = Service & {
  /** Where it answers without TLS, as the distribution says: with a redirect. */
  readonly httpUrl: string;
  /** The certificate, in PEM, of the authority behind the edge's own; made anew at each start. */
  readonly ca: string;
  /** One sentence for each setting that this edge does not follow. */
  readonly notes: readonly string[];
};

// A change of the distribution may take five seconds, where CloudFront takes minutes. An invalidation is done as soon as AWS says so:
// who waited for it must not see the old page, and does not come back within a tenth of a second.
const configurationMs = 5_000;
const invalidationMs = 100;
const maxBytes = 10 * 1024 * 1024;

/**
 * Starts a CloudFront for this machine: it reads a deployed distribution with its policies, functions and bucket through AWS's
 * API and does what they say. Its `url` is HTTPS, by an address rather than a name, so that no browser remembers the site's HSTS
 * for whatever else runs on localhost. Rejects with a sentence when it cannot listen or cannot read the distribution.
 */
export async function startDistribution({
  id,
  reader,
  log = () => {},
  host = '127.0.0.1',
  port = 0,
  maxPorts = 1,
  now = () => new Date(),
}: DistributionOptions): Promise<RunningDistribution> {
  const cache = createCache();
  const recallDistribution = cacheFor(configurationMs, () => readDistribution(reader, id), { now, log });
  const invalidate = cacheFor(invalidationMs, createInvalidator(id, { reader, cache, log }), { now, log });
  const [{ notes }] = await Promise.all([recallDistribution(), invalidate()]);
  const functions = createFunctionRunner({ log });
  const createRequestId = () => randomBytes(42).toString('base64url');

  async function answer(request: IncomingMessage, isSecure: boolean): Promise<Answer> {
    const refusal = refuseForeign(request, { name: host, pages: 'own' });
    if (refusal) return refusal;
    const viewer = await readViewerRequest(request, { isSecure, maxBytes });
    if (!viewer) return textAnswer(413, `This edge takes bodies of up to ${maxBytes} bytes.`);
    const [distribution] = await Promise.all([recallDistribution(), invalidate()]);
    const tools = { reader, cache, log, now, createRequestId, secureUrl: url, runFunction: functions.run };
    return answerViewer(viewer, distribution, tools);
  }
  async function respond(request: IncomingMessage, response: ServerResponse, isSecure: boolean): Promise<void> {
    try {
      sendAnswer(response, await answer(request, isSecure));
    } catch (error) {
      if (response.destroyed) return;
      log((error as Error).message);
      sendAnswer(response, textAnswer(502, (error as Error).message));
    }
  }

  const { ca, chain, key } = issueCertificate({ names: ['127.0.0.1', 'localhost'], now: now() });
  const secureServer = createSecureServer({ cert: chain, key }, (request, response) => {
    void respond(request, response, true);
  });
  const server = createServer((request, response) => {
    void respond(request, response, false);
  });
  const url = (await listen(secureServer, { host, port, maxPorts })).replace('http:', 'https:');
  const next = port === 0 ? 0 : Number(new URL(url).port) + 1;
  const httpUrl = await listen(server, { host, port: next, maxPorts }).catch(async (error: Error) => {
    await close(secureServer);
    throw error;
  });
  return {
    url,
    httpUrl,
    ca,
    notes,
    async stop() {
      await Promise.all([close(secureServer), close(server), functions.stop()]);
    },
  };
}
