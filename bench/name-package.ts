import project from '../package.json' with { type: 'json' };

/** Names a package that the bench measures with its version. */
export function namePackage(name: keyof typeof project.devDependencies): string {
  return `${name} ${project.devDependencies[name]}`;
}
