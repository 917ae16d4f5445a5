import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueCertificate } from '#edge';
import { type Aws, createAws } from './call-aws.ts';
import { runCommand, startCommand } from './run-command.ts';

export type Emulator = {
  readonly url: string;
  /** The authority to trust, a PEM file. */
  readonly caFile: string;
  readonly aws: Aws;
  /** What whoever uses AWS needs in the environment to find the emulator instead, and no account by mistake. */
  readonly env: Readonly<Record<string, string>>;
  /** What it has printed so far. */
  output(): string;
  stop(): void;
};

type EmulatorOptions = {
  /** Where it may keep its files. */
  readonly folder: string;
  readonly port: number;
  /** The environment without anything of AWS in it. */
  readonly env: NodeJS.ProcessEnv;
  /** Where packages for it are kept from one rehearsal to the next. */
  readonly cache: string;
  readonly signal: AbortSignal;
  /** The path of `ministack`. */
  readonly program: string;
};

const cbor = 'cbor2==5.7.0';

/** Starts MiniStack with IAM enforced and with TLS, without which the buckets' own policies refuse everything. */
export async function startEmulator({ folder, port, env, cache, signal, program }: EmulatorOptions): Promise<Emulator> {
  mkdirSync(folder, { recursive: true });
  const names = ['localhost', '127.0.0.1', '*.execute-api.localhost', '000000000000.localhost'];
  const { ca, chain, key } = issueCertificate({ names, now: new Date() });
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const caFile = write('ca.pem', ca);
  const running = startCommand(program, [], {
    cwd: folder,
    signal,
    env: {
      ...env,
      AUTH: 'true',
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      USE_SSL: '1',
      MINISTACK_SSL_CERT: write('chain.pem', chain),
      MINISTACK_SSL_KEY: write('key.pem', key),
      // Its functions call it back.
      NODE_EXTRA_CA_CERTS: caFile,
      // Its topics and webhooks call servers of the rehearsal.
      SSL_CERT_FILE: caFile,
      PYTHONPATH: await findCbor(program, cache, env, signal),
      S3_DATA_DIR: join(folder, 's3'),
      STATE_DIR: join(folder, 'state'),
    },
  });
  const url = `https://localhost:${port}`;
  const aws = createAws(url, ca);
  let isOver = false;
  void running.ended.finally(() => {
    isOver = true;
  });
  for (let tries = 0; !(await answers(aws)); tries += 1) {
    if (isOver || tries > 150) throw new Error(`MiniStack did not start:\n${running.output()}`);
    await pause(200, undefined, { signal });
  }
  return {
    url,
    caFile,
    aws,
    env: {
      AWS_ENDPOINT_URL: url,
      // By an address S3 is asked with the bucket in the path: a bucket's own host name has no certificate here.
      AWS_ENDPOINT_URL_S3: `https://127.0.0.1:${port}`,
      AWS_CA_BUNDLE: caFile,
      NODE_EXTRA_CA_CERTS: caFile,
      AWS_REGION: 'us-east-1',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    output: running.output,
    stop: running.stop,
  };
}

function answers(aws: Aws): Promise<boolean> {
  return aws.call({ service: 's3', method: 'GET', path: '/_ministack/health' }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Where Python finds cbor2: its own environment, or the cache, in which it is installed now if it is not there. */
async function findCbor(program: string, cache: string, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string> {
  const [, python = 'python3'] = /^#!(\S+)/.exec(readFileSync(realpathSync(program), 'utf8')) ?? [];
  const folder = join(cache, cbor.replace('==', '-'));
  mkdirSync(cache, { recursive: true });
  const run = (...args: readonly string[]) =>
    runCommand(python, args, { cwd: cache, env: { ...env, PYTHONPATH: folder }, signal, seconds: 60 });
  const isThere = () =>
    run('-c', 'import cbor2').then(
      () => true,
      () => false,
    );
  if (await isThere()) return folder;
  // Aside, because another rehearsal may do the same at this moment.
  const fresh = mkdtempSync(join(cache, 'cbor-'));
  await run('-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps', '--target', fresh, cbor);
  try {
    renameSync(fresh, folder);
  } catch (cause) {
    rmSync(fresh, { recursive: true });
    if (!(await isThere())) throw new Error(`${folder} holds something else. Delete it and try again.`, { cause });
  }
  return folder;
}
