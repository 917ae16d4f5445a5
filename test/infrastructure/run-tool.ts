import { spawn } from 'node:child_process';

export type ToolRun = { readonly ok: boolean; readonly output: string };

/** Runs a command-line tool in `folder` to its end, at most three minutes; a tool that is not there is a failed run that says how to get it. */
export function runTool(
  folder: string,
  env: NodeJS.ProcessEnv,
  tool: string,
  ...args: readonly string[]
): Promise<ToolRun> {
  return new Promise((resolve) => {
    const child = spawn(tool, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: 180_000 });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      const missing = `${tool} is not installed. Run \`mise install\` in the project's folder: mise.toml names every tool (https://mise.jdx.dev).`;
      resolve({ ok: false, output: error.code === 'ENOENT' ? missing : `${tool} could not be run: ${error.message}` });
    });
    child.on('close', (code, signal) => {
      const output = Buffer.concat(chunks).toString();
      resolve({
        ok: code === 0,
        output: signal ? `${output}\n${tool} was stopped by ${signal} after three minutes.` : output,
      });
    });
  });
}
