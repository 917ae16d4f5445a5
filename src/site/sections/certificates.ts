import type { Html } from '#html';
import type { Certificate } from '#resume';
import type { Context } from '../context.ts';
import { renderDate } from '../dates.ts';
import { renderEntry, renderLink, renderSection } from './entry.ts';

export function renderCertificates(
  certificates: readonly Certificate[] | undefined,
  context: Context,
): Html | undefined {
  return renderSection(
    'certificates',
    context.words.labels.certificates,
    certificates?.map(({ name, date, url, issuer }) =>
      renderEntry({
        title: renderLink(name, url),
        at: [issuer, date && renderDate(date, context.words.locale)],
      }),
    ),
  );
}
