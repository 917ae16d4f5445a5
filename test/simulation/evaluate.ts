type Value = { readonly N?: string; readonly S?: string; readonly SS?: readonly string[] };
export type Item = Readonly<Record<string, Value>>;
export type Names = Readonly<Record<string, string>>;

type Reader = { peek(): string | undefined; take(expected?: string): string };

/** Tells whether a condition holds, as DynamoDB reads it; it knows what our own updates use, and throws at all else. */
export function holds(condition: string, item: Item, names: Names, values: Item): boolean {
  const reader = read(condition);
  const result = readOr();
  if (reader.peek() !== undefined) throw new Error(`${condition} goes on with ${reader.peek()}`);
  return result;

  // Both sides are always read.
  function readOr(): boolean {
    let is = readAnd();
    while (reader.peek() === 'OR') {
      reader.take();
      const other = readAnd();
      is = is || other;
    }
    return is;
  }
  function readAnd(): boolean {
    let is = readNot();
    while (reader.peek() === 'AND') {
      reader.take();
      const other = readNot();
      is = is && other;
    }
    return is;
  }
  function readNot(): boolean {
    if (reader.peek() === 'NOT') {
      reader.take();
      return !readNot();
    }
    if (reader.peek() === '(') {
      reader.take();
      const is = readOr();
      reader.take(')');
      return is;
    }
    return readTerm();
  }
  function readTerm(): boolean {
    const word = reader.take();
    if (word === 'attribute_not_exists' || word === 'contains') {
      reader.take('(');
      const found = item[readName(reader.take(), names)];
      if (word === 'contains') reader.take(',');
      const wanted = word === 'contains' ? readValue(reader.take(), values).S : undefined;
      reader.take(')');
      return word === 'contains' ? found?.SS?.includes(wanted ?? '') === true : found === undefined;
    }
    const left = item[readName(word, names)];
    const sign = reader.take();
    const right = readValue(reader.take(), values);
    if (!left || (left.N === undefined) !== (right.N === undefined)) return false;
    const order = left.N === undefined ? compare(left.S ?? '', right.S ?? '') : Number(left.N) - Number(right.N);
    if (sign === '>=') return order >= 0;
    if (sign === '>') return order > 0;
    if (sign === '<') return order < 0;
    throw new Error(`${condition} has the sign ${sign}`);
  }
}

/** Makes of an item what an update makes of it. */
export function change(expression: string, item: Item, names: Names, values: Item): Item {
  const reader = read(expression);
  const changed: Record<string, Value> = { ...item };
  while (reader.peek() !== undefined) {
    const action = reader.take();
    do {
      if (reader.peek() === ',') reader.take();
      const name = readName(reader.take(), names);
      if (action === 'SET') {
        reader.take('=');
        changed[name] = readOperand();
      } else if (action === 'ADD') {
        changed[name] = add(item[name], readValue(reader.take(), values));
      } else throw new Error(`${expression} has the action ${action}`);
    } while (reader.peek() === ',');
  }
  return changed;

  // All of them are of the item as it was.
  function readOperand(): Value {
    const word = reader.take();
    if (word !== 'if_not_exists') return readValue(word, values);
    reader.take('(');
    const found = item[readName(reader.take(), names)];
    reader.take(',');
    const otherwise = readOperand();
    reader.take(')');
    return found ?? otherwise;
  }
}

function add(to: Value | undefined, { N, SS }: Value): Value {
  if (N !== undefined) return { N: String(Number(to?.N ?? 0) + Number(N)) };
  return { SS: [...new Set([...(to?.SS ?? []), ...(SS ?? [])])] };
}

function read(expression: string): Reader {
  const words = expression.match(/[#:]?\w+|>=|[<>=(),]/g) ?? [];
  let at = 0;
  return {
    peek: () => words[at],
    take(expected) {
      const word = words[at] ?? 'the end';
      at += 1;
      if (expected !== undefined && word !== expected) throw new Error(`${expression}: ${word} instead of ${expected}`);
      return word;
    },
  };
}

function readName(word: string, names: Names): string {
  if (!word.startsWith('#')) return word;
  const name = names[word];
  if (name === undefined) throw new Error(`There is no name for ${word}`);
  return name;
}

function readValue(word: string, values: Item): Value {
  const value = values[word];
  if (value === undefined) throw new Error(`There is no value for ${word}`);
  return value;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
