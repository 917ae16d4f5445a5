import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Mutation, mutations } from './mutations.ts';
import { readRoles, replayCalls } from './replay-calls.ts';
import { runTool, type ToolRun } from './run-tool.ts';

/**
 * Checks the infrastructure, and the workflow that applies it, without an account: `npm run check:infrastructure`. Prints each step with its time, what a
 * failed step said, and last `N passed, N failed`. All of it works on copies, so nothing is left in the tree.
 */

const project = join(import.meta.dirname, '../..');
const infrastructure = join(project, 'infrastructure');
const workbench = mkdtempSync(join(tmpdir(), 'cloud-resume-infrastructure-'));
const copy = join(workbench, 'infrastructure');
const modules = [...readdirSync(join(infrastructure, 'modules')).map((name) => `modules/${name}`), 'bootstrap'];

type Step = { readonly title: string; readonly run: () => Promise<ToolRun> };

const workflow = '.github/workflows/pipeline.yaml';
const providers = join(project, 'node_modules/.cache/opentofu');
const env: NodeJS.ProcessEnv = {
  TF_PLUGIN_CACHE_DIR: providers,
  ...withoutAccount(process.env),
  // No lock file is committed, so there is none to break.
  TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: 'true',
  // One initialization serves all modules: they pin the same provider.
  TF_DATA_DIR: join(workbench, 'data'),
  TF_IN_AUTOMATION: 'true',
  CHECKPOINT_DISABLE: 'true',
  NO_COLOR: '1',
  TG_NO_COLOR: 'true',
  TG_TF_PATH: 'tofu',
};
const stateBucket = { STATE_S3_BUCKET: 'cloud-resume-state' };

const first: readonly Step[] = [{ title: 'tofu init', run: initialize }];

const steps: readonly Step[] = [
  {
    title: 'layout, skip register, folder index',
    run: () => tool(project, process.execPath, '--test', 'test/infrastructure/*.test.ts'),
  },
  { title: 'tofu fmt', run: () => tool(copy, 'tofu', 'fmt', '-check', '-diff', '-recursive') },
  { title: 'terragrunt hcl fmt', run: () => tool(copy, 'terragrunt', 'hcl', 'fmt', '--check', '--diff') },
  { title: 'terragrunt hcl validate', run: () => terragrunt(copy, stateBucket) },
  ...modules.flatMap((module): Step[] => [
    { title: `tofu validate ${module}`, run: () => tool(join(copy, module), 'tofu', 'validate', '-no-color') },
    { title: `tofu test ${module}`, run: () => tool(join(copy, module), 'tofu', 'test', '-no-color') },
    {
      title: `tflint ${module}`,
      run: () => tool(join(copy, module), 'tflint', `--config=${join(copy, '.tflint.hcl')}`),
    },
    {
      title: `terraform-docs ${module}`,
      run: () => tool(copy, 'terraform-docs', '--config=.terraform-docs.yml', '--output-check', module),
    },
  ]),
  { title: 'every call of the provider, replayed against the roles', run: replay },
  {
    title: 'checkov',
    run: () =>
      tool(copy, 'checkov', '--directory=.', '--framework=terraform', '--skip-download', '--compact', '--quiet'),
  },
  {
    title: 'actionlint',
    run: () => tool(project, 'actionlint', ...globSync('.github/workflows/*.yaml', { cwd: project })),
  },
  { title: 'zizmor', run: () => zizmor(project) },
  { title: 'refused: a workflow that runs what a stranger wrote', run: refuseWorkflow },
  {
    title: 'the state bucket follows from the account',
    run: () => terragrunt(copy, { AWS_ACCOUNT_ID: '123456789012' }),
  },
  { title: 'refused: an account that is none', run: refuseAccount },
  { title: 'refused: a region that is none', run: refuseRegion },
  ...mutations.map((mutation): Step => ({ title: `refused: ${mutation.title}`, run: () => refuseMutation(mutation) })),
];

mkdirSync(env.TF_PLUGIN_CACHE_DIR ?? providers, { recursive: true });
cpSync(infrastructure, copy, {
  recursive: true,
  filter: (path) =>
    !/^(\.terraform|\.terragrunt-cache|\.terraform\.lock\.hcl|terraform\.tfstate.*)$/.test(basename(path)),
});
const failed = [...(await runSteps(first, 1)), ...(await runSteps(steps, 2))].filter((ok) => !ok).length;
rmSync(workbench, { recursive: true });
console.log(`${first.length + steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** Runs the steps, so many at a time, and resolves to whether each passed. */
async function runSteps(steps: readonly Step[], lanes: number): Promise<boolean[]> {
  const waiting = [...steps];
  const results: boolean[] = [];
  const runLane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const start = performance.now();
      const { ok, output } = await step.run().catch((error: Error) => ({ ok: false, output: error.message }));
      results.push(ok);
      console.log(
        `${ok ? 'ok    ' : 'FAILED'} ${((performance.now() - start) / 1000).toFixed(1).padStart(5)} s  ${step.title}`,
      );
      if (!ok) console.log(output.trim().replaceAll(/^/gm, '         '));
    }
  };
  await Promise.all(Array.from({ length: lanes }, runLane));
  return results;
}

function tool(folder: string, name: string, ...args: readonly string[]): Promise<ToolRun> {
  return runTool(folder, env, name, ...args);
}

async function initialize(): Promise<ToolRun> {
  const [folder = ''] = modules;
  const run = await tool(join(copy, folder), 'tofu', 'init', '-backend=false', '-no-color');
  if (run.ok) {
    const lock = join(copy, folder, '.terraform.lock.hcl');
    for (const module of modules.slice(1)) cpSync(lock, join(copy, module, '.terraform.lock.hcl'));
  }
  return run;
}

/** Whether every unit can be read and gets all that its module needs; asks no account, for the dependencies are mocked. */
function terragrunt(folder: string, settings: NodeJS.ProcessEnv): Promise<ToolRun> {
  return runTool(join(folder, 'live'), { ...env, ...settings }, 'terragrunt', 'hcl', 'validate', '--inputs');
}

/** A run that must fail, and say so. */
async function refuses(run: Promise<ToolRun>, says: string): Promise<ToolRun> {
  const { ok, output } = await run;
  // Tools break lines to fit the terminal.
  if (!ok && output.replaceAll(/[\s│]+/g, ' ').includes(says)) return { ok: true, output };
  return { ok: false, output: `${output}\nThis should have failed and said: ${says}` };
}

function refuseMutation({ module, test, file, from, to, says }: Mutation): Promise<ToolRun> {
  const mutant = mutate(file, from, to);
  return refuses(tool(join(mutant, module), 'tofu', 'test', '-no-color', `-filter=${test}`), says);
}

function refuseRegion(): Promise<ToolRun> {
  const mutant = mutate('live/dev/env.hcl', 'locals {', 'locals {\n  region = "Frankfurt"');
  return refuses(terragrunt(mutant, stateBucket), 'Write an AWS region, such as us-east-1');
}

function refuseAccount(): Promise<ToolRun> {
  const mutant = mutate('live/dev/env.hcl', 'locals {', 'locals {\n  account_id = "12345"');
  return refuses(terragrunt(mutant, stateBucket), "Write the account's twelve digits");
}

async function replay(): Promise<ToolRun> {
  const roles = '-filter=tests/roles.tftest.hcl';
  const run = await tool(join(copy, 'bootstrap'), 'tofu', 'test', '-no-color', '-json', '-verbose', roles);
  if (!run.ok) return run;
  const found = replayCalls(readRoles(run.output));
  return { ok: found.length === 0, output: found.join('\n') };
}

function zizmor(folder: string): Promise<ToolRun> {
  return tool(folder, 'zizmor', '--offline', '--persona=auditor', '--collect=all', '--strict-collection', '.github');
}

function refuseWorkflow(): Promise<ToolRun> {
  const folder = mkdtempSync(join(workbench, 'workflow-'));
  cpSync(join(project, '.github'), join(folder, '.github'), { recursive: true });
  const before = readFileSync(join(folder, workflow), 'utf8');
  // biome-ignore lint/suspicious/noTemplateCurlyInString: workflows have templates of their own.
  const after = before.replace('run: npm test', 'run: echo ${{ github.event.pull_request.title }}');
  writeFileSync(join(folder, workflow), after);
  return refuses(zizmor(folder), 'template-injection');
}

/** A copy of the infrastructure with one change in one file. */
function mutate(file: string, from: string, to: string): string {
  const mutant = mkdtempSync(join(workbench, 'mutant-'));
  cpSync(copy, mutant, { recursive: true });
  const before = readFileSync(join(mutant, file), 'utf8');
  if (!before.includes(from)) throw new Error(`${file} has no "${from}" to change: bring mutations.ts up to date.`);
  writeFileSync(
    join(mutant, file),
    before.replace(from, () => to),
  );
  return mutant;
}

/** The environment without whatever could reach an account or change what the tools do. */
function withoutAccount(all: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => !/^(AWS_|STATE_S3_BUCKET$|TF_VAR_|ALARM_EMAIL$)/.test(name)),
  );
}
