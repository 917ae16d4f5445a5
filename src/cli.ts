import { styleText } from 'node:util';
import { ask, openBrowser, printableLines, runCommandLine, type Shell, type Style, waitForStop } from '#cli';
import { commands } from './cli/commands/index.ts';

const colors: Readonly<Record<Style, Parameters<typeof styleText>[0]>> = {
  good: 'green',
  bad: 'red',
  strong: 'bold',
  dim: 'dim',
  link: ['cyan', 'underline'],
};

// Node 20 styles for every stream alike. A terminal knows NO_COLOR and FORCE_COLOR by itself.
function showsColors(stream: NodeJS.WriteStream): boolean {
  const isForced = ['', '1', '2', '3', 'true'].includes(process.env.FORCE_COLOR ?? 'not set');
  return stream.isTTY ? stream.hasColors() : isForced;
}

function paint(style: Style, text: string, stream: NodeJS.WriteStream): string {
  return showsColors(stream) ? styleText(colors[style], text, { validateStream: false }) : text;
}

// AWS's SDK warns on Node 20 that later versions of it won't run there. Ours is pinned.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const isWorkflow = process.env.GITHUB_ACTIONS === 'true';

function show(text: string, stream: NodeJS.WriteStream): string {
  return printableLines(text, { isPainted: showsColors(stream), isWorkflow });
}

const shell: Shell = {
  root: process.cwd(),
  env: process.env,
  isTerminal: process.stdout.isTTY === true,
  columns: process.stdout.columns,
  showsProgress: process.stderr.isTTY === true,
  print: (text) => console.log(show(text, process.stdout)),
  warn: (text) => console.error(show(text, process.stderr)),
  paint: (style, text) => paint(style, text, process.stdout),
  canAsk: process.stdin.isTTY === true,
  ask: (question) => ask(show(question, process.stdout), process),
  paintWarning: (style, text) => paint(style, text, process.stderr),
  open: (url) => openBrowser(url, process),
  untilStopped: () => waitForStop(process, () => process.exit(130)),
};

// A reader such as `head` may stop reading; that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  console.error(`What this prints cannot be written (${error.message}). Check that the disk has room.`);
  process.exit(3);
});

process.exitCode = await runCommandLine(process.argv.slice(2), commands, shell);
