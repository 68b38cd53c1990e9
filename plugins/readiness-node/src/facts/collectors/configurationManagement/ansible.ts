import { getYamlEntry, yamlParser } from '../../../parsers/yaml';
import type { FileIndex } from '../../fileIndex';
import { getFolder } from '../../paths';
import type {
  ConfigurationManagementFacts,
  ManagedPackageFact,
  ManagedTemplateFact,
  ManagedUnitFact,
} from '../../types/configurationManagement';
import type { FactValue } from '../../value';
import { getYamlEntryLocation } from '../../yamlValue';
import { readRequirements } from './ansibleRequirements';
import { findOperatedFiles } from '../operatedFiles';
import { findAnsibleFiles } from './ansibleFiles';
import { readTasks, type AnsibleTask } from './ansibleTasks';
import { resolveAnsibleText } from './ansibleVariables';
import { getFirstLine } from './findLines';

/** Modules that install packages, of ansible-lint's rule package-latest. */
const PACKAGE_MODULE =
  /^(apk|apt|bower|bundler|dnf5?|flatpak|gem|homebrew|npm|openbsd_pkg|package|pacman|pip|pkgng|pkg5|portage|rhsm_release|snap|win_chocolatey|yarn|yum|zypper)$/;
const NAMES = ['name', 'pkg', 'package', 'deb', 'requirements'];

/** Playbooks, roles and what their tasks install and render. */
export function readAnsible(files: FileIndex): ConfigurationManagementFacts {
  const found = findAnsibleFiles(files);
  const tasks = found.flatMap(readTasks);
  return {
    managedUnits: [
      ...found
        .filter(({ kind }) => kind === 'playbook')
        .map(
          ({ path }): ManagedUnitFact => ({
            subject: path,
            tool: 'ansible',
            kind: 'playbook',
            location: { path, startLine: 1, endLine: 1 },
          }),
        ),
      ...readRoles(files),
      ...readCollections(files),
    ],
    managedTemplates: tasks.flatMap(toTemplate),
    managedPackages: tasks.flatMap(task => toPackage(task, files)),
    managedDependencies: readRequirements(files),
  };
}

function readRoles(files: FileIndex): readonly ManagedUnitFact[] {
  return findOperatedFiles(
    files,
    /^((.*\/)?roles\/[^/]+\/)?tasks\/main\.ya?ml$/,
  ).flatMap(file => {
    if (files.parse(yamlParser, file.path)?.[0]?.root?.kind === 'map')
      return [];
    const folder = getFolder(getFolder(file.path));
    const argumentSpecs = findArgumentSpecs(files, folder);
    return [
      {
        subject: folder === '' ? '.' : folder,
        tool: 'ansible',
        kind: 'role',
        location: getFirstLine(file),
        ...(argumentSpecs && { argumentSpecs }),
      },
    ];
  });
}

function findArgumentSpecs(files: FileIndex, role: string) {
  const prefix = role === '' ? '' : `${role}/`;
  for (const name of ['argument_specs', 'main']) {
    for (const extension of ['yml', 'yaml']) {
      const path = `${prefix}meta/${name}.${extension}`;
      const root = files.parse(yamlParser, path)?.[0]?.root;
      const entry = getYamlEntry(root, 'argument_specs');
      if (entry !== undefined) return getYamlEntryLocation(entry, path);
    }
  }
  return undefined;
}

function readCollections(files: FileIndex): readonly ManagedUnitFact[] {
  return findOperatedFiles(files, /(^|\/)galaxy\.ya?ml$/).map(file => {
    const folder = getFolder(file.path);
    return {
      subject: folder === '' ? '.' : folder,
      tool: 'ansible',
      kind: 'collection',
      location: getFirstLine(file),
    };
  });
}

function toTemplate(task: AnsibleTask): readonly ManagedTemplateFact[] {
  const { path, module, notifies, location } = task;
  if (!/^(win_)?template$/.test(module)) return [];
  return [
    {
      subject: path,
      tool: 'ansible',
      source: task.arguments.get('src')?.texts[0] ?? 'a template',
      notifies,
      location,
    },
  ];
}

function toPackage(
  task: AnsibleTask,
  files: FileIndex,
): readonly ManagedPackageFact[] {
  if (!PACKAGE_MODULE.test(task.module)) return [];
  const names = NAMES.flatMap(name => task.arguments.get(name)?.texts ?? []);
  if (names.length === 0) return [];
  const { path, location } = task;
  const state = readState(task, files);
  return [{ subject: path, tool: 'ansible', names, state, location }];
}

function readState(task: AnsibleTask, files: FileIndex): FactValue<string> {
  const written = task.arguments.get('state');
  const [text] = written?.texts ?? [];
  if (written === undefined || text === undefined) {
    const { location } = task;
    return {
      state: 'absent',
      setting: 'state',
      location,
      defaultValue: 'present',
    };
  }
  const { location } = written;
  const value = resolveAnsibleText(text, files, task.path);
  return value === undefined
    ? { state: 'unresolved', expression: text, setting: 'state', location }
    : { state: 'known', value, setting: 'state', location };
}
