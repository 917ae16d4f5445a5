import type { Shell } from '#cli';
import { type Credentials, readClientSettings } from './client-settings.ts';
import { attempt } from './wrap-aws-error.ts';

/** Asks AWS, in a region, who the credentials belong to. Rejects with what was tried and what to do next. */
export async function readIdentity(
  region: string,
  env: Shell['env'],
): Promise<{ readonly account: string; readonly arn: string }> {
  const sts = await import('@aws-sdk/client-sts');
  const client = new sts.STSClient({ region, ...readClientSettings(env, 'STS') });
  const asking = client.send(new sts.GetCallerIdentityCommand({}));
  const { Account = '', Arn = '' } = await attempt(`Asking AWS in ${region} who you are failed`, asking);
  return { account: Account, arn: Arn };
}

/** Finds the credentials that AWS's own clients would use in a region. Rejects with what was tried and what to do next. */
export async function readCredentials(region: string, env: Shell['env']): Promise<Credentials> {
  const sts = await import('@aws-sdk/client-sts');
  const client = new sts.STSClient({ region, ...readClientSettings(env, 'STS') });
  try {
    const looking = client.config.credentials();
    const { accessKeyId, secretAccessKey, sessionToken } = await attempt('Looking for AWS credentials failed', looking);
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  } finally {
    client.destroy();
  }
}
