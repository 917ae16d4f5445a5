import { join } from 'node:path';

const home = JSON.stringify(join(import.meta.dirname, 'packed-patterns.ts'));
const literal = /(?<=[(=,:?&|![\s])\/(?![/*])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/([dgimsuvy]*)/g;

/** Has the patterns with classes of Unicode made when they are used: in the code, and where `marked` puts its own together. */
export function passPatterns(code: string): string {
  const found: string[] = [];
  const passed = code
    .replace(literal, (whole, source: string, flags: string) => {
      if (!source.includes('\\p{') || !flags.includes('u') || flags.includes('i')) return whole;
      const name = `late${found.length}`;
      found.push(`${name} = createLatePattern(${JSON.stringify(source)}, '${flags}')`);
      return name;
    })
    .replace('getRegex:()=>new RegExp(', 'getRegex:()=>createLatePattern(');
  if (passed === code) return code;
  const patterns = found.length > 0 ? ` const ${found.join(', ')};` : '';
  return `import { createLatePattern } from ${home};${patterns}\n${passed}`;
}
