export { applyEnvironment } from './apply-environment.ts';
export { applyReviewed } from './apply-reviewed.ts';
export { type Environment, findEnvironment, findEnvironments } from './find-environment.ts';
export { hideEmail } from './hide-email.ts';
export { type PlannedEnvironment, planEnvironments } from './plan-environments.ts';
export { checkStateBucket, readOutputs, requireStateBucket } from './read-outputs.ts';
export { readSiteOutputs, type SiteOutputs } from './read-site-outputs.ts';
export { readTool } from './read-tool.ts';
export { explainMissing, runTool } from './run-tool.ts';
