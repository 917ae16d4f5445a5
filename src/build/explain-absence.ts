import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** An optional package with a binary for each platform. */
type Native = {
  /** What it is, as the start of a sentence. */
  readonly what: string;
  readonly name: string;
  /** Where it is installed; nothing where it is not. */
  readonly home: string | undefined;
};

/** Says why a native package cannot be used, as the end of a sentence, by what its loader threw. */
export async function explainAbsence(
  { what, name, home }: Native,
  error: Error,
  { platform, arch }: { readonly platform: string; readonly arch: string } = process,
): Promise<string> {
  const notInstalled = `${what} is not installed; npm install --include=optional brings it`;
  if (home === undefined) return notInstalled;
  const { optionalDependencies = {} } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8'));
  const ours = new RegExp(`-${platform}(musl)?-${arch}\\b`);
  const binaries = Object.keys(optionalDependencies).filter((binary) => ours.test(binary));
  if (binaries.length === 0) return `${what} does not run on ${platform} ${arch}`;
  const beside = join(home, ...name.split('/').map(() => '..'));
  const places = binaries.flatMap((binary) => [join(beside, binary), join(home, 'node_modules', binary)]);
  const found = await Promise.all(places.map((place) => stat(place).catch(() => undefined)));
  return found.some(Boolean) ? `${what} cannot be loaded: ${findReason(error)}` : notInstalled;
}

// Loaders try several files and say so at length; what counts is why the one that is there was no use.
function findReason(error: Error): string {
  const tried = [error.cause].flat().filter((cause) => cause instanceof Error);
  const there = tried.find((cause) => !('code' in cause && cause.code === 'MODULE_NOT_FOUND')) ?? error;
  const lines = there.message.split('\n').map((line) => line.trim());
  return (lines.find((line) => !/^(Could not|Failed to) load/.test(line)) ?? lines[0] ?? '').replace(/\.$/, '');
}
