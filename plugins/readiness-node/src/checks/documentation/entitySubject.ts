import type { Finding } from 'backstage-plugin-readiness-common';
import { pass, type CheckContext, type Subject } from '../../check';

/** The entity as the subject of a finding; its lines when its file is known. */
export function getEntitySubject({ entity }: CheckContext): Subject {
  return {
    subject: entity.entityRef,
    location: entity.location ?? {
      path: 'catalog-info.yaml',
      startLine: 1,
      endLine: 1,
    },
  };
}

/** Evidence in the entity, none where its file is not known. */
export function getEntityEvidence({ entity }: CheckContext) {
  return entity.location === undefined ? [] : [entity.location];
}

/** A passing finding for each link of the entity whose type, title or address matches. */
export function passLinks(context: CheckContext, words: RegExp): Finding[] {
  return context.entity.links
    .filter(
      ({ type = '', title = '', url }) =>
        words.test(type) || words.test(title) || words.test(url),
    )
    .map(({ title, url }) =>
      pass(getEntitySubject(context), {
        message: `Link ${title === undefined ? url : `"${title}" to ${url}`}`,
        at: getEntityEvidence(context),
      }),
    );
}
