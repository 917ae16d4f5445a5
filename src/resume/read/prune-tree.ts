import type { SourceNode } from './source-node.ts';

/**
 * The tree without these nodes, and without groups and lists that have nothing else in them. In the place of an item stands a
 * gap, so that the others keep their numbers.
 */
export function pruneTree<Node extends SourceNode>(node: Node, hidden: ReadonlySet<SourceNode>): Node {
  if (hidden.size === 0) return node;
  return prune(node) as Node;

  function prune(child: SourceNode): SourceNode {
    if (child.kind === 'map') {
      const entries = child.entries.filter(({ value }) => !isEmptied(value));
      return { ...child, entries: entries.map(({ key, value }) => ({ key, value: prune(value) })) };
    }
    if (child.kind !== 'list') return child;
    const items = child.items.map((item): SourceNode => {
      if (!isEmptied(item)) return prune(item);
      return { kind: 'null', value: null, start: item.start, end: item.start, isGap: true };
    });
    return { ...child, items };
  }

  function isEmptied(child: SourceNode): boolean {
    if (hidden.has(child) || 'isGap' in child) return true;
    if (child.kind === 'list') return child.items.length > 0 && child.items.every(isEmptied);
    return child.kind === 'map' && child.entries.length > 0 && child.entries.every(({ value }) => isEmptied(value));
  }
}
