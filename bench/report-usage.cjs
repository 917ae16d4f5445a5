// Loaded into a measured process before its own program; at its end it writes to descriptor 3 what the process took so far.
// Plain JavaScript, because stripping types would be measured as well.
const { readdirSync, readFileSync, writeSync } = require('node:fs');

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeSync(3, JSON.stringify({ ownMs: (user + system) / 1000, childrenMs: readChildren() }));
});

// Children that live on, such as esbuild's service, which ends only when it notices that its caller is gone: nobody waits for
// them, so no sum that the system keeps has them.
function readChildren() {
  if (process.platform !== 'linux') return undefined;
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && readParent(name) === process.pid);
  return children.flatMap(readThreads).reduce((sum, ns) => sum + ns / 1e6, 0);
}

function readParent(pid) {
  // After the name, which is in brackets and may hold anything: the state, then the parent.
  return Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1]);
}

function readThreads(pid) {
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [ns] = read(`/proc/${pid}/task/${thread}/schedstat`).split(' ');
    return Number(ns);
  });
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}
