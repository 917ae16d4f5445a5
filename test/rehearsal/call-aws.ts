import { request } from 'node:https';
import { text } from 'node:stream/consumers';
import type { Credentials } from '#counter';
import { signRequest } from '../sign-request.ts';

export type AwsCall = {
  /** As AWS abbreviates it where it signs: `iam`, `s3`, `monitoring`. */
  readonly service: string;
  /** Default: POST. */
  readonly method?: string;
  /** With the query. Default: `/`. */
  readonly path?: string;
  /** Parameters of the query protocol, the API's version included. */
  readonly form?: Readonly<Record<string, string>>;
  /** Of the JSON protocol: `DynamoDB_20120810.GetItem`. */
  readonly target?: string;
  readonly json?: object;
  /** Of the XML protocol. */
  readonly xml?: string;
  /** Default: the account's owner, who may do everything. */
  readonly credentials?: Credentials;
};

export type AwsReply = { readonly status: number; readonly text: string };

export type Aws = {
  /** Calls the API and gives its answer, whatever it is. */
  call(call: AwsCall): Promise<AwsReply>;
  /** Calls the API and gives the text of its answer; rejects when it refuses. */
  read(call: AwsCall): Promise<string>;
};

/** Whoever owns the emulated account may do everything in it. */
export const accountOwner: Credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Creates what calls AWS's APIs at one address, trusting one authority (PEM). */
export function createAws(url: string, ca: string): Aws {
  const { host, hostname, port } = new URL(url);

  async function call({
    service,
    method = 'POST',
    path = '/',
    form,
    target,
    json,
    xml = '',
    credentials = accountOwner,
  }: AwsCall) {
    const body = form ? new URLSearchParams(form).toString() : json ? JSON.stringify(json) : xml;
    const type = form ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.0';
    const headers = await signRequest(
      {
        method,
        host,
        path,
        headers: { ...(body && { 'content-type': type }), ...(target && { 'x-amz-target': target }) },
        body,
      },
      { region: 'us-east-1', service, credentials, now: new Date() },
    );
    const reply = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
      const signal = AbortSignal.timeout(30_000);
      request({ hostname, port, path, method, headers, ca, signal, agent: false })
        .on('response', resolve)
        .on('error', reject)
        .end(body);
    });
    return { status: reply.statusCode ?? 0, text: await text(reply) };
  }

  return {
    call,
    async read(one) {
      const { status, text: answer } = await call(one);
      if (status < 300) return answer;
      throw new Error(`${one.service} answered ${status} to ${describeCall(one)}: ${answer.slice(0, 500)}`);
    },
  };
}

/** The texts of all elements of this name, with their entities decoded. */
export function readElements(xml: string, name: string): readonly string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, content = '']) => decodeXml(content));
}

function decodeXml(content: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return content
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => signs[name] ?? '');
}

function describeCall({ method = 'POST', path = '/', form, target }: AwsCall): string {
  return form?.Action ?? target ?? `${method} ${path}`;
}
