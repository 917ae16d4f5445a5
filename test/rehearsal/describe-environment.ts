const foreign =
  /^(AWS_|TF_VAR_|TG_(?!TF_PATH)|SITE_|BUCKET_URL$|API_URL$|STATE_S3_BUCKET$|ALARM_EMAIL$|GITHUB_|ACTIONS_|npm_)/;

/** An environment without whatever could reach an account or change what is rehearsed. */
export function describeEnvironment(all: NodeJS.ProcessEnv, path: string, providers: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(all).filter(([name]) => !foreign.test(name))),
    PATH: path,
    TF_PLUGIN_CACHE_DIR: providers,
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true',
    TF_IN_AUTOMATION: 'true',
    CHECKPOINT_DISABLE: 'true',
    TG_TF_PATH: 'tofu',
    TG_NO_COLOR: 'true',
    TG_NON_INTERACTIVE: 'true',
    // Its own cache of providers is shared by units that start at the same moment, which get in each other's way.
    TG_NO_AUTO_PROVIDER_CACHE_DIR: 'true',
    NO_COLOR: '1',
  };
}
