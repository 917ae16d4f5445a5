import { captureTool } from '#terragrunt';
import type { Shell } from '../../shell.ts';
import { bad, type Check, good, unknown } from './check.ts';

/** What the pipeline needs of a repository on GitHub, and how to find each value. */
const variables = {
  AWS_ACCOUNT_ID: 'aws sts get-caller-identity --query Account --output text',
  AWS_REGION: 'sed -n \'s/.*state_region *= "\\(.*\\)"/\\1/p\' infrastructure/root.hcl',
  STATE_S3_BUCKET: 'echo cloud-resume-state-$(aws sts get-caller-identity --query Account --output text)',
} as const;

/** Looks at the repository on GitHub through `gh`: its variables, and an environment for each one of the project. */
export async function checkGitHub(
  names: readonly string[],
  { root, env }: Pick<Shell, 'root' | 'env'>,
): Promise<readonly Check[]> {
  const ask = (path: string, query: string) =>
    captureTool('gh', ['api', `repos/{owner}/{repo}/${path}`, '--jq', query], { cwd: root, env });
  const [found, environments] = await Promise.all([
    ask('actions/variables?per_page=100', '.variables[].name'),
    ask('environments?per_page=100', '.environments[].name'),
  ]);
  if (found.isMissing) {
    return [unknown('The repository on GitHub was not looked at: gh is not installed (https://cli.github.com)')];
  }
  if (!found.ok || !environments.ok) {
    const said = (found.stderr || environments.stderr).trim().split('\n')[0] ?? '';
    return [bad('The repository on GitHub', `gh says: ${said} Run gh auth login, in a checkout that has its remote.`)];
  }
  const has = (list: string, name: string) => list.split('\n').includes(name);
  return [
    ...Object.entries(variables).map(([name, source]) =>
      has(found.stdout, name)
        ? good(`The repository has the variable ${name}`)
        : bad(`The repository has no variable ${name}`, `gh variable set ${name} --body "$(${source})"`),
    ),
    ...names.map((name) =>
      has(environments.stdout, name)
        ? good(`The repository has the environment ${name}`)
        : bad(
            `The repository has no environment ${name}`,
            `gh api -X PUT repos/{owner}/{repo}/environments/${name}; who has to agree to a deployment is set on GitHub.`,
          ),
    ),
  ];
}
