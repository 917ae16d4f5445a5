import { type Html, html, joinHtml } from '#html';
import { findNetworkIcon, type IconName, renderIcon } from './icon.ts';
import type { Locale } from './locale.ts';
import type { ContactItem, Outline } from './outline.ts';
import { renderAddress } from './render-text.ts';

/** Renders every way to reach the person, each with its sign, and the address of the résumé as a PDF if there is one. */
export function renderContact({ name, contact, locale }: Outline, pdf: string | undefined): Html {
  const { text, language } = locale.labels.contact;
  return html`
    <div class="contact">
      <h2 class="hidden"${language && html` lang="${language}"`}>${text}</h2>
      <ul class="links">${[
        ...contact.map((item) => renderItem(item, locale)),
        pdf && renderPdf(pdf, name, locale),
      ]}</ul>
    </div>`;
}

const icons: Readonly<Record<Exclude<ContactItem['kind'], 'profile'>, IconName>> = {
  email: 'mail',
  phone: 'phone',
  url: 'globe',
  location: 'pin',
};

function renderItem(item: ContactItem, { direction }: Locale): Html {
  const { kind, network, text, url } = item;
  const words = text && (kind === 'location' ? text : renderAddress(text));
  // Numbers and addresses read from left to right among words that don't.
  const isIsland = direction === 'rtl' && kind !== 'location';
  const shown = isIsland && words ? html`<bdi dir="ltr">${words}</bdi>` : words;
  const content = html`
    ${renderIcon(kind === 'profile' ? findNetworkIcon(network, url) : icons[kind])}
    <span>${joinHtml([network && html`<b>${network}</b>`, shown], ' ')}</span>`;
  if (!url) return html`<li><div>${content}</div></li>`;
  const rel = (kind === 'profile' || kind === 'url') && html` rel="me"`;
  return html`<li><a href="${url}"${rel}>${content}</a></li>`;
}

// It is saved under the person's name, without what a file's name cannot have.
function renderPdf(url: string, name: string, { labels }: Locale): Html {
  const file = `${name.replace(/[\\/:*?"<>|\p{C}]+/gu, ' ').trim()}.pdf`;
  const { text, language } = labels.pdf;
  return html`
    <li><a href="${url}" type="application/pdf" download="${file}">
      ${renderIcon('file')}
      <span${language && html` lang="${language}"`}>${text}</span>
    </a></li>`;
}
