/** Markup that is safe to send: made by the `html` tag alone, so a plain string can never pass for it. */
export type Html = { readonly markup: string };

/** What may stand in a template; `undefined` and `false` are nothing. */
export type HtmlValue = Html | string | undefined | false | readonly HtmlValue[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

// A template's own line breaks and indentation are for its reader; the page does without them.
const compactTemplates = new WeakMap<TemplateStringsArray, readonly string[]>();

function compact(strings: TemplateStringsArray): readonly string[] {
  let parts = compactTemplates.get(strings);
  if (!parts) {
    parts = strings.map((part) => part.replace(/\n\s*/g, ''));
    compactTemplates.set(strings, parts);
  }
  return parts;
}

function toMarkup(value: HtmlValue): string {
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if ('markup' in value) return value.markup;
  return value.map(toMarkup).join('');
}

/**
 * Builds markup from a template: every value is escaped unless it is `Html` itself; `undefined` and `false` are nothing,
 * lists are joined. Line breaks in the template vanish together with the indentation after them.
 *
 * @example html`<a href="${url}">${name}</a>`
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = compact(strings);
  let markup = parts[0] ?? '';
  values.forEach((value, index) => {
    markup += toMarkup(value) + (parts[index + 1] ?? '');
  });
  return { markup };
}

/** Joins what is there with a separator, leaving out what is not. */
export function joinHtml(values: readonly HtmlValue[], separator: HtmlValue): Html {
  const between = toMarkup(separator);
  return {
    markup: values
      .map(toMarkup)
      .filter((markup) => markup !== '')
      .join(between),
  };
}

/** Markup that the caller vouches for: a stylesheet's, a script's or JSON's text that is already safe where it goes. */
export function trustedHtml(markup: string): Html {
  return { markup };
}
