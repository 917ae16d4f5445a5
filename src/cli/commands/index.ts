import type { Command } from '../define-command.ts';

/** Every command by its name, in the order of `--help`. Each is loaded when it is run, or when all are explained. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  pdf: async () => (await import('./pdf.ts')).pdf,
  photo: async () => (await import('./photo.ts')).photo,
  preview: async () => (await import('./preview.ts')).preview,
  init: async () => (await import('./init.ts')).init,
  import: async () => (await import('./import.ts')).importCommand,
  translate: async () => (await import('./translate.ts')).translate,
  bootstrap: async () => (await import('./bootstrap.ts')).bootstrap,
  deploy: async () => (await import('./deploy.ts')).deploy,
  publish: async () => (await import('./publish.ts')).publish,
  rollback: async () => (await import('./rollback.ts')).rollback,
  stats: async () => (await import('./stats.ts')).stats,
  'stats import': async () => (await import('./stats-import.ts')).statsImport,
  destroy: async () => (await import('./destroy.ts')).destroy,
  doctor: async () => (await import('./doctor.ts')).doctor,
  info: async () => (await import('./info.ts')).info,
  upgrade: async () => (await import('./upgrade.ts')).upgrade,
  eject: async () => (await import('./eject.ts')).eject,
  plan: async () => (await import('./plan.ts')).plan,
  comment: async () => (await import('./comment.ts')).comment,
  apply: async () => (await import('./apply.ts')).apply,
  smoke: async () => (await import('./smoke.ts')).smoke,
  drift: async () => (await import('./drift.ts')).drift,
};
