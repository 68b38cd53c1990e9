import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, pass, type CheckContext } from '../../check';
import type { TemplateParameterFact } from '../../facts/types/configuration';
import type {
  TerraformProjectFact,
  TerraformVariable,
} from '../../facts/types/terraformProjects';

/** Charts with values and their schema. */
export function judgeCharts({ facts }: CheckContext): Finding[] {
  const details = { aspect: 'schema', expected: 'values.schema.json' };
  return facts.configSchemas.map(chart =>
    chart.schema === undefined
      ? fail(chart, {
          ...details,
          message: 'The values have no schema',
          actual: 'none',
        })
      : pass(chart, {
          ...details,
          message: `${chart.schema.path} checks the values`,
          at: [chart.schema],
        }),
  );
}

/** The variables of a Terraform folder, and whether any validates itself. */
export function judgeProject(
  project: TerraformProjectFact,
): readonly Finding[] {
  const { variables, path, location } = project;
  if (variables.length === 0) return [];
  const subject = { subject: path === '' ? '.' : path, location };
  const validated = variables.filter(({ hasValidation }) => hasValidation);
  const names = validated.map(({ name }) => `var.${name}`).join(', ');
  const details = { aspect: 'validation', expected: 'a validation block' };
  return [
    ...variables.map(judgeVariable),
    validated.length > 0
      ? pass(subject, {
          ...details,
          message: `Values are validated: ${names}`,
          at: validated.map(each => each.location).slice(0, 5),
        })
      : fail(subject, {
          ...details,
          message: `None of ${variables.length} variables validates its value`,
          actual: 'none',
          at: variables.map(each => each.location).slice(0, 5),
        }),
  ];
}

function judgeVariable({ name, type, location }: TerraformVariable): Finding {
  const subject = { subject: `var.${name}`, location };
  const rules = ['terraform_typed_variables'];
  const details = { aspect: 'type', rules, expected: 'type' };
  return type === undefined
    ? fail(subject, {
        ...details,
        message: `var.${name} has no type; it takes any`,
        actual: 'not set',
      })
    : pass(subject, {
        ...details,
        message: `type = ${type.replace(/\s+/g, ' ').slice(0, 120)}`,
      });
}

/** Ansible roles and their argument specifications. */
export function judgeRoles({ facts }: CheckContext): Finding[] {
  const details = {
    aspect: 'argument-specs',
    expected: 'meta/argument_specs.yml',
  };
  return facts.managedUnits
    .filter(({ kind }) => kind === 'role')
    .map(role =>
      role.argumentSpecs === undefined
        ? fail(role, {
            ...details,
            message: 'The role does not say which arguments it takes',
            actual: 'none',
          })
        : pass(role, {
            ...details,
            message: `${role.argumentSpecs.path} checks its arguments`,
            at: [role.argumentSpecs],
          }),
    );
}

/** A parameter of a template and what it is held against. */
export function judgeParameter(parameter: TemplateParameterFact): Finding {
  const { constraints, type, subject } = parameter;
  const details = {
    aspect: 'constraints',
    expected:
      'AllowedValues, AllowedPattern, a length, a range or a specific Type',
  };
  return constraints.length > 0
    ? pass(parameter, { ...details, message: constraints.join(', ') })
    : fail(parameter, {
        ...details,
        message: `${subject} is any ${type}`,
        actual: `Type ${type} alone`,
      });
}
