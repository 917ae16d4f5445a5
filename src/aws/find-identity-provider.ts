import type { Shell } from '#cli';
import { readClientSettings } from './client-settings.ts';
import { wrapAwsError } from './wrap-aws-error.ts';

/**
 * Finds out whether the account vouches for the runs of a host already, such as `token.actions.githubusercontent.com`: it can do so
 * once only. Resolves to the provider's ARN, or nothing. Rejects with what was tried and what to do next.
 */
export async function findIdentityProvider(
  account: string,
  host: string,
  env: Shell['env'],
): Promise<string | undefined> {
  const sts = await import('@aws-sdk/client-sts');
  // The one question to IAM: it is not worth another client, so this one signs it.
  const client = new sts.STSClient({ region: 'us-east-1', ...readClientSettings(env, 'STS') });
  const url = new URL(env.AWS_ENDPOINT_URL_IAM || env.AWS_ENDPOINT_URL || 'https://iam.amazonaws.com');
  const arn = `arn:aws:iam::${account}:oidc-provider/${host}`;
  const form = { Action: 'GetOpenIDConnectProvider', Version: '2010-05-08', OpenIDConnectProviderArn: arn };
  const body = new URLSearchParams(form).toString();
  try {
    const signer = await client.config.signer({
      name: 'sigv4',
      signingName: 'iam',
      signingRegion: 'us-east-1',
      properties: {},
    });
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port !== '' && { port: Number(url.port) }),
      path: '/',
      query: {},
      headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    const reply = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(60_000) });
    const text = await reply.text();
    if (reply.ok) return arn;
    const [, name = ''] = /<Code>([^<]+)</.exec(text) ?? [];
    if (name === 'NoSuchEntity') return undefined;
    throw Object.assign(new Error(text), { name, $metadata: { httpStatusCode: reply.status } });
  } catch (error) {
    throw wrapAwsError('Asking AWS whether the account knows GitHub failed', error);
  } finally {
    client.destroy();
  }
}
