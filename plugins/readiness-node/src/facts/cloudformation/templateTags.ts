import { toYamlValue, type TagResolver } from '../yamlValue';

const SHORT_FORMS: ReadonlySet<string> = new Set([
  '!And',
  '!Base64',
  '!Cidr',
  '!Condition',
  '!Contains',
  '!Equals',
  '!FindInMap',
  '!GetAZs',
  '!GetAtt',
  '!If',
  '!ImportValue',
  '!Join',
  '!Length',
  '!Not',
  '!Or',
  '!Ref',
  '!Select',
  '!Split',
  '!Sub',
  '!ToJsonString',
  '!Transform',
]);

/** Spells out short forms: `!Sub x` becomes `{ 'Fn::Sub': x }`. */
export const spellOutShortForm: TagResolver = (node, location) => {
  const { tag } = node;
  if (tag === undefined || !SHORT_FORMS.has(tag)) return undefined;
  const word = tag.slice(1);
  const name = word === 'Ref' || word === 'Condition' ? word : `Fn::${word}`;
  const argument = toYamlValue(
    { ...node, tag: undefined },
    location.path,
    spellOutShortForm,
  );
  return { kind: 'map', entries: { [name]: argument }, location };
};
