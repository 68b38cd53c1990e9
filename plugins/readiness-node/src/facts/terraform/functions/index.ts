import type { HclFunction } from '../evaluation/calls';
import { addressFunctions } from './addressFunctions';
import { collectionFunctions } from './collectionFunctions';
import { conversionFunctions } from './conversionFunctions';
import { encodingFunctions } from './encodingFunctions';
import { fileFunctions } from './fileFunctions';
import { listFunctions } from './listFunctions';
import { numberFunctions } from './numberFunctions';
import { textFunctions } from './textFunctions';

/** The functions of Terraform, OpenTofu and Terragrunt that depend on nothing but their arguments. */
export const functions: Readonly<Record<string, HclFunction>> = {
  ...addressFunctions,
  ...collectionFunctions,
  ...conversionFunctions,
  ...encodingFunctions,
  ...fileFunctions,
  ...listFunctions,
  ...numberFunctions,
  ...textFunctions,
};
