import { existsSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  createEntityFacts,
  createFolderFacts,
  type EntityFacts,
} from 'backstage-plugin-readiness-node';
import { LineCounter, parseAllDocuments } from 'yaml';

const ENTITY_FILES = ['catalog-info.yaml', 'catalog-info.yml'];

/** An entity to judge, and the catalog's own shape of it for predicates. */
export interface ReadEntity {
  readonly facts: EntityFacts;
  readonly entity?: Entity;
}

/**
 * The entity of a folder: from the file named, else from its catalog-info.yaml,
 * else the folder itself as a service.
 *
 * @throws InputError when a file that is named or found holds no entity.
 */
export function readEntity(
  folder: string,
  file: string | undefined,
): ReadEntity {
  const path =
    file ??
    ENTITY_FILES.map(name => join(folder, name)).find(candidate =>
      existsSync(candidate),
    );
  if (path === undefined) {
    return { facts: createFolderFacts(toName(basename(resolve(folder)))) };
  }
  if (!existsSync(path)) throw new InputError(`${path} does not exist`);
  const found = readEntities(path);
  const chosen =
    found.find(each => each.entity.kind.toLowerCase() === 'component') ??
    found[0];
  if (chosen === undefined)
    throw new InputError(`${path} holds no catalog entity`);
  const { entity, startLine, endLine } = chosen;
  return {
    entity,
    facts: createEntityFacts(entity, {
      location: { path: basename(path), startLine, endLine },
    }),
  };
}

interface LocatedEntity {
  readonly entity: Entity;
  readonly startLine: number;
  readonly endLine: number;
}

/** Every entity of a file with its lines. @throws InputError for broken YAML. */
export function readEntities(path: string): readonly LocatedEntity[] {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(readFileSync(path, 'utf8'), {
    lineCounter,
  });
  const entities: LocatedEntity[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      const line = lineCounter.linePos(error.pos[0]).line;
      throw new InputError(
        `${path}:${line} is not valid YAML: ${error.message.split('\n', 1)[0]}`,
      );
    }
    const plain: unknown = document.toJS({ maxAliasCount: 100 });
    if (!isEntity(plain)) continue;
    const [start, , end] = document.range;
    entities.push({
      entity: plain,
      startLine: lineCounter.linePos(document.contents?.range?.[0] ?? start)
        .line,
      endLine: Math.max(1, lineCounter.linePos(end).line - 1),
    });
  }
  return entities;
}

function isEntity(value: unknown): value is Entity {
  if (typeof value !== 'object' || value === null) return false;
  if (!('kind' in value) || typeof value.kind !== 'string') return false;
  if (
    !('metadata' in value) ||
    typeof value.metadata !== 'object' ||
    value.metadata === null
  )
    return false;
  return 'name' in value.metadata && typeof value.metadata.name === 'string';
}

function toName(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '') || 'folder'
  );
}
