export { type Answer, answerUnchanged, readHeader, sendAnswer, textAnswer } from './answer.ts';
export { canCompress, chooseEncoding, compressBody, type Encoding } from './content-encoding.ts';
export { createSandbox, type StartTimer, startOwnTimer } from './create-sandbox.ts';
export { decodePath } from './decode-path.ts';
export { describeViewer } from './describe-viewer.ts';
export { dropHopByHop } from './hop-by-hop.ts';
export { close, listen, type Service } from './listen.ts';
export { readBody } from './read-body.ts';
export { refuseForeign } from './refuse-foreign.ts';
