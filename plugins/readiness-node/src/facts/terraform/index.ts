export { decodeStructure } from './evaluation/decode';
export { resolveTerraform } from './resolveTerraform';
export type { TerraformInput } from './resolveTerraform';
