import type { Bucket } from '#aws';
import { findState } from '#terragrunt';
import type { Shell } from '../../shell.ts';
import { bad, type Check, good, unknown } from './check.ts';

type Account = {
  readonly checks: readonly Check[];
  /** The state bucket, when it can be read. */
  readonly state?: Bucket;
};

/** Looks at the account, in a region: the credentials, and the bucket that bootstrap made. */
export async function checkAccount(
  region: string,
  environment: { readonly folder: string } | undefined,
  shell: Pick<Shell, 'root' | 'env'>,
): Promise<Account> {
  const { createBucket, readIdentity } = await import('#aws');
  const who = await readIdentity(region, shell.env).then(
    ({ arn }) => good(`AWS knows you in ${region}: ${arn}`),
    (error: Error) => bad('AWS credentials', error.message),
  );
  if (who.state === 'bad') return { checks: [who, unknown('The state bucket was not looked at')] };
  const found = await findState(shell, environment);
  const state = await createBucket({ name: found.bucket, region: found.region }, shell.env);
  const read = await state.list().then(
    () => good(`The state bucket ${found.bucket} is there, and yours to read`),
    (error: Error) => bad(`The state bucket ${found.bucket}`, explainState(error)),
  );
  return { checks: [who, read], ...(read.state === 'good' && { state }) };
}

function explainState({ message, cause }: Error): string {
  return cause instanceof Error && cause.name === 'NoSuchBucket'
    ? 'There is no such bucket. Run npx cloud-resume bootstrap, once for the account.'
    : message;
}
