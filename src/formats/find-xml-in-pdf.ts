import { inflateSync } from 'node:zlib';

const maxFiles = 50;
const maxBytes = 20_000_000;

/**
 * Finds the XML that Europass puts into the PDFs it makes: an attachment, packed or as it is. Nothing else of a PDF is read.
 * Source: ISO 32000-1, 7.11.4 (embedded file streams)
 */
export function findXmlInPdf(bytes: Uint8Array): Uint8Array | undefined {
  // One letter for each byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(bytes);
  let at = 0;
  for (let file = 0; file < maxFiles; file += 1) {
    at = text.indexOf('/EmbeddedFile', at);
    if (at < 0) return undefined;
    // Of /EmbeddedFiles, the list of them, no stream begins before the next object.
    const end = text.indexOf('endobj', at);
    const start = text.indexOf('stream', at);
    const from = start < 0 || (end >= 0 && end < start) ? -1 : start + (text.startsWith('\r\n', start + 6) ? 8 : 7);
    at += 1;
    if (from < 0) continue;
    const to = text.indexOf('endstream', from);
    const body = unpack(bytes.subarray(from, to < 0 ? undefined : to));
    if (
      /<(?:\w+:)?(?:Candidate|SkillsPassport|learnerinfo)[\s/>]/.test(String.fromCharCode(...body.subarray(0, 8_000)))
    )
      return body;
  }
  return undefined;
}

function unpack(body: Uint8Array): Uint8Array {
  // Each way of packing that zlib knows begins with this.
  if (body[0] === undefined || (body[0] & 0x0f) !== 8) return body;
  try {
    return inflateSync(body, { maxOutputLength: maxBytes });
  } catch {
    return body;
  }
}
