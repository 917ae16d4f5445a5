import type { Link, Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Html, html } from './html.ts';
import { safeUrl } from './safe-url.ts';

// What is switched off stays in the text as it was typed, so nothing is lost: a "#" at the start is a "#".
const disabled = [
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
];

/** A link whose address is not safe to follow: its text stays on the page, its address does not. */
export type UnsafeLink = (url: string) => void;

/**
 * Renders the Markdown of summaries and highlights: emphasis, links, code and lists; everything else is plain text.
 * `onUnsafeLink` is told of each address that was dropped.
 */
export function renderMarkdown(text: string, onUnsafeLink: UnsafeLink): Html {
  return html`${parse(text).map((node) => renderNode(node, onUnsafeLink))}`;
}

/** The same, for places that hold one run of text, such as a list item: a single paragraph loses its `<p>`. */
export function renderInlineMarkdown(text: string, onUnsafeLink: UnsafeLink): Html {
  const [first, ...rest] = parse(text);
  if (first?.type === 'paragraph' && rest.length === 0) {
    return html`${first.children.map((node) => renderNode(node, onUnsafeLink))}`;
  }
  return renderMarkdown(text, onUnsafeLink);
}

/** The words alone, for descriptions in the page's head. */
export function plainText(text: string): string {
  const isBlock = (node: Nodes) => node.type === 'list' || node.type === 'listItem';
  const words = (node: Nodes): string => {
    if (node.type === 'break') return ' ';
    if ('value' in node) return node.value;
    return 'children' in node ? node.children.map(words).join(isBlock(node) ? ' ' : '') : '';
  };
  return parse(text).map(words).join(' ').replace(/\s+/g, ' ').trim();
}

function parse(text: string) {
  return fromMarkdown(text, { extensions: [{ disable: { null: disabled } }] }).children;
}

function renderNode(node: Nodes, onUnsafeLink: UnsafeLink): Html {
  const inside = (children: readonly Nodes[]) => children.map((child) => renderNode(child, onUnsafeLink));
  switch (node.type) {
    case 'text':
      return html`${node.value}`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'break':
      return html`<br>`;
    case 'paragraph':
      return html`<p>${inside(node.children)}</p>`;
    case 'emphasis':
      return html`<em>${inside(node.children)}</em>`;
    case 'strong':
      return html`<strong>${inside(node.children)}</strong>`;
    case 'list':
      return node.ordered
        ? html`<ol${node.start && node.start !== 1 ? html` start="${String(node.start)}"` : ''}>${inside(node.children)}</ol>`
        : html`<ul>${inside(node.children)}</ul>`;
    case 'listItem':
      return html`<li>${node.children.map((child) =>
        child.type === 'paragraph' && !node.spread ? inside(child.children) : renderNode(child, onUnsafeLink),
      )}</li>`;
    case 'link':
      return renderLink(node, onUnsafeLink);
    default:
      throw new Error(`A Markdown construct that is switched off came through: ${node.type}. Add it to "disabled".`);
  }
}

function renderLink(link: Link, onUnsafeLink: UnsafeLink): Html {
  const text = link.children.map((child) => renderNode(child, onUnsafeLink));
  const url = safeUrl(link.url);
  if (url) return html`<a href="${url}"${link.title ? html` title="${link.title}"` : ''}>${text}</a>`;
  onUnsafeLink(link.url);
  return html`${text}`;
}
