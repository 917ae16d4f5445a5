// What is in the function and in the package, as CycloneDX 1.6: what esbuild bundled, by its own account, and what npm brings beside it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

type Locked = {
  readonly version: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
};

type Component = {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly licenses?: readonly { readonly expression: string }[];
  readonly hashes?: readonly { readonly alg: 'SHA-512'; readonly content: string }[];
};

/** The same for the same code: it has no time and no number of its own. */
type Sbom = {
  readonly bomFormat: 'CycloneDX';
  readonly specVersion: '1.6';
  readonly version: 1;
  readonly metadata: {
    readonly component: {
      readonly type: 'application';
      readonly 'bom-ref': string;
      readonly name: string;
      readonly version: string;
    };
  };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
};

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Describes what the function is made of: nothing but what esbuild put into it. */
export async function describeFunction(): Promise<Sbom> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/lambda.ts'],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return describe('cloud-resume-function', listBundled(metafile));
}

/** Describes the package: what esbuild put into it, and all that npm installs with it. */
export function describePackage(metafile: Metafile): Sbom {
  const installed = Object.entries(lock.packages).flatMap(([path, { dev }]) => (path === '' || dev ? [] : [path]));
  return describe('cloud-resume', [...listBundled(metafile), ...installed]);
}

/** The folders in node_modules of which something is in a bundle. */
function listBundled({ inputs }: Metafile): readonly string[] {
  return Object.keys(inputs).flatMap(
    (path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
}

function describe(name: string, paths: readonly string[]): Sbom {
  const components = [...new Set(paths)].sort().map(describeComponent);
  const refs = components.map((component) => component['bom-ref']);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version: lock.version } },
    components,
    dependencies: [{ ref: name, dependsOn: refs }],
  };
}

function describeComponent(path: string): Component {
  const locked = lock.packages[path];
  if (!locked) throw new Error(`package-lock.json does not know ${path}. Run npm install.`);
  const { version, license, integrity } = locked;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  const [, hash] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return {
    type: 'library',
    'bom-ref': path.replaceAll('node_modules/', ''),
    name,
    version,
    purl,
    ...(license && { licenses: [{ expression: license }] }),
    ...(hash && { hashes: [{ alg: 'SHA-512', content: Buffer.from(hash, 'base64').toString('hex') }] }),
  };
}
