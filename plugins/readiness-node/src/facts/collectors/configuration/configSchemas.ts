import { TemplateIndex } from '../../cloudformation/templateIndex';
import { getSection } from '../../cloudformation/template';
import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import { getText, getValue } from '../../readValue';
import type {
  ConfigSchemaFact,
  TemplateParameterFact,
} from '../../types/configuration';
import { findOperatedFiles } from '../operatedFiles';

const CONSTRAINTS = [
  'AllowedValues',
  'AllowedPattern',
  'MinLength',
  'MaxLength',
  'MinValue',
  'MaxValue',
];
/** Types that take any text. */
const ANY_TEXT = /^(String|CommaDelimitedList|List<String>)?$/;

/** Charts with values, and the schema beside them. */
export function readConfigSchemas(
  files: FileIndex,
): readonly ConfigSchemaFact[] {
  return findOperatedFiles(files, /(^|\/)Chart\.ya?ml$/).flatMap(
    (file): readonly ConfigSchemaFact[] => {
      const folder = getFolder(file.path);
      const prefix = folder === '' ? '' : `${folder}/`;
      const values =
        files.get(`${prefix}values.yaml`) ?? files.get(`${prefix}values.yml`);
      if (values === undefined) return [];
      const schema = files.get(`${prefix}values.schema.json`);
      return [
        {
          subject: folder === '' ? '.' : folder,
          kind: 'Helm chart',
          location: toLocation(values.path),
          ...(schema && { schema: toLocation(schema.path) }),
        },
      ];
    },
  );
}

/** Parameters of templates, with what constrains each. */
export function readTemplateParameters(
  files: FileIndex,
): readonly TemplateParameterFact[] {
  const operated = new Set(
    findOperatedFiles(files, /./).map(({ path }) => path),
  );
  return new TemplateIndex(files).inScope
    .filter(({ path }) => operated.has(path))
    .flatMap(template =>
      getSection(template, 'Parameters').map(([subject, value]) => {
        const type = getText(getValue(value, 'Type')) ?? 'String';
        const constraints = CONSTRAINTS.filter(
          name => getValue(value, name) !== undefined,
        );
        return {
          subject,
          type,
          constraints: ANY_TEXT.test(type)
            ? constraints
            : [`Type ${type}`, ...constraints],
          location: value.location,
        };
      }),
    );
}

function toLocation(path: string) {
  return { path, startLine: 1, endLine: 1 };
}
