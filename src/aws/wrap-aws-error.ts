import { UserError } from '#cli';

/** Wraps an error of AWS's SDK into one that says what was tried and what to do next. */
export function wrapAwsError(tried: string, error: unknown): Error {
  return new Error(`${tried}. ${suggestRemedy(error)}`, { cause: error });
}

/** Waits for an answer of AWS; rejects with what was tried and what to do next. A `UserError` says that itself. */
export async function attempt<Result>(tried: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw wrapAwsError(tried, error);
  }
}

/** Whether AWS's SDK gave an error one of these names. */
export function hasName(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name);
}

function suggestRemedy(error: unknown): string {
  const { name, code, status } = readError(error);
  if (/CredentialsProviderError|TokenProviderError/.test(name)) {
    return 'There are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with AWS_PROFILE.';
  }
  if (/ExpiredToken|TokenRefreshRequired|RequestExpired/.test(name))
    return 'The AWS credentials have expired: sign in again.';
  if (/InvalidAccessKeyId|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure/.test(name)) {
    return 'AWS does not know these credentials: sign in again, or name another profile with AWS_PROFILE.';
  }
  if (name === 'RequestTimeTooSkewed') return "This machine's clock is wrong: set it.";
  if (/NoSuchBucket|NoSuchDistribution|NoSuchResource|ResourceNotFound/.test(name)) {
    return 'It is no longer there: apply the environment again (terragrunt run --all -- apply).';
  }
  if (name === 'NoSuchKey') {
    return 'Someone else is publishing at the same time: wait until that is done, then run this again.';
  }
  if (/AccessDenied|Forbidden/.test(name) || status === 403) {
    return 'These credentials may not do that: use those of the account, or the role that bootstrap made for it.';
  }
  if (/Throttl|SlowDown|TooManyRequests|TooManyInvalidations/.test(name) || status === 429 || status === 503) {
    return 'AWS is busy: run this again in a minute.';
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|TimeoutError|EPIPE|CERT|SIGNED|SIGNATURE/.test(`${code} ${name}`)) {
    return 'AWS cannot be reached: check the connection, and AWS_ENDPOINT_URL if it is set.';
  }
  return 'Run this again; --debug shows more.';
}

function readError(error: unknown): { readonly name: string; readonly code: string; readonly status: number } {
  const { name, code, $metadata } = (error ?? {}) as {
    readonly name?: unknown;
    readonly code?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  return { name: String(name ?? ''), code: String(code ?? ''), status: $metadata?.httpStatusCode ?? 0 };
}
