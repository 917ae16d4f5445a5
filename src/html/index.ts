export { type Html, type HtmlValue, html, joinHtml, trustedHtml } from './html.ts';
export { hashSource, parsePolicy } from './policy.ts';
