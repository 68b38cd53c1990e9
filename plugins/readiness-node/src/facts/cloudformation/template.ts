import { getEntries, getText, getValue } from '../readValue';
import type { MapValue, Value } from '../value';

/** A CloudFormation or SAM template as written, short forms spelled out. */
export interface Template {
  readonly path: string;
  readonly root: MapValue;
  /** Uses SAM's transform, or has one of its resource types. */
  readonly isServerless: boolean;
}

const RESOURCE_TYPE = /^(AWS|Alexa|Custom|[A-Z]\w+)::\w+/;

/** Cheap test on the text, before anything is parsed. */
export function mayBeTemplate(text: string): boolean {
  return (
    /AWSTemplateFormatVersion|\bAWS::[A-Z]\w+::/.test(text) &&
    text.includes('Resources')
  );
}

/** The template a file holds, if it holds one. */
export function toTemplate(
  path: string,
  root: Value | undefined,
): Template | undefined {
  if (root?.kind !== 'map') return undefined;
  const types = getEntries(root.entries.Resources).map(
    ([, resource]) => getText(getValue(resource, 'Type')) ?? '',
  );
  const hasLoop = getEntries(root.entries.Resources).some(([key]) =>
    key.startsWith('Fn::'),
  );
  if (!hasLoop && !types.some(type => RESOURCE_TYPE.test(type)))
    return undefined;
  const hasTransform = JSON.stringify(root.entries.Transform ?? '').includes(
    'AWS::Serverless',
  );
  return {
    path,
    root,
    isServerless:
      hasTransform || types.some(type => type.startsWith('AWS::Serverless::')),
  };
}

/** Entries of a top-level section. */
export function getSection(
  template: Template,
  section: string,
): ReadonlyArray<readonly [string, Value]> {
  return getEntries(template.root.entries[section]);
}
