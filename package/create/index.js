#!/usr/bin/env node
// `npm create cloud-resume my-resume` is `cloud-resume init my-resume` without an installation.
const kept = ['from', 'name', 'url'].filter((name) => process.env[`npm_config_${name}`] !== undefined);
if (kept.length > 0) {
  // Without its `--`, npm takes options for settings of its own, and nobody would hear of them.
  const shown = kept.map((name) => `--${name}`).join(' and ');
  console.error(
    `npm kept ${shown} for itself. Write -- before all options: npm create cloud-resume my-resume -- ${shown.replaceAll(' and ', ' … ')} …`,
  );
  process.exitCode = 2;
} else {
  process.argv.splice(2, 0, 'init');
  await import('cloud-resume/bin/cloud-resume.js');
}
