export { decodeStructure } from './evaluation/decode';
export { collectTerraformProjects } from './projects/collectTerraformProjects';
export type { TerraformProjectInput } from './projects/collectTerraformProjects';
export { resolveTerraform } from './resolveTerraform';
export type { TerraformInput } from './resolveTerraform';
