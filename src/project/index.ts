export { createProject, refuseOccupied } from './create-project.ts';
export { ejectInfrastructure } from './eject-infrastructure.ts';
export { fetchStarter } from './fetch-starter.ts';
export { formatImport, readForeign } from './read-foreign.ts';
export { readProject, readProjectFile, readTouched } from './read-project.ts';
export { applyUpgrade, planUpgrade, type Step } from './upgrade-project.ts';
