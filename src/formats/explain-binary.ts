/** The formats by the bytes that a file of them begins with. */
const fileStarts: readonly (readonly [start: string, name: string])[] = [
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['RIFF', 'a picture'],
  ['\xd0\xcf\x11\xe0', 'an old document of Word or Excel'],
  ['{\\rtf', 'an RTF document'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['\x1f\x8b', 'a file packed with gzip'],
];

const remedy = 'Export the résumé from the tool that made it as JSON, YAML, XML or ZIP, and name that file';

/** Says of a file that has no data what it is and what to do; undefined for what may have some. */
export function explainBinary(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 2_000));
  if (start.replaceAll(/[\s\0\u00ff\u00fe]|ï»¿/g, '') === '' && bytes.length <= 2_000)
    return 'The file is empty. Export the résumé again, or name another file.';
  if (start.includes('%PDF-'))
    return `This is a PDF, which has no data to read. ${remedy}; LinkedIn, Europass and Reactive Resume give one beside the PDF.`;
  const found = fileStarts.find(([bytes]) => start.startsWith(bytes))?.[1];
  if (found?.includes('archive') || found?.includes('packed'))
    return `This is ${found}, and only ZIP is read. Unpack it and name the résumé in it.`;
  if (found !== undefined) return `This is ${found}, which has no data to read. ${remedy}.`;
  if (/^(?:ï»¿)?\s*<(?:!doctype\s+html|html)\b/i.test(start))
    return `This is a web page, which has no data to read. ${remedy}.`;
  if (/^(?:ï»¿)?(?:\s|#.*\n)*\[{1,2}[A-Za-z][\w.-]*\]{1,2}\s*$/m.test(start))
    return 'This is TOML, and only JSON, YAML, XML and ZIP are read. Convert it to JSON or YAML, and name that file.';
  return undefined;
}

/** Says of an archive, or of a folder, that is not LinkedIn's export what it may be and what to do. */
export function explainArchive(names: readonly string[], isFolder = false): string {
  const what = isFolder ? 'This folder' : 'This ZIP';
  const named = (pattern: RegExp) => names.find((name) => pattern.test(name) && !name.includes('__MACOSX'));
  if (named(/^word\/document\.xml$/)) return `This is a Word document, which has no data to read. ${remedy}.`;
  if (named(/^xl\/workbook\.xml$/)) return 'This is an Excel file. Save its tables as CSV, and name their folder.';
  if (named(/^(?:ppt\/presentation\.xml|content\.xml|Index\/Document\.iwa|OEBPS\/.*)$/))
    return `This is a document, which has no data to read. ${remedy}.`;
  // Hidden files are nobody's résumé.
  const one =
    named(/(?:^|\/)(?!\.|[^/]*schema)[^/]*(?:resume|cv)[^/]*\.(?:json|ya?ml)$/i) ??
    named(/(?:^|\/)[^./][^/]*\.(?:json|ya?ml|xml|zip)$/i);
  const quoted = JSON.stringify(one?.slice(0, 80));
  if (one !== undefined)
    return `${what} is not LinkedIn's export, which has Profile.csv. ${isFolder ? 'Name' : 'Unpack it and name'} the file ${quoted} in it if that is the résumé.`;
  if (names.length === 0) return `${what} is empty. Name another one.`;
  return `${what} is not LinkedIn's export, which has Profile.csv and Positions.csv. Name the file that your tool exports.`;
}
