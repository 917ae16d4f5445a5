export { type CertificateOptions, type IssuedCertificate, issueCertificate } from './issue-certificate.ts';
export { type DistributionOptions, type RunningDistribution, startDistribution } from './start-distribution.ts';
