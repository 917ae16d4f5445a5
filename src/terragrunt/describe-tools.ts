import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Shell } from '#cli';

/**
 * The environment that OpenTofu and Terragrunt are run with, which is that of the rehearsals too. All providers lie in one folder.
 * Terragrunt's own way to share them is off: units that start together get in each other's way there. Whoever sets one of these
 * variables has the last word.
 */
export function describeTools(env: Shell['env']): Shell['env'] {
  const cache = env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache');
  return {
    TG_TF_PATH: 'tofu',
    TG_NO_AUTO_PROVIDER_CACHE_DIR: 'true',
    TF_PLUGIN_CACHE_DIR: join(cache, 'cloud-resume', 'providers'),
    // Without lock files, which are an option, nothing would be taken from the folder.
    TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true',
    ...env,
  };
}
