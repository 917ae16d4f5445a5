import { readFileSync } from 'node:fs';
import { createServer, request as send } from 'node:https';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Emulator } from '../rehearsal/start-emulator.ts';

export type Recorder = {
  /** Where the emulator is found through it. */
  readonly env: Readonly<Record<string, string>>;
  /** Every call in its order: `s3 PUT /bucket/key`, `dynamodb CreateTable`, and what else is noted. */
  readonly calls: string[];
  stop(): void;
};

/** Starts a server before the emulator that passes every call on as it is, and writes it down. */
export async function startRecorder({ url, caFile, env }: Emulator): Promise<Recorder> {
  const folder = dirname(caFile);
  const read = (name: string) => readFileSync(join(folder, name));
  const { hostname, port: target } = new URL(url);
  const calls: string[] = [];
  const server = createServer({ cert: read('chain.pem'), key: read('key.pem') }, async (request, response) => {
    const { method = '', url: path = '/', headers } = request;
    const body = await buffer(request);
    calls.push(describeCall(method, path, headers, body));
    send({ hostname, port: target, method, path, headers, ca: read('ca.pem') })
      .on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      })
      .on('error', () => response.destroy())
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    env: { ...env, AWS_ENDPOINT_URL: `https://localhost:${port}`, AWS_ENDPOINT_URL_S3: `https://127.0.0.1:${port}` },
    calls,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function describeCall(
  method: string,
  path: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: Buffer,
): string {
  const [, service = 'sts'] = /Credential=[^/]+\/\d+\/[^/]+\/([^/]+)\//.exec(String(headers.authorization)) ?? [];
  const target = headers['x-amz-target'];
  const [, action] = /(?:^|&)Action=(\w+)/.exec(body.subarray(0, 2000).toString()) ?? [];
  const [, operation] = /\/operation\/(\w+)$/.exec(path) ?? [];
  const name = operation ?? (target === undefined ? action : String(target).split('.').at(-1));
  return `${service} ${name ?? `${method} ${path.split('?')[0]}`}`;
}

/** Whether a call could have changed something. */
export function isChange(call: string): boolean {
  return !/^(sts|smoke) |^\w[\w-]* (GET|HEAD|Get|List|Describe|Head|BatchGet)/.test(call);
}
