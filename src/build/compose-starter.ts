/**
 * The files that a new project begins with, by path: those of `starter/` with the parts of this repository that a project needs
 * too, changed so that they find modules and units in the package. `read` gives a file of the repository, `list` those below a folder.
 */
export async function composeStarter(
  list: (folder: string) => Promise<readonly string[]>,
  read: (path: string) => Promise<string>,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const path of await list('starter')) {
    // npm packs no file of this name.
    const target = path.replace('starter/', '').replace(/^gitignore$/, '.gitignore');
    files.set(
      target,
      target === 'package.json' ? fillVersions(await read(path), await read('package.json')) : await read(path),
    );
  }
  files.set('infrastructure/root.hcl', pointToPackage(await read('infrastructure/root.hcl')));
  for (const path of await list('infrastructure/live')) files.set(path, pointToPackage(await read(path)));
  files.set('mise.toml', pickTools(await read('mise.toml')));
  files.set('.github/workflows/pipeline.yaml', dropJob(await read('.github/workflows/pipeline.yaml'), 'static'));
  return new Map([...files].sort(([one], [two]) => (one < two ? -1 : 1)));
}

const inPackage = 'node_modules/cloud-resume/infrastructure';
const inProject = [
  [`\${get_parent_terragrunt_dir()}/modules/`, `\${get_parent_terragrunt_dir()}/../${inPackage}/modules/`],
  [
    /find_in_parent_folders\("(units\/[\w-]+\.hcl)"\)/g,
    `"\${dirname(find_in_parent_folders("root.hcl"))}/../${inPackage}/$1"`,
  ],
] as const;

function pointToPackage(text: string): string {
  return inProject.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

// The tools of the smoke test, as this repository has them.
function fillVersions(text: string, ours: string): string {
  const { devDependencies } = JSON.parse(ours) as { readonly devDependencies: Readonly<Record<string, string>> };
  return text.replace(/\{\{([\w-]+)\}\}/g, (whole, name: string) => devDependencies[name] ?? whole);
}

/** Undoes what points to the package: from then on modules and units are the project's own. */
export function pointToProject(text: string): string {
  return text
    .replaceAll(inProject[0][1], inProject[0][0])
    .replaceAll(
      /"\$\{dirname\(find_in_parent_folders\("root\.hcl"\)\)\}\/\.\.\/node_modules\/cloud-resume\/infrastructure\/(units\/[\w-]+\.hcl)"/g,
      'find_in_parent_folders("$1")',
    );
}

// A project's own pipeline checks no modules.
function pickTools(text: string): string {
  const tools = text.split('\n').filter((line) => /^(\[tools\]|opentofu|terragrunt)\b|^\[tools\]/.test(line));
  return `# The tools that deploy. \`mise install\` (https://mise.jdx.dev) brings exactly these.\n${tools.join('\n')}\n`;
}

function dropJob(text: string, name: string): string {
  const job = new RegExp(`^  ${name}:\\n(?:(?:    .*)?\\n)*?(?=^  \\S)`, 'm');
  if (!job.test(text)) throw new Error(`The pipeline has no job ${name}. Mend composeStarter.`);
  return text
    .replace(job, '')
    .replaceAll(`needs: ${name}`, 'needs: tests')
    .replace('Types, lint, unit, contract and browser tests', 'Check, build and look at the page')
    .replace(/ `npm run rehearse:pipeline` runs.*/, '');
}
