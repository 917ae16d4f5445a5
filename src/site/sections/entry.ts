import { type Html, type HtmlValue, html, joinHtml } from '#html';
import type { Context } from '../context.ts';
import { renderInlineMarkdown, renderMarkdown } from '../markdown.ts';
import { safeUrl } from '../safe-url.ts';

export type Entry = {
  readonly title: HtmlValue;
  /** Level of the title's heading. Default 3. */
  readonly level?: 3 | 4;
  readonly when?: HtmlValue;
  /** What stands under the title: employer, place, publisher. */
  readonly at?: readonly HtmlValue[];
  readonly body?: HtmlValue;
};

/** Renders one item of a section: a title, when it was, where it was, and what there is to say. */
export function renderEntry({ title, level = 3, when, at = [], body }: Entry): Html {
  const place = joinHtml(at, ' · ');
  const heading = title && (level === 3 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`);
  return html`
    <article>
      ${(heading || when) && html`<div class="top">${heading}${when && html`<p class="when">${when}</p>`}</div>`}
      ${place.markup !== '' && html`<p class="at">${place}</p>`}
      ${body}
    </article>`;
}

/** Renders a section with its heading, or nothing where there is nothing in it. */
export function renderSection(
  id: string,
  heading: string,
  content: readonly HtmlValue[] | undefined,
): Html | undefined {
  return content?.length ? html`<section><h2 id="${id}">${heading}</h2>${content}</section>` : undefined;
}

/** Renders a name that leads somewhere, or just the name; an address without a name stands for itself. */
export function renderLink(text: string | undefined, url: string | undefined): HtmlValue {
  const address = url && safeUrl(url);
  return address ? html`<a href="${address}">${text ?? url}</a>` : text;
}

/** Renders a summary's Markdown; `path` is its place in the résumé, for what has to be left out of it. */
export function renderText(text: string | undefined, path: string, context: Context): Html | undefined {
  return text === undefined
    ? undefined
    : html`<div class="text">${renderMarkdown(text, unsafeLink(path, context))}</div>`;
}

export function renderHighlights(
  items: readonly string[] | undefined,
  path: string,
  context: Context,
): Html | undefined {
  return items?.length
    ? html`<ul class="points">${items.map(
        (item, index) => html`<li>${renderInlineMarkdown(item, unsafeLink(`${path}[${index}]`, context))}</li>`,
      )}</ul>`
    : undefined;
}

export function renderTags(tags: readonly string[] | undefined): Html | undefined {
  return tags?.length ? html`<ul class="tags">${tags.map((tag) => html`<li>${tag}</li>`)}</ul>` : undefined;
}

/** Renders a list of names, each with a word or two about it. */
export function renderPairs(pairs: readonly (readonly [name: string | undefined, about: string | undefined])[]): Html {
  return html`<ul class="pairs">${pairs.map(
    ([name, about]) =>
      html`<li>${joinHtml([name && html`<b>${name}</b>`, about && html`<span class="level">${about}</span>`], ' ')}</li>`,
  )}</ul>`;
}

function unsafeLink(path: string, { leaveOut }: Context) {
  return (url: string) => leaveOut(path, url, 'a link has to start with https:, http:, mailto:, tel: or a single /');
}
