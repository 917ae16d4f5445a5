import type { Shell } from '#cli';
import type { Step } from './change-site.ts';

const everyMs = 10_000;

/** Creates what tells a person how publishing goes on: a line for each step, and one for every ten seconds of waiting. */
export function createReporter({
  print,
  warn,
  paint,
  showsProgress,
}: Pick<Shell, 'print' | 'warn' | 'paint' | 'showsProgress'>): (step: Step) => void {
  let told = 0;
  return (step) => {
    if (step.kind === 'waiting') {
      if (!showsProgress || step.ms < told + everyMs) return;
      told = step.ms;
      warn(`  Waiting for CloudFront … ${Math.round(step.ms / 1000)} s`);
    } else {
      print(paint('dim', `  ${words[step.kind]} ${list(step.paths)}`));
    }
  };
}

const words = {
  storing: 'Uploading',
  placing: 'Putting in place',
  removing: 'Removing',
  invalidating: 'Invalidating',
} as const;

function list(paths: readonly string[], most = 5): string {
  const shown = paths.slice(0, most).join(', ');
  return paths.length > most ? `${shown} and ${paths.length - most} more` : shown;
}
