import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { TofuPlan } from '#plans';
import { type CloudProject, makeCloudProject } from '../cli/make-cloud-project.ts';
import { type GitHub, repository, startGitHub, workflowToken } from './start-github.ts';

// It plans what a file says, and applying a unit brings the files that are planned from then on.
const terragrunt = `#!/bin/sh
home=$(cd "$(dirname "$0")/.." && pwd)
place=$(basename "$PWD")
units=
folder=
command=
line=terragrunt
while [ $# -gt 0 ]; do
  case "$1" in
    --filter) units="$units \${2#./}"; line="$line $2"; shift ;;
    --out-dir) folder=$2; shift ;;
    --json-out-dir) shift ;;
    --all|--non-interactive|-input=false|--) ;;
    *) command="$command $1"; line="$line $1" ;;
  esac
  shift
done
case "$command" in
  *find*) cat "$home/answers/units"; exit 0 ;;
  *output*) cat "$home/answers/terragrunt-output"; exit 0 ;;
esac
echo "$line in $place" >> "$home/asked"
cat "$home/answers/terragrunt-run-error" 1>&2 2>/dev/null && exit 1
for unit in $units; do
  case "$command" in
    *plan*)
      mkdir -p "$folder/$unit"
      cp "$home/plans/$place/$unit.json" "$folder/$unit/tfplan.json"
      cp "$home/plans/$place/$unit.json" "$folder/$unit/tfplan.tfplan" ;;
    *apply*)
      [ -e "$folder/$unit/tfplan.tfplan" ] || exit 1
      cp "$home/after/$place/$unit/"* "$home/plans/$place/" 2>/dev/null ;;
  esac
done
exit 0
`;

type PipelineProject = CloudProject & {
  readonly github: GitHub;
  /** Sets what Terragrunt plans from now on for a unit of dev; with `after`, from when that unit is applied. */
  plan(unit: string, plan: TofuPlan, after?: string): Promise<void>;
  /** Tells the command line of a pull request, and gives what it wrote as the output "comment". */
  review(number: number, commit: string): Promise<string>;
  /** Merges a pull request and applies dev. */
  merge(number: number): ReturnType<CloudProject['run']>;
};

export const calm: TofuPlan = {};

/** A project with GitHub before it and tools that stand in for the real ones: units `table` ← `api` ← `site` in dev and prod. */
export async function makePipelineProject(context: TestContext): Promise<PipelineProject> {
  const github = await startGitHub();
  context.after(() => github.stop());
  const units = ['table', 'api', 'site'];
  const project = await makeCloudProject(context, {
    'bin/terragrunt': terragrunt,
    'answers/units': JSON.stringify([
      { type: 'unit', path: 'table' },
      { type: 'unit', path: 'api', dependencies: ['table'] },
      { type: 'unit', path: 'site', dependencies: ['api'] },
    ]),
    ...Object.fromEntries(
      ['dev', 'prod'].flatMap((name) => units.map((unit) => [`plans/${name}/${unit}.json`, JSON.stringify(calm)])),
    ),
  });
  const { cwd } = project;
  const ci = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: repository,
    GITHUB_TOKEN: workflowToken,
  };
  const run: CloudProject['run'] = (line, env = {}) => project.run(line, { ...ci, ...env });
  const spawn: CloudProject['spawn'] = (line, env = {}) => project.spawn(line, { ...ci, ...env });

  return {
    ...project,
    github,
    run,
    spawn,
    async plan(unit, plan, after) {
      const folder = after === undefined ? join(cwd, 'plans/dev') : join(cwd, 'after/dev', after);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${unit}.json`), JSON.stringify(plan));
    },
    async review(number, commit) {
      const [event, output] = [join(cwd, 'event.json'), join(cwd, 'output')];
      await writeFile(event, JSON.stringify({ pull_request: { number, head: { sha: commit } } }));
      await writeFile(output, '');
      const env = { GITHUB_EVENT_PATH: event, GITHUB_OUTPUT: output };
      const planned = await run('plan', env);
      if (planned.code !== 0) throw new Error(planned.stderr);
      const [first = '', ...lines] = (await readFile(output, 'utf8')).split('\n');
      const [, end = ''] = first.split('<<');
      const comment = lines.slice(0, lines.indexOf(end)).join('\n');
      const written = await run('comment', { ...env, PLAN_COMMENT: comment });
      if (written.code !== 0) throw new Error(written.stderr);
      const pull = github.pulls.find((one) => one.number === number);
      if (pull) pull.head.sha = commit;
      else github.pulls.push({ number, head: { sha: commit }, merged_at: null, merge_commit_sha: null });
      return comment;
    },
    async merge(number) {
      const pull = github.pulls.find((one) => one.number === number);
      if (pull) Object.assign(pull, { merged_at: '2026-11-24T10:00:00Z', merge_commit_sha: `merge-${number}` });
      await writeFile(join(cwd, 'asked'), '');
      return run('apply dev --reviewed', { GITHUB_SHA: `merge-${number}` });
    },
  };
}
