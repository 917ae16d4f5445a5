export { type Bucket, createBucket, type Guard } from './create-bucket.ts';
export { type CloudReader, createCloudReader } from './create-cloud-reader.ts';
export { createDistribution, type Distribution } from './create-distribution.ts';
export { findIdentityProvider } from './find-identity-provider.ts';
export { makeBucket } from './make-bucket.ts';
export { readCredentials, readIdentity } from './read-identity.ts';
export { wrapAwsError } from './wrap-aws-error.ts';
