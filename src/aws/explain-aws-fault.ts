/** A fault of AWS as an error that says what was tried and what to do next. */
export function explainAwsFault(tried: string, fault: unknown): Error {
  return new Error(`${tried}. ${suggestRemedy(fault)}`, { cause: fault });
}

function suggestRemedy(fault: unknown): string {
  const { name, code, status } = readFault(fault);
  if (/CredentialsProviderError|TokenProviderError/.test(name)) {
    return 'There are no AWS credentials: sign in (aws sso login, or aws configure), or name a profile with AWS_PROFILE.';
  }
  if (/ExpiredToken|TokenRefreshRequired|RequestExpired/.test(name))
    return 'The AWS credentials have run out: sign in again.';
  if (/InvalidAccessKeyId|InvalidClientTokenId|UnrecognizedClient|SignatureDoesNotMatch|AuthFailure/.test(name)) {
    return 'AWS does not know these credentials: sign in again, or name another profile with AWS_PROFILE.';
  }
  if (name === 'RequestTimeTooSkewed') return "This machine's clock is wrong: set it.";
  if (/NoSuchBucket|NoSuchDistribution|NoSuchResource|ResourceNotFound/.test(name)) {
    return 'It is no longer there: apply the environment again (terragrunt run --all -- apply).';
  }
  if (name === 'NoSuchKey') {
    return 'Somebody else publishes at the same time: wait until that is done, then run this again.';
  }
  if (/AccessDenied|Forbidden/.test(name) || status === 403) {
    return 'These credentials may not do that: use those of the account, or the role that bootstrap made for it.';
  }
  if (/Throttl|SlowDown|TooManyRequests|TooManyInvalidations/.test(name) || status === 429 || status === 503) {
    return 'AWS has too much to do: run this again in a minute.';
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|TimeoutError|EPIPE|CERT|SIGNED|SIGNATURE/.test(`${code} ${name}`)) {
    return 'AWS cannot be reached: check the connection, and AWS_ENDPOINT_URL if it is set.';
  }
  return 'Run this again; --debug shows more.';
}

function readFault(fault: unknown): { readonly name: string; readonly code: string; readonly status: number } {
  const { name, code, $metadata } = (fault ?? {}) as {
    readonly name?: unknown;
    readonly code?: unknown;
    readonly $metadata?: { readonly httpStatusCode?: number };
  };
  return { name: String(name ?? ''), code: String(code ?? ''), status: $metadata?.httpStatusCode ?? 0 };
}
