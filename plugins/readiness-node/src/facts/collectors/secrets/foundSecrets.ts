import type { SnapshotFile } from '../../snapshot';
import type { HardcodedSecretFact, SecretPlaceFact } from '../../types/secrets';
import type { Location } from '../../value';
import type { Candidate } from './candidate';
import { classifyValue } from './classifyValue';
import { isContainerfile, PIPELINE } from './secretFiles';
import type { SecretPlaces } from './secretPlaces';
import { findTokens } from './tokenShapes';

const DOCUMENT = /\.(md|mdx|rst|adoc|txt)$/i;

interface Subject {
  readonly subject: string;
  readonly type: string;
  readonly language: string;
}

/** Gathers secrets and their places by subject. */
export class FoundSecrets {
  readonly secrets: HardcodedSecretFact[] = [];
  /** By subject; the first with a secret's name wins. */
  readonly places = new Map<string, SecretPlaceFact>();
  private readonly bySubject = new Map<string, readonly Location[]>();

  constructor(private readonly known: SecretPlaces) {}

  /** Judges what stands under a name. */
  look(candidate: Candidate): void {
    const { name, value, path, startLine, endLine, isSecretPlace } = candidate;
    const result = classifyValue(name, value ?? '', {
      isPipeline: PIPELINE.test(path),
      ...(isSecretPlace !== undefined && { isSecretPlace }),
    });
    if (result.state === 'other') return;
    const location = toLine(path, startLine, endLine);
    for (const subject of this.getSubjects(candidate)) {
      if (result.state === 'fine') this.addPlace(subject, location, name);
      else this.addSecret(subject, location, name, result.tokenKind);
    }
  }

  /** Tokens that are known by their shape, wherever they stand. */
  scan({ path, text = '' }: SnapshotFile): void {
    for (const { kind, index, length } of findTokens(text)) {
      const token = text.slice(index, index + length);
      if (DOCUMENT.test(path) && /example/i.test(token)) continue;
      const startLine = text.slice(0, index).split('\n').length;
      const endLine =
        kind === 'private key'
          ? findEndOfKey(text, index, startLine)
          : startLine + token.split('\n').length - 1;
      for (const subject of this.getSubjects({ path, startLine }))
        this.addSecret(subject, toLine(path, startLine, endLine), kind, kind);
    }
  }

  addPlace(subject: Subject, location: Location, name?: string): void {
    const earlier = this.places.get(subject.subject);
    if (
      earlier !== undefined &&
      (earlier.name !== undefined || name === undefined)
    )
      return;
    this.places.set(subject.subject, {
      ...pickSubject(subject),
      ...(name !== undefined && { name }),
      location,
    });
  }

  private addSecret(
    subject: Subject,
    location: Location,
    name: string,
    tokenKind: string | undefined,
  ): void {
    const earlier = this.bySubject.get(subject.subject) ?? [];
    const isKnown = earlier.some(
      each =>
        each.path === location.path &&
        each.startLine <= location.startLine &&
        location.startLine <= each.endLine,
    );
    if (isKnown) return;
    this.bySubject.set(subject.subject, [...earlier, location]);
    this.secrets.push({
      ...pickSubject(subject),
      name,
      because: tokenKind === undefined ? 'name' : 'shape',
      ...(tokenKind !== undefined && { tokenKind }),
      location,
    });
  }

  private getSubjects({
    path,
    startLine,
    owner,
  }: Pick<Candidate, 'path' | 'startLine' | 'owner'>): readonly Subject[] {
    if (owner) return [{ ...owner, language: getLanguage(path) }];
    const around = this.known.around(path, startLine);
    return around.length > 0 ? around : [toFileSubject(path)];
  }
}

function findEndOfKey(text: string, index: number, startLine: number): number {
  const end = text.indexOf('-----END', index + 10);
  const lines = end < 0 ? 1 : text.slice(index, end).split('\n').length;
  return startLine + Math.min(lines, 200) - 1;
}

function pickSubject({ subject, type, language }: Subject): Subject {
  return { subject, type, language };
}

/** A file as the subject, when nothing in it is one. */
export function toFileSubject(path: string): Subject {
  return {
    subject: path,
    type: isContainerfile(path) ? 'containerfile' : 'file',
    language: getLanguage(path),
  };
}

function getLanguage(path: string): string {
  if (isContainerfile(path)) return 'dockerfile';
  return /\.(tf|tofu|tfvars)(\.json)?$/.test(path) ? 'terraform' : 'other';
}

export function toLine(
  path: string,
  startLine: number,
  endLine: number,
): Location {
  return { path, startLine, endLine };
}
