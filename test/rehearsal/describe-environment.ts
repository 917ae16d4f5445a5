const foreign =
  /^(AWS_|TF_VAR_|TF_PLUGIN_CACHE_|TG_|SITE_|BUCKET_URL$|API_URL$|STATE_S3_BUCKET$|ALARM_(?:EMAIL|HTTPS|WEBHOOK)$|GITHUB_|ACTIONS_|npm_)/;

/**
 * An environment without whatever could reach an account or change what is rehearsed. The tools get theirs from the project's own
 * commands; `cache` is a folder in which they find nothing at first, as on a fresh machine.
 */
export function describeEnvironment(all: NodeJS.ProcessEnv, path: string, cache: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(all).filter(([name]) => !foreign.test(name))),
    PATH: path,
    XDG_CACHE_HOME: cache,
    TF_IN_AUTOMATION: 'true',
    CHECKPOINT_DISABLE: 'true',
    TG_NO_COLOR: 'true',
    TG_NON_INTERACTIVE: 'true',
    NO_COLOR: '1',
  };
}
