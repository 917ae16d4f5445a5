/** The characters that Typst found in no font, by its own messages about PDF/UA-1; none where it complains of something else. */
export function findMissing(message: string): readonly string[] {
  const found = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gs)].map(([, text = '']) =>
    text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  );
  return [...new Set(found)].sort();
}
