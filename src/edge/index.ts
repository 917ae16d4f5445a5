export { type Answer, answerUnchanged, readHeader, sendAnswer, textAnswer } from './answer.ts';
export { canCompress, chooseEncoding, compressBody, type Encoding } from './content-encoding.ts';
export { createSandbox, type StartTimer, startOwnTimer } from './create-sandbox.ts';
export { describeViewer, dropHopByHop } from './forwarding.ts';
export { issueCertificate } from './issue-certificate.ts';
export { close, listen, type Service } from './listen.ts';
export { decodePath, readBody } from './read-request.ts';
export { refuseForeign } from './refuse-foreign.ts';
