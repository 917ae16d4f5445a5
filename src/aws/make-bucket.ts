import { type Shell, UserError } from '#cli';
import { readClientSettings } from './client-settings.ts';
import type { BucketSettings } from './create-bucket.ts';
import { attempt, wrapAwsError } from './wrap-aws-error.ts';

/** Makes a bucket, private as every new one is, unless it is there and yours. Resolves to whether it was made. */
export async function makeBucket({ name, region }: BucketSettings, env: Shell['env']): Promise<boolean> {
  const s3 = await import('@aws-sdk/client-s3');
  const client = new s3.S3Client({ region, ...readClientSettings(env, 'S3') });
  try {
    await client.send(new s3.HeadBucketCommand({ Bucket: name }));
    return false;
  } catch (error) {
    const status = (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;
    const remedy = 'Set STATE_S3_BUCKET to another name, or use credentials that may read it.';
    if (status === 403 || status === 301)
      throw new UserError(`The bucket ${name} belongs to another account or region. ${remedy}`);
    if (status !== 404) throw wrapAwsError(`Looking for the bucket ${name} failed`, error);
  }
  // us-east-1 takes no name of its own here.
  const place = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as never } };
  const making = client.send(new s3.CreateBucketCommand({ Bucket: name, ...place }));
  await attempt(`Making the bucket ${name} failed`, making);
  return true;
}
