import type { Shell } from '#cli';

/** What every client of AWS's SDK is made with. */
type ClientSettings = {
  readonly requestHandler: typeof requestHandler;
  readonly endpoint?: string;
  readonly profile?: string;
  readonly credentials?: Credentials;
};

export type Credentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
};

// By default the SDK waits forever; without throwOnRequestTimeout it only warns.
const requestHandler = { connectionTimeout: 5000, requestTimeout: 60_000, throwOnRequestTimeout: true } as const;

/**
 * Reads from an environment what AWS's variables say of a service, such as `S3`. Without keys in it the SDK looks for credentials
 * in its usual places: profiles, single sign-on, a container's or machine's role.
 */
export function readClientSettings(env: Shell['env'], service: 'S3' | 'CLOUDFRONT' | 'STS'): ClientSettings {
  const endpoint = env[`AWS_ENDPOINT_URL_${service}`] || env.AWS_ENDPOINT_URL;
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: sessionToken,
  } = env;
  return {
    requestHandler,
    ...(endpoint && { endpoint }),
    ...(env.AWS_PROFILE && { profile: env.AWS_PROFILE }),
    ...(accessKeyId &&
      secretAccessKey && { credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } }),
  };
}
