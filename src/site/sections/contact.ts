import { type Html, type HtmlValue, html, joinHtml } from '#html';
import type { Basics, Location, Profile } from '#resume';
import type { Context } from '../context.ts';
import { chooseNetworkIcon, type IconName, renderIcon } from '../icon.ts';
import { displayUrl, safeUrl } from '../safe-url.ts';

/** The second cell: every way to reach the person. */
export function renderContact(basics: Basics, { words }: Context): Html {
  const { email, phone, url, location, profiles = [] } = basics;
  const place = location && formatLocation(location, words.locale);
  const items = [
    // Where it is too long for its line, it ends before the @.
    email && renderItem('mail', html`<a href="mailto:${email}">${joinHtml(email.split('@'), html`<wbr>@`)}</a>`),
    phone && renderItem('phone', html`<a href="tel:${phone.replace(/[^+\d]/g, '')}">${phone}</a>`),
    place && renderItem('pin', place),
    url && renderItem('globe', renderAddress(url, displayUrl(url))),
    ...profiles.map(renderProfile),
  ];
  return html`
    <div class="cell contact">
      <h2 class="hidden">${words.labels.contact}</h2>
      <ul class="links">${items}</ul>
    </div>`;
}

function renderItem(icon: IconName, content: HtmlValue): Html {
  return html`<li>${renderIcon(icon)}<span>${content}</span></li>`;
}

function renderProfile({ network, username, url }: Profile): Html {
  const content = joinHtml([network && html`<b>${network}</b>`, username ?? (url && displayUrl(url))], ' ');
  return renderItem(chooseNetworkIcon(network, url), url ? renderAddress(url, content) : content);
}

function renderAddress(url: string, content: HtmlValue): HtmlValue {
  const address = safeUrl(url);
  return address ? html`<a href="${address}" rel="me">${content}</a>` : content;
}

function formatLocation({ address, postalCode, city, region, countryCode }: Location, locale: string): string {
  const country = countryCode && new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(countryCode);
  const town = [postalCode, city].filter(Boolean).join(' ');
  return [address, town, region, country].filter(Boolean).join(', ');
}
