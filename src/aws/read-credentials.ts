import { explainAwsFault } from './explain-aws-fault.ts';

export type FoundCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

/** Finds the credentials that AWS's own clients would use in a region. Rejects with what was tried and what to do next. */
export async function readCredentials(region: string): Promise<FoundCredentials> {
  const sts = await import('@aws-sdk/client-sts');
  const client = new sts.STSClient({ region });
  try {
    const { accessKeyId, secretAccessKey, sessionToken } = await client.config.credentials();
    return { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) };
  } catch (fault) {
    throw explainAwsFault('Looking for AWS credentials failed', fault);
  } finally {
    client.destroy();
  }
}
