/** Encodes what a certificate is made of, by ASN.1's distinguished rules: https://www.itu.int/rec/T-REC-X.690 */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  time: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Encodes one value: the kind or the tag that it has, and its content, encoded already. */
export function encodeDer(kind: keyof typeof tags | number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([typeof kind === 'number' ? kind : tags[kind]]), encodeLength(body.length), body]);
}

/** Encodes an object identifier, such as `2.5.29.17`. */
export function encodeOid(oid: string): Buffer {
  const [first = 0, second = 0, ...rest] = oid.split('.').map(Number);
  return encodeDer('oid', Buffer.from([40 * first + second, ...rest.flatMap(encodeBase128)]));
}

/** Encodes bits that fill whole bytes, but for the last `unused` of them. */
export function encodeBits(bytes: Uint8Array, unused = 0): Buffer {
  return encodeDer('bits', Buffer.from([unused]), bytes);
}

/** Encodes a time before 2050, to the second. */
export function encodeTime(time: Date): Buffer {
  return encodeDer('time', Buffer.from(`${time.toISOString().slice(2, 19).replace(/\D/g, '')}Z`));
}

// Up to 127 in one byte; above that in as many as it takes, after one that says how many.
function encodeLength(length: number): Buffer {
  if (length < 128) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

// Seven bits a byte; all but the last have the eighth set.
function encodeBase128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let rest = value >> 7; rest > 0; rest >>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}
