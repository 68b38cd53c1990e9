import type { FileIndex } from '../../fileIndex';
import type { SystemdUnitFact } from '../../types/systemdUnits';
import type { FactValue, Location } from '../../value';

const UNIT = /(^|\/)[^/]+\.service(\.(j2|erb|epp|tpl|tmpl|tftpl))?$/;

/** Units that keep running; those that run once are left out. */
export function collectSystemdUnits(files: FileIndex): SystemdUnitFact[] {
  return files.matching(UNIT).flatMap(({ path, text }) => {
    const unit = text === undefined ? undefined : readUnit(path, text);
    return unit === undefined ? [] : [unit];
  });
}

function readUnit(path: string, text: string): SystemdUnitFact | undefined {
  const lines = text.split(/\r?\n/);
  const section = lines.findIndex(line => line.trim() === '[Service]');
  if (section < 0) return undefined;
  const type = findSetting(lines, 'Type', path);
  if (type?.value === 'oneshot') {
    return undefined;
  }
  const at = { path, startLine: section + 1, endLine: section + 1 };
  return {
    subject: path,
    type: 'systemd',
    language: 'other',
    location: { path, startLine: 1, endLine: lines.length },
    scope: '',
    restart: toFact(findSetting(lines, 'Restart', path), at),
  };
}

interface Setting {
  readonly value: string;
  readonly location: Location;
}

function findSetting(
  lines: readonly string[],
  name: string,
  path: string,
): Setting | undefined {
  const index = lines.findIndex(line =>
    line.replaceAll(' ', '').startsWith(`${name}=`),
  );
  const line = lines[index];
  if (line === undefined) return undefined;
  return {
    value: line.slice(line.indexOf('=') + 1).trim(),
    location: { path, startLine: index + 1, endLine: index + 1 },
  };
}

function toFact(
  setting: Setting | undefined,
  location: Location,
): FactValue<string> {
  if (setting === undefined) {
    return {
      state: 'absent',
      setting: 'Restart',
      location,
      defaultValue: 'no',
    };
  }
  const { value } = setting;
  return /[{<]/.test(value)
    ? {
        state: 'unresolved',
        expression: value,
        setting: 'Restart',
        location: setting.location,
      }
    : { state: 'known', value, setting: 'Restart', location: setting.location };
}
