import { lookup } from 'node:dns/promises';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type FoundTools =
  | { readonly ministack: string; readonly missing?: undefined }
  | { readonly ministack?: undefined; readonly missing: readonly string[] };

// The provider puts the account's number before the endpoint's name.
const accountHost = '000000000000.localhost';

const brought: Readonly<Record<string, string>> = { act: 'Get it from https://nektosact.com.' };

/** Finds what a rehearsal needs on this machine, and `more`, or says of each thing that is missing how to get it. */
export async function findTools(path: string, more: readonly string[] = []): Promise<FoundTools> {
  const missing: string[] = [];
  for (const tool of ['tofu', 'terragrunt', ...more]) {
    if (findProgram(tool, path) === undefined) {
      missing.push(
        `${tool} is not installed. ${brought[tool] ?? 'Run mise install in this folder: mise.toml names it (https://mise.jdx.dev).'}`,
      );
    }
  }
  const ministack = findProgram('ministack', path);
  if (ministack === undefined) {
    missing.push(
      'ministack, the AWS emulator, is not installed. Run pipx install ministack==1.5.33 (https://pipx.pypa.io).',
    );
  }
  if (!(await isKnown(accountHost))) {
    missing.push(`This machine does not know ${accountHost}. Add a line to /etc/hosts: 127.0.0.1 ${accountHost}`);
  }
  return ministack === undefined || missing.length > 0 ? { missing } : { ministack };
}

function findProgram(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((program) => {
      try {
        accessSync(program, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

function isKnown(host: string): Promise<boolean> {
  return lookup(host).then(
    () => true,
    () => false,
  );
}
