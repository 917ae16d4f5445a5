/** What DynamoDB keeps in an attribute, in its own notation. */
type Value = {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly SS?: readonly string[] | undefined;
};

/**
 * Measures how many bytes of an item DynamoDB bills: the names, texts by their bytes, numbers by two digits a byte and one more.
 * Source: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function measureItem(item: Readonly<Record<string, Value>>): number {
  let bytes = 0;
  for (const [name, { S = '', N, SS = [] }] of Object.entries(item)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(S) + Buffer.byteLength(SS.join(''));
    if (N !== undefined) bytes += Math.ceil(N.replace(/^0+|\D/g, '').length / 2) + 1;
  }
  return bytes;
}
