import type { Resource, ResourceLanguage } from './resource';
import type { Location } from './value';

/**
 * What every fact about a resource carries.
 * @public
 */
export interface SubjectFact {
  /** The address findings name, see {@link Resource.address}. */
  readonly subject: string;
  /** Type in its language: `aws_db_instance`, `AWS::RDS::DBInstance`, `Deployment`. */
  readonly type: string;
  readonly language:
    | ResourceLanguage
    | 'dockerfile'
    | 'ansible'
    | 'chef'
    | 'puppet'
    | 'packer'
    | 'shell'
    | 'other';
  readonly location: Location;
  /** Root, template, chart or overlay; links hold inside one scope. */
  readonly scope: string;
  readonly environment?: string;
  /** The expression that decides whether it exists, when unresolved. */
  readonly condition?: string;
}

/** What every fact about a resource carries. */
export function toSubjectFact(resource: Resource): SubjectFact {
  const { environment, condition } = resource;
  return {
    subject: resource.address,
    type: resource.type,
    language: resource.language,
    location: resource.location,
    scope: resource.scope,
    ...(environment !== undefined && { environment }),
    ...(condition !== undefined && { condition }),
  };
}
