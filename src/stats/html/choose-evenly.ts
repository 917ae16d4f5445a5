/** Chooses so many items of a list at most, evenly apart, the last among them. */
export function chooseEvenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  const apart = Math.ceil(items.length / most);
  return items.filter((_, at) => (items.length - 1 - at) % apart === 0);
}
