// Packs both packages into a folder (default: .local/packages): `npm run pack:all`. The second one, create-cloud-resume, has its
// name here and all else from package.json.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, '.local', 'packages'));
await mkdir(folder, { recursive: true });
const pack = (cwd: string) =>
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd, encoding: 'utf8' })
    .trim()
    .split('\n')
    .at(-1);

const { name, version, license, engines, repository } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
const create = await mkdtemp(join(tmpdir(), 'create-cloud-resume-'));
try {
  await cp(join(root, 'package', 'create'), create, { recursive: true });
  await cp(join(root, 'LICENSE'), join(create, 'LICENSE'));
  const description = `Begins a ${name} project.`;
  const bin = { [`create-${name}`]: 'index.js' };
  const json = {
    name: `create-${name}`,
    version,
    description,
    license,
    repository,
    type: 'module',
    engines,
    bin,
    dependencies: { [name]: version },
  };
  await writeFile(join(create, 'package.json'), `${JSON.stringify(json, undefined, 2)}\n`);
  for (const packed of [pack(root), pack(create)]) console.log(join(folder, packed ?? ''));
} finally {
  await rm(create, { recursive: true });
}
