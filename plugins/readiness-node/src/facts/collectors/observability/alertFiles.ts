import { yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getItems, getText, getValue } from '../../readValue';
import type { AlertFact } from '../../types/observability';
import type { Location, Value } from '../../value';
import { toYamlMap } from '../../yamlValue';
import { alwaysOn } from './switches';

/** Prometheus rule files and Grafana's provisioned alerts: files that are no manifests. */
export function readAlertFiles(files: FileIndex): readonly AlertFact[] {
  return files
    .matching(/\.(ya?ml|rules)$/)
    .filter(
      ({ text }) =>
        text !== undefined &&
        /^groups:/m.test(text) &&
        /^\s+-?\s*(alert|condition):/m.test(text),
    )
    .flatMap(({ path }) => {
      const root = files.parse(yamlParser, path)?.[0]?.root;
      if (root === undefined) return [];
      const groups = getItems(getValue(toYamlMap(root, path), 'groups'));
      const rule = groups
        .flatMap(group => getItems(getValue(group, 'rules')))
        .find(isAlertRule);
      return rule === undefined ? [] : [createAlert(path, rule)];
    });
}

function isAlertRule(rule: Value): boolean {
  return (
    getText(getValue(rule, 'alert')) !== undefined ||
    getValue(rule, 'condition') !== undefined
  );
}

function createAlert(path: string, rule: Value): AlertFact {
  const location: Location = rule.location;
  const isGrafana = getValue(rule, 'alert') === undefined;
  return {
    subject: path,
    type: 'rule file',
    language: 'other',
    location,
    scope: path,
    tool: isGrafana ? 'Grafana' : 'Prometheus',
    receiver: {
      state: 'known',
      value: true,
      setting: isGrafana ? 'the notification policy' : 'Alertmanager',
      location,
    },
    isEnabled: alwaysOn('the rule', location),
  };
}
