export type { CloudReader, DeployedDistribution, StoredObject, WantedObject } from './distribution/cloud-reader.ts';
export { type CertificateOptions, type IssuedCertificate, issueCertificate } from './distribution/issue-certificate.ts';
export {
  type DistributionOptions,
  type RunningDistribution,
  startDistribution,
} from './distribution/start-distribution.ts';
export { openTable } from './open-table.ts';
export type { Service } from './service.ts';
export { type Api, type ApiOptions, startApi } from './start-api.ts';
export { type Edge, type EdgeOptions, startEdge } from './start-edge.ts';
export { startTable, type TableOptions } from './start-table.ts';
export type { Trouble, TroubleItem } from './trouble.ts';
