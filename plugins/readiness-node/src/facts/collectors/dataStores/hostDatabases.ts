import type { FileIndex } from '../../fileIndex';
import type { SnapshotFile } from '../../snapshot';
import type { SubjectFact } from '../../subject';
import type { DatabaseFact } from '../../types/dataStores';
import type { FactValue, Location } from '../../value';
import { DUMP } from './clusterBackups';
import { absent, known, own } from './settings';

type Language = Extract<SubjectFact['language'], 'ansible' | 'chef' | 'puppet'>;

const SERVER =
  '(?:postgresql(?:-?\\d+(?:\\.\\d+)?)?(?:-server)?|mysql(?:-community)?-server(?:-[\\d.]+)?|mariadb-server(?:-[\\d.]+)?|mongodb(?:-org)?(?:-server)?|couchdb|cassandra|influxdb2?|neo4j|clickhouse-server)';
const TOOLS: ReadonlyArray<{
  readonly language: Language;
  readonly path: RegExp;
  /** A line that puts a database server on a host. */
  readonly line: RegExp;
}> = [
  {
    language: 'ansible',
    path: /(^|\/)(tasks|roles|playbooks?|vars|defaults|group_vars)\/.*\.ya?ml$|(^|\/)(site|playbook|main)[\w-]*\.ya?ml$/,
    line: new RegExp(
      `^\\s*-\\s*(?:role\\s*:\\s*)?["']?(?:mariadb|mongodb|postgres)["']?\\s*$|^\\s*(?:-\\s*)?role\\s*:\\s*["']?(?:mysql|postgresql)["']?\\s*$|^\\s*(?:-\\s*)?(?:(?:name|pkg|package|role)\\s*:\\s*)?["']?(?:${SERVER}(?:=\\S+)?|(?!community)[\\w-]+\\.(?:postgresql|mysql|mariadb|mongodb))["']?\\s*$|\\bname=["']?${SERVER}(?![\\w.-])|^\\s*(?:name|pkg)\\s*:\\s*\\[(?:[^\\]]*["'\\s,])?["']?${SERVER}(?:=[^\\],]+)?["'\\s,\\]]`,
    ),
  },
  {
    language: 'chef',
    path: /(^|\/)(recipes|resources|libraries)\/.*\.rb$/,
    line: new RegExp(
      `^\\s*package\\s*\\(?\\s*(?:["']|%w[[({].*\\b)${SERVER}(?![\\w-])|^\\s*(?:postgresql_server_install|postgresql_install|mysql_service|mariadb_server_install|mongodb_instance)\\b|include_recipe\\s+["'](?:postgresql|mysql|mariadb|mongodb)(?:::server)?["']`,
    ),
  },
  {
    language: 'puppet',
    path: /\.pp$/,
    line: new RegExp(
      `(?:class\\s*\\{\\s*["']?|include\\s+["']?|contain\\s+["']?)(?:::)?(?:postgresql|mysql|mariadb|mongodb)::server\\b|package\\s*\\{\\s*["']${SERVER}["']`,
    ),
  },
];
const MANAGED_FILE =
  /(^|\/)(tasks|roles|playbooks?|templates|files|recipes|manifests|cookbooks?)\//;

/** Database servers that Ansible, Chef or Puppet put on hosts. */
export function readHostDatabases(files: FileIndex): readonly DatabaseFact[] {
  const found = TOOLS.flatMap(tool =>
    files.matching(tool.path).flatMap(file => {
      const line = findLine(file, tool.line);
      return line === undefined ? [] : [{ tool, line }];
    }),
  );
  const [first] = found;
  if (first === undefined) return [];
  const dump = findDump(files);
  return found.map(({ tool, line }) => ({
    subject: line.path,
    type: `${tool.language} package`,
    language: tool.language,
    location: line,
    scope: tool.language,
    role: 'primary',
    origin: 'host',
    hasBackups: own(toBackups(line, dump)),
  }));
}

function toBackups(
  line: Location,
  dump: Location | undefined,
): FactValue<boolean> {
  return dump === undefined
    ? absent('backup', line, false, 'none: nothing here dumps the database')
    : known(true, 'backup', dump, dump.path);
}

function findDump(files: FileIndex): Location | undefined {
  for (const file of files.matching(MANAGED_FILE)) {
    const line = findLine(file, DUMP);
    if (line !== undefined) return line;
  }
  return undefined;
}

function findLine(file: SnapshotFile, pattern: RegExp): Location | undefined {
  const lines = file.text?.split('\n') ?? [];
  const index = lines.findIndex(
    line => line.length < 1000 && pattern.test(line),
  );
  return index < 0
    ? undefined
    : { path: file.path, startLine: index + 1, endLine: index + 1 };
}
