#!/usr/bin/env node
// `npm create cloud-resume my-resume` is `cloud-resume init my-resume` without an installation.
process.argv.splice(2, 0, 'init');
await import('cloud-resume/bin/cloud-resume.js');
