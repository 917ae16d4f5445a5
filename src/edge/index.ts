export { chooseEncoding, type Encoding } from './choose-encoding.ts';
export { canCompress, compressBody } from './compress-body.ts';
export { createSandbox } from './create-sandbox.ts';
export { describeViewer } from './describe-viewer.ts';
export { close, listen } from './listen.ts';
export { matchEtag } from './match-etag.ts';
export { readBody } from './read-body.ts';
export type { Service } from './service.ts';
