export { createProject, refuseOccupied } from './create-project.ts';
export { ejectInfrastructure } from './eject-infrastructure.ts';
export { fetchStarter } from './fetch-starter.ts';
export { formatImport, readForeign } from './read-foreign.ts';
export { applyUpgrade, planUpgrade, readProject, readProjectFile, readTouched, type Step } from './upgrade-project.ts';
