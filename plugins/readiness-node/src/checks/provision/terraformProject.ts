import type { Subject } from '../../check';
import type { TerraformProjectFact } from '../../facts/types/terraformProjects';

/** A Terraform folder as the subject of a finding: its path, `.` at the root. */
export function getProjectSubject({
  path,
  location,
}: TerraformProjectFact): Subject {
  return { subject: path === '' ? '.' : path, location };
}
