import {
  collectReferences,
  getText,
  getValue,
  AttributeReader,
} from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { BackupPlanFact, SettingFact } from '../../types/dataStores';
import { absent, heldBy, isTrue, known, own, unresolved } from './settings';

/** Plans of AWS Backup, and rehearsals of restoring. */
export function readBackupPlans(
  resources: ResourceIndex,
): readonly BackupPlanFact[] {
  const plans = resources
    .ofType('aws_backup_plan', 'AWS::Backup::BackupPlan')
    .map(plan => ({
      ...toSubjectFact(plan),
      isRestoreTest: false,
      copiesOffsite: own(hasCopyAction(plan)),
    }));
  const tests = resources
    .ofType(
      'aws_backup_restore_testing_plan',
      'AWS::Backup::RestoreTestingPlan',
    )
    .map(plan => ({ ...toSubjectFact(plan), isRestoreTest: true }));
  return [...plans, ...tests];
}

/** Backup plans that copy what they save elsewhere. */
export function getCopyingPlans(resources: ResourceIndex): readonly Resource[] {
  return resources
    .ofType('aws_backup_plan', 'AWS::Backup::BackupPlan')
    .filter(plan => isTrue(hasCopyAction(plan)));
}

function hasCopyAction(plan: Resource) {
  const reader = AttributeReader.of(plan);
  const isTerraform = plan.language === 'terraform';
  const rules = isTerraform
    ? reader.blocks('rule')
    : reader.blocks('BackupPlan.BackupPlanRule');
  const name = isTerraform ? 'copy_action' : 'CopyActions';
  for (const rule of rules) {
    const value = rule.presence(name);
    if (value.state === 'known' && value.value)
      return known(true, name, value.location, 'set');
    if (value.state === 'unresolved')
      return unresolved<boolean>(value.expression, name, value.location);
  }
  return absent(name, plan.location, false, 'none');
}

/** The copy of a database's backups in another region. */
export function findOffsiteCopy(
  resource: Resource,
  resources: ResourceIndex,
  companionType: string,
  attribute: string,
): SettingFact {
  const [replication] = resources.companions(
    resource,
    [companionType],
    attribute,
  );
  if (replication !== undefined) {
    return heldBy(
      replication,
      known(true, attribute, replication.location, resource.address),
    );
  }
  const plan = getCopyingPlans(resources).find(each =>
    isSelected(resource, each, resources),
  );
  if (plan !== undefined)
    return own(known(true, 'copy_action', plan.location, `in ${plan.address}`));
  return own(
    absent(
      'copy of its backups',
      resource.location,
      false,
      'none: no replication of automated backups, no plan that copies',
    ),
  );
}

/** Whether a plan of AWS Backup takes in a resource: by name, by everything, or by tag. */
export function isSelected(
  resource: Resource,
  plan: Resource | undefined,
  resources: ResourceIndex,
): boolean {
  return resources
    .ofType('aws_backup_selection', 'AWS::Backup::BackupSelection')
    .some(selection => {
      if (selection.scope !== resource.scope) return false;
      const planId = getValue(
        selection.attributes,
        selection.language === 'terraform' ? 'plan_id' : 'BackupPlanId',
      );
      if (
        plan !== undefined &&
        planId !== undefined &&
        !collectReferences(planId).includes(plan.address)
      )
        return false;
      return (
        selectsByName(selection, resource) ||
        selectsByTag(selection, resource, resources)
      );
    });
}

function selectsByName(selection: Resource, resource: Resource): boolean {
  const value = getValue(
    selection.attributes,
    selection.language === 'terraform'
      ? 'resources'
      : 'BackupSelection.Resources',
  );
  if (value === undefined) return false;
  if (collectReferences(value).includes(resource.address)) return true;
  const items = value.kind === 'list' ? value.items : [value];
  const service = /rds|db|docdb|neptune/i.test(resource.type)
    ? 'rds'
    : getService(resource.type);
  return items.some(item => {
    const text = getText(item) ?? '';
    return text === '*' || text.startsWith(`arn:aws:${service}:*`);
  });
}

function getService(type: string): string {
  if (/efs|EFS/.test(type)) return 'elasticfilesystem';
  return /dynamodb/i.test(type) ? 'dynamodb' : 'ec2';
}

function selectsByTag(
  selection: Resource,
  resource: Resource,
  resources: ResourceIndex,
): boolean {
  const reader = AttributeReader.of(selection);
  const isTerraform = selection.language === 'terraform';
  const tags = isTerraform
    ? reader.blocks('selection_tag')
    : reader.blocks('BackupSelection.ListOfTags');
  return tags.some(tag => {
    const key = getText(tag.get(isTerraform ? 'key' : 'ConditionKey'));
    const value = getText(tag.get(isTerraform ? 'value' : 'ConditionValue'));
    return (
      key !== undefined &&
      (hasTag(resource, key, value) ||
        hasDefaultTag(resource, key, value, resources))
    );
  });
}

/** Whether the provider of a root puts a tag on everything it makes. */
function hasDefaultTag(
  resource: Resource,
  key: string,
  value: string | undefined,
  resources: ResourceIndex,
): boolean {
  return resources.ofType('provider.aws').some(provider => {
    if (provider.scope !== resource.scope) return false;
    if (provider.address !== 'provider.aws') return false;
    const tag = getValue(provider.attributes, `default_tags.tags`);
    const found = tag?.kind === 'map' ? tag.entries[key] : undefined;
    return (
      found !== undefined && (value === undefined || getText(found) === value)
    );
  });
}

/** Whether a resource carries a tag (with a value, when that is known). */
export function hasTag(
  resource: Resource,
  key: string,
  value: string | undefined,
): boolean {
  const tags =
    resource.attributes.entries.tags ??
    resource.attributes.entries.Tags ??
    resource.attributes.entries.FileSystemTags;
  if (tags?.kind === 'map') {
    const found = tags.entries[key];
    return (
      found !== undefined && (value === undefined || getText(found) === value)
    );
  }
  if (tags?.kind !== 'list') return false;
  return tags.items.some(
    item =>
      getText(getValue(item, 'Key')) === key &&
      (value === undefined || getText(getValue(item, 'Value')) === value),
  );
}
