// An ES module that imports a module of Node has Node collect all that this exports, so that `node:fs` brings the streams and
// `node:crypto` every algorithm: 8 ms of each command. In the package they are asked for as CommonJS asks.
import { listNames } from './list-names.ts';

/**
 * Leads the imports of Node's own modules past Node's loader; `node:crypto` is loaded by the first use of a function, and
 * `node:fs/promises` is left, for which commands packed alone have a stand-in.
 */
export function passBuiltins(code: string): string {
  return code.replace(
    /^import \{([^}]*)\} from '(node:(?!fs\/promises')[\w/]+)';/gm,
    (_, braces: string, module: string) => {
      const from = `process.getBuiltinModule('${module}')`;
      const isLate = (name: string) => module === 'node:crypto' && /^[a-z]\w*$/.test(name);
      const names = listNames(braces);
      const early = names.filter((name) => !isLate(name)).map((name) => name.replace(' as ', ': '));
      return [
        ...(early.length > 0 ? [`const { ${early.join(', ')} } = ${from};`] : []),
        ...names.filter(isLate).map((name) => `function ${name}(...given) { return ${from}.${name}(...given); }`),
      ].join(' ');
    },
  );
}
