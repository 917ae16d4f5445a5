import type { Diagnostic, Fix } from '../diagnostic.ts';
import type { ResumeFormat } from '../read/read-document.ts';
import type { SourceMap, SourceNode } from '../read/source-node.ts';
import type { MapShape, Shape } from '../schema/shape.ts';

/** What every check needs beside the value: the text it stands in, and where to report to. */
export type Context = {
  readonly text: string;
  readonly format: ResumeFormat;
  /** The files of `public/`, where they are known: a link or a photo may name one. */
  readonly publicFiles?: ReadonlySet<string> | undefined;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Reads a value inside the one that is being read, as `readValue` does. */
  readonly read: (node: SourceNode, shape: Shape, path: string, context?: Context) => unknown;
  /** Whether keys that nobody knows are compared letter by letter with the known ones. */
  readonly looksForSlips: boolean;
  /** The sections of the person's own, by their keys at the root. */
  readonly ownSections: ReadonlySet<string>;
  /** What `order` may name, and what may have a label. */
  readonly names: { readonly sections: Names; readonly labels: Names };
  /** For how many files that are missing one of nearly the same name may still be looked for. */
  readonly searches: { left: number };
};

/** The keys that a text may name. */
export type Names = {
  /** What they are, in words. */
  readonly what: string;
  readonly shape: MapShape;
  /** Which was meant by a text that is none of them, as far as that was looked for; nothing where it is not. */
  readonly guesses: Map<string, { readonly key: string; readonly isSure: boolean } | undefined> | undefined;
};

/** A group of keys as the checks see it. */
export type Group = {
  readonly map: SourceMap;
  readonly shape: MapShape;
  readonly path: string;
  readonly context: Context;
  /** What was read so far, by key. */
  readonly values: Map<string, unknown>;
};

/** Reports a note about a value or a key, and what would mend it. */
export function note(
  { start }: Pick<SourceNode, 'start'>,
  path: string,
  message: string,
  { report }: Pick<Context, 'report'>,
  fix?: Fix,
): void {
  report({ severity: 'note', path, start, message, ...(fix && { fix }) });
}

/** For a text that was put together or taken out of another: it stands nowhere in the file, so there is nothing to replace. */
export function withoutFixes(context: Context): Context {
  return { ...context, report: ({ fix: _, ...diagnostic }) => context.report(diagnostic) };
}
