import { cpus, loadavg, platform, release } from 'node:os';

/** Describes what the numbers were measured on. */
export function describeMachine(): string {
  const [first, ...others] = cpus();
  return `${others.length + 1} × ${first?.model.trim()}, ${platform()} ${release()}, Node ${process.versions.node}`;
}

/** How many processes want a processor, on the average of the last minute. */
export function readLoad(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}
