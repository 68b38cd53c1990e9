import { defineCollector } from '../collector';
import { collectTerraformProjects } from '../terraform';

/** Terraform, OpenTofu and Terragrunt folders as projects. */
export const terraformProjectsCollector = defineCollector({
  id: 'terraform-projects',
  collect: input => ({ terraformProjects: collectTerraformProjects(input) }),
});
