import type { Part } from './part.ts';

/** Whether the person hid this; then it is listed, not taken. The versions say it with four words. */
export function isHidden(part: Part): boolean {
  const isOff = ['visible', 'enable', 'enabled'].some((key) => part.peek(key) === 'false');
  const isHidden = isOff || part.peek('hidden') === 'true';
  if (isHidden) part.hide();
  return isHidden;
}

/** The items of a section that the person did not hide. */
export function listShown(part: Part): readonly Part[] {
  const items = part.kind === 'list' ? part.items() : part.items('items');
  return items.filter((item) => !isHidden(item));
}
