export { type RunningDistribution, startDistribution } from './start-distribution.ts';
