import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'yaml';
import { describeCredentials } from '../rehearsal/assume-role.ts';
import { accountOwner } from '../rehearsal/call-aws.ts';
import { findPort } from '../rehearsal/find-port.ts';
import type { Rehearsal } from '../rehearsal/rehearsal.ts';
import { type RunningCommand, startCommand } from '../rehearsal/run-command.ts';
import { repository } from './start-github.ts';

export type Site = { readonly url: string; readonly caFile: string };

export type Desk = {
  readonly url: string;
  /** The edge that serves an environment; started when it is asked for first. */
  openSite(name: string): Promise<Site>;
  stop(): void;
};

type Job = { readonly environment?: string; readonly permissions?: Readonly<Record<string, string>> };

/**
 * Starts what a runner asks beside GitHub's API: `/token` vouches for a job as GitHub does, if its permissions allow that, and
 * `/site` tells where an environment is served, which takes the place of DNS and CloudFront.
 */
export async function startDesk(
  rehearsal: Rehearsal,
  checkout: string,
  onSmoke: (name: string) => void,
): Promise<Desk> {
  const { jobs } = parse(readFileSync(join(checkout, '.github/workflows/pipeline.yaml'), 'utf8')) as {
    readonly jobs: Readonly<Record<string, Job>>;
  };
  const environments = Object.values(jobs).flatMap(({ environment }) => environment ?? []);
  const edges = new Map<string, Promise<Site>>();
  function openSite(name: string): Promise<Site> {
    const edge = edges.get(name) ?? startEdge(rehearsal, checkout, name);
    edges.set(name, edge);
    return edge;
  }
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://desk');
    const name = searchParams.get('job') ?? '';
    if (pathname === '/site') {
      const place = await findPlace(rehearsal, environments, searchParams.get('url') ?? '');
      onSmoke(place);
      return answer(response, 200, await openSite(place));
    }
    const { environment, permissions } = jobs[name] ?? {};
    if (permissions?.['id-token'] !== 'write') return answer(response, 403, {});
    const run = searchParams.get('event') === 'pull_request' ? 'pull_request' : `ref:${searchParams.get('ref')}`;
    const subject = environment === undefined ? run : `environment:${environment}`;
    answer(response, 200, { value: createToken(`repo:${repository}:${subject}`) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    openSite,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function createToken(sub: string): string {
  const claims = { iss: 'https://token.actions.githubusercontent.com', aud: 'sts.amazonaws.com', sub };
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return `${encode({ alg: 'RS256' })}.${encode(claims)}.${Buffer.from('signature').toString('base64url')}`;
}

/** The environment whose state names this address. */
async function findPlace({ emulator, env }: Rehearsal, environments: readonly string[], url: string): Promise<string> {
  for (const name of environments) {
    const path = `/${env.STATE_S3_BUCKET}/${name}/s3-cloudfront.tfstate`;
    const { text } = await emulator.aws.call({ service: 's3', method: 'GET', path });
    if (text.includes(JSON.stringify(url))) return name;
  }
  throw new Error(`No environment is at ${url}.`);
}

async function startEdge({ env, signal }: Rehearsal, checkout: string, name: string): Promise<Site> {
  const port = await findPort();
  const url = `https://127.0.0.1:${port}`;
  const args = [join(checkout, 'bin/cloud-resume.js'), 'preview', '--aws', name, '--port', String(port), '--no-open'];
  const credentials = describeCredentials(accountOwner);
  const edge: RunningCommand = startCommand(process.execPath, args, {
    cwd: checkout,
    env: { ...env, ...credentials },
    signal,
  });
  let isOver = false;
  void edge.ended.finally(() => {
    isOver = true;
  });
  while (!edge.output().includes(url)) {
    if (isOver) throw new Error(`No edge for ${name}:\n${edge.output()}`);
    await pause(100, undefined, { signal });
  }
  return { url, caFile: join(checkout, '.local/edge', `${name}-ca.pem`) };
}
