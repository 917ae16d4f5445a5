import { createError, type Diagnostic } from './diagnostic.ts';
import { quoteValue } from './quote-value.ts';
import type { SourceMap } from './read/source-node.ts';

/** There is a name, but the file keeps it to itself. */
export function explainPrivateName(start = 0): Diagnostic {
  const message =
    'A page needs a name, so it cannot be private; take basics.name, or the group that it is in, from this list.';
  return createError('meta.site.private', start, message);
}

/** Says where the name belongs: into the group that is there, or out of one that stands around the whole résumé. */
export function explainMissingName(root: SourceMap): Diagnostic {
  const basics = root.entries.find(({ key }) => key.value === 'basics');
  const inner = basics?.value.kind === 'map' ? basics.value.entries : [];
  const name = inner.find(({ key }) => key.value === 'name');
  const start = (name ?? basics)?.key.start ?? root.start;
  const wrapper = root.entries.find(
    ({ value }) => value.kind === 'map' && value.entries.some(({ key }) => key.value === 'basics'),
  )?.key.value;
  const missing =
    wrapper === undefined ? 'add basics with a name in it' : `take what stands in ${quoteValue(wrapper)} out of it`;
  const remedy = basics === undefined ? missing : 'write it as basics.name';
  return createError('basics.name', start, `A résumé needs at least a name; ${remedy}.`);
}
