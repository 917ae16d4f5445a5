/** What is published under a tag. */
type Release = {
  /** Of package.json. */
  readonly version: string;
  /** Of package-lock.json. */
  readonly locked: string;
  readonly changelog: string;
};

/** Says what keeps a tag from being published, and what to do about it; nothing when it may. */
export function checkRelease(tag: string, { version, locked, changelog }: Release): string | undefined {
  if (tag !== `v${version}`)
    return `The tag is "${tag}", but package.json has ${version}. Tag the commit that npm version made: v${version}.`;
  if (locked !== version)
    return `package-lock.json has ${locked}, but package.json ${version}. Run npm install, commit it and tag again.`;
  const headings = changelog.split('\n').filter((line) => line.startsWith('## '));
  if (!headings.some((line) => line.split(' ')[1] === version))
    return `CHANGELOG.md has no heading "## ${version}". Give what is unreleased this heading, commit it and tag again.`;
  return undefined;
}
