import type { Bucket } from '#aws';
import { checkStateBucket } from '#terragrunt';
import type { Shell } from '../../shell.ts';
import { bad, type Check, good, unknown } from './check.ts';
import type { Regions } from './read-regions.ts';

export type Account = {
  readonly checks: readonly Check[];
  /** The state bucket, when it can be read. */
  readonly state?: Bucket;
};

/** Looks at the account: the credentials, and the bucket that bootstrap made. */
export async function checkAccount(regions: Regions, { env }: Pick<Shell, 'env'>): Promise<Account> {
  const { createBucket, readIdentity } = await import('#aws');
  const mistake = checkStateBucket(env);
  const named =
    mistake === undefined
      ? good(`STATE_S3_BUCKET is ${env.STATE_S3_BUCKET}`)
      : bad('The state bucket has no name', mistake);
  const who = await readIdentity(regions.region).then(
    ({ arn }) => good(`AWS knows you in ${regions.region}: ${arn}`),
    (fault: Error) => bad('AWS credentials', fault.message),
  );
  if (who.state === 'bad' || mistake !== undefined) {
    return { checks: [named, who, unknown('The state bucket was not looked at')] };
  }
  const state = await createBucket({ name: env.STATE_S3_BUCKET ?? '', region: regions.state });
  const read = await state.list().then(
    () => good('The state bucket is there, and yours to read'),
    (fault: Error) => bad('The state bucket', explainState(fault)),
  );
  return { checks: [named, who, read], ...(read.state === 'good' && { state }) };
}

function explainState({ message, cause }: Error): string {
  return cause instanceof Error && cause.name === 'NoSuchBucket'
    ? 'There is no such bucket. Apply infrastructure/bootstrap, once for the account: docs/deploy.md says how.'
    : message;
}
