import { execFile } from 'node:child_process';
import { describeTools } from './describe-tools.ts';
import type { ToolEnd, ToolOptions } from './run-tool.ts';

export type ToolOutput = ToolEnd & { readonly stdout: string; readonly stderr: string };

const mostMs = 300_000;

/** Runs a tool and gives what it printed; after five minutes it is ended. */
export function readTool(tool: string, args: readonly string[], { cwd, env }: ToolOptions): Promise<ToolOutput> {
  return new Promise((resolve) => {
    const options = { cwd, env: describeTools(env), timeout: mostMs, maxBuffer: 100_000_000 };
    execFile(tool, args, options, (fault, stdout, stderr) => {
      resolve({ ok: fault === null, isMissing: fault?.code === 'ENOENT', stdout, stderr });
    });
  });
}
