#!/usr/bin/env node
// Plain JavaScript that Node 20 reads too. The sources are TypeScript, which Node runs as it is from 22.18 on; where the
// machine's Node is older, the project's own, from the npm package "node", takes over.

// An import of them would load more of Node than is used, and Node 20.15 cannot be asked otherwise.
const load = process.getBuiltinModule ?? ((name) => import(name));
const { existsSync } = await load('node:fs');
const module = await load('node:module');
const { fileURLToPath } = await load('node:url');
const folder = fileURLToPath(new URL('..', import.meta.url));
const isThere = (path) => existsSync(new URL(path, import.meta.url));

if (isThere('../lib/cli.js') && !isThere('../src/cli.ts')) {
  // The package has no sources: it is compiled, for every Node that has what its function needs.
  if (process.getBuiltinModule) {
    module.enableCompileCache?.();
    const alone = `../lib/cli-${process.argv[2]}.js`;
    await import(/^[a-z]+$/.test(process.argv[2]) && isThere(alone) ? alone : '../lib/cli.js');
  } else {
    process.stderr.write(
      `This is Node ${process.versions.node}, and cloud-resume needs 20.16, 22.3 or newer. Install one from https://nodejs.org.\n`,
    );
    process.exitCode = 3;
  }
} else if (process.features.typescript) {
  // Reading the code once, not each time, saves a third of a second command's time.
  module.enableCompileCache?.();
  await import('../src/cli.ts');
} else {
  await runWith(
    fileURLToPath(
      new URL(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`, import.meta.url),
    ),
  );
}

async function runWith(node) {
  if (!existsSync(node)) {
    process.stderr.write(
      `This is Node ${process.versions.node}, and cloud-resume needs 22.18 or its own. Run npm install without --ignore-scripts in ${folder}, or use Node 22.18.\n`,
    );
    process.exitCode = 3;
    return;
  }
  const { spawn } = await import('node:child_process');
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (fault) => {
    process.stderr.write(
      `The project's own Node cannot start (${fault.message}). Run npm install again in ${folder}.\n`,
    );
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    // Ends the way the child ended, so that whoever waits sees the same.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
