import type { Shell } from '#cli';

/** Takes the address for alarms out of a text: what a pipeline prints and comments, everybody can read. */
export function hideEmail(text: string, { env }: Pick<Shell, 'env'>): string {
  return env.ALARM_EMAIL ? text.replaceAll(env.ALARM_EMAIL, '(ALARM_EMAIL)') : text;
}
