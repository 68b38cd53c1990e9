import type { LinkedTarget, TargetEntity } from './TargetStore';

/** A target as a row, due now. */
export function formatTarget(
  target: TargetEntity,
  options: { readonly now: number; readonly changeSequence: number },
) {
  return {
    entity_ref: target.entityRef,
    uid: target.uid,
    kind: target.kind,
    name: target.name,
    title: target.title ?? null,
    type: target.type ?? null,
    lifecycle: target.lifecycle ?? null,
    owner: target.owner ?? null,
    system: target.system ?? null,
    domain: target.domain ?? null,
    tags: JSON.stringify(target.tags),
    entity: target.entity,
    digest: target.digest,
    due_at: options.now,
    change_sequence: options.changeSequence,
  };
}

/** Rows of its links, in order. */
export function formatLinks({ entityRef, links }: LinkedTarget) {
  return links.map((link, position) => ({
    entity_ref: entityRef,
    position,
    repository_id: link.repositoryId,
    sub_path: link.subPath,
  }));
}

/** Rows of the entities its waivers lean on. */
export function formatMentions({ entityRef, mentions }: LinkedTarget) {
  return mentions.map(mention => ({
    entity_ref: entityRef,
    mentioned_ref: mention,
  }));
}
