import { type Html, type HtmlValue, html, joinHtml } from '#html';
import { colon, type Locale } from './locale.ts';
import type { Entry, Section } from './outline.ts';
import { renderInline, renderLink, renderName, renderPeriod, renderPhrase, renderRichText } from './render-text.ts';
import { areShort } from './rich-text.ts';

/** Renders a section with its heading; `id` is the heading's, for links to it. */
export function renderSection({ heading, layout, groups }: Section, id: string, locale: Locale): Html {
  const entries = groups.flatMap((group) => group.entries);
  const content: Readonly<Record<Section['layout'], () => HtmlValue>> = {
    entries: () => entries.map((entry) => renderEntry(entry, locale)),
    list: () => groups.map((group) => renderGroup(group, locale)),
    pairs: () => html`<ul class="pairs">${entries.map((entry) => renderPair(entry, locale))}</ul>`,
    tags: () =>
      renderTags(
        entries.map(({ title }) => title?.text ?? ''),
        locale,
      ),
    quotes: () => entries.map((entry) => renderQuote(entry, locale)),
  };
  const { text, language } = heading;
  return html`
    <section>
      <h2 id="${id}"${language && html` lang="${language}"`}>${text}</h2>
      ${content[layout]()}
    </section>`;
}

function renderEntry(entry: Entry, locale: Locale, level: 3 | 4 = 3): Html {
  const { title, level: degree, period, about, roles } = entry;
  const name = title && renderName(title, locale);
  const heading = name && (level === 3 ? html`<h3>${name}</h3>` : html`<h4>${name}</h4>`);
  const when = period && html`<p class="when">${renderPeriod(period)}</p>`;
  const how = degree && html`<p class="level">${degree}</p>`;
  return html`
    <article${roles.length > 0 && html` class="group"`}>
      ${(heading || when || how) && html`<div class="top">${heading}${how}${when}</div>`}
      ${renderPlace(entry, locale)}
      ${about && html`<div class="about text">${renderRichText(about)}</div>`}
      ${renderBody(entry, locale)}
      ${roles.map((role) => renderEntry(role, locale, 4))}
    </article>`;
}

// The line under a title: whose it was, where, and what else there is to say in a word.
function renderPlace({ subtitle, place, facts }: Entry, locale: Locale, ...more: readonly HtmlValue[]): HtmlValue {
  const parts = [
    subtitle && renderName(subtitle, locale),
    place && renderName({ text: place }, locale),
    ...facts.map((fact) => isolate(renderLink(fact), locale)),
    ...more,
  ];
  const line = joinHtml(parts, ' · ');
  return line.markup !== '' && html`<p class="at">${line}</p>`;
}

// Numbers and addresses keep their own order among words from right to left.
function isolate(content: HtmlValue, { direction }: Locale): HtmlValue {
  return direction === 'rtl' ? html`<bdi>${content}</bdi>` : content;
}

function renderBody({ text, points, details, keywords }: Entry, locale: Locale): HtmlValue {
  return [
    text && html`<div class="text">${renderRichText(text)}</div>`,
    points.length > 0 &&
      html`<ul class="points${areShort(points) ? ' short' : ''}">${points.map((point) => html`<li>${renderInline(point)}</li>`)}</ul>`,
    details.map(
      ({ label, value }) => html`<p class="detail">${renderPhrase(label)}${colon(locale)}${isolate(value, locale)}</p>`,
    ),
    keywords.length > 0 && renderTags(keywords, locale),
  ];
}

function renderTags(tags: readonly string[], locale: Locale): Html {
  return html`<ul class="tags">${tags.map((tag) => html`<li>${renderName({ text: tag }, locale)}</li>`)}</ul>`;
}

function renderPair({ title, level }: Entry, locale: Locale): Html {
  const name = title && html`<b>${renderName({ text: title.text }, locale)}</b>`;
  return html`<li>${joinHtml([name, level && html`<span class="level">${level}</span>`], ' ')}</li>`;
}

function renderGroup({ heading, entries }: Section['groups'][number], locale: Locale): HtmlValue {
  return html`
    ${heading && html`<h3 class="year"><time datetime="${heading}">${heading}</time></h3>`}
    <ul class="brief">${entries.map((entry) => html`<li>${renderBrief(entry, heading, locale)}</li>`)}</ul>`;
}

function renderBrief(entry: Entry, year: string | undefined, locale: Locale): HtmlValue {
  const { title, level, period } = entry;
  const isSaid = period?.length === 1 && period[0]?.datetime === year;
  const when = period && !isSaid && html`<span class="when">${renderPeriod(period)}</span>`;
  return [
    title && html`<b>${renderName(title, locale)}</b>`,
    renderPlace(entry, locale, level, when),
    renderBody(entry, locale),
  ];
}

function renderQuote(entry: Entry, locale: Locale): Html {
  if (!entry.text) return renderEntry(entry, locale);
  return html`
    <figure>
      <blockquote class="text">${renderRichText(entry.text)}</blockquote>
      ${(entry.title || entry.subtitle || entry.facts.length > 0) && html`<figcaption>${entry.title && renderName(entry.title, locale)}${renderPlace(entry, locale)}</figcaption>`}
      ${entry.keywords.length > 0 && renderTags(entry.keywords, locale)}
    </figure>`;
}
