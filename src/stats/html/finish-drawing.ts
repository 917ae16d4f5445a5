import { parseHTML } from 'linkedom';

/** What those learn who do not see a drawing. */
export type Words = {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
};

/** Markup of an `svg` that needs no style of its own and no script. */
export type Drawing = string;

type Draw = (document: Document) => Element;

/** Lets something be drawn in a document, and makes of it a picture with words, whose look is the page's alone. */
export function finishDrawing({ id, title, description }: Words, draw: Draw): Drawing {
  const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: Document };
  const svg = draw(document);
  // The page's policy allows its own stylesheet alone.
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const element of [svg, ...svg.querySelectorAll('[aria-label]')]) element.removeAttribute('aria-label');
  for (const name of ['class', 'font-family', 'font-size', 'height', 'width']) svg.removeAttribute(name);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-description`);
  svg.prepend(
    createText(document, 'title', `${id}-title`, title),
    createText(document, 'desc', `${id}-description`, description),
  );
  return svg.outerHTML;
}

function createText(document: Document, name: string, id: string, text: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.id = id;
  element.textContent = text;
  return element;
}
