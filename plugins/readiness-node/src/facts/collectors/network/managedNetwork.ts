import type { FileIndex } from '../../fileIndex';
import type { NetworkPartFact } from '../../types/network';
import { findOperatedFiles } from '../operatedFiles';

interface Sign {
  readonly language: 'ansible' | 'chef' | 'puppet';
  readonly path: RegExp;
  readonly part: string;
  readonly line: RegExp;
}

/** Where configuration management says what a host lets in or listens on. */
const SIGNS: readonly Sign[] = [
  {
    language: 'ansible',
    path: /(^|\/)(tasks|playbooks?)\/.*\.ya?ml$|(^|\/)(site|playbook|main|setup)[\w-]*\.ya?ml$/,
    part: 'firewall rule',
    line: /^\s*(-\s*)?((ansible\.(posix|builtin)|community\.general)\.)?(ufw|firewalld|iptables|nftables)\s*:/,
  },
  {
    language: 'puppet',
    path: /(^|\/)manifests\/.*\.pp$/,
    part: 'firewall rule',
    line: /^\s*(firewall|firewallchain|firewalld_(rich_rule|port|service)|nftables::rule|ufw::\w+)\s*\{/,
  },
  {
    language: 'puppet',
    path: /(^|\/)manifests\/.*\.pp$/,
    part: 'managed listener',
    line: /^\s*(apache::(vhost|listen)|nginx::resource::server|haproxy::(listen|frontend))\s*\{|^\s*listen_addresses\s*=>/,
  },
  {
    language: 'chef',
    path: /(^|\/)recipes\/.*\.rb$/,
    part: 'firewall rule',
    line: /^\s*(firewall(_rule)?|iptables_rule|nftables_rule)\s+['"]/,
  },
  ...(['j2', 'erb', 'epp'] as const).map(ending => ({
    language: ({ j2: 'ansible', erb: 'chef', epp: 'puppet' } as const)[ending],
    path: new RegExp(`(^|/)templates/.*\\.${ending}$`),
    part: 'managed listener or rule',
    line: /^\s*(listen\s+\S+;|bind\s+\S*:\d+|Listen\s+\S+|-A INPUT\b|type filter hook input\b)/,
  })),
];

/** Listeners and firewall rules under configuration management, one a file and kind. */
export function readManagedNetwork(
  files: FileIndex,
): readonly NetworkPartFact[] {
  const found = SIGNS.flatMap(({ language, path, part, line }) =>
    findOperatedFiles(files, path).flatMap(file => {
      const index = (file.text ?? '')
        .split('\n')
        .findIndex(text => text.length < 1_000 && line.test(text));
      if (index < 0) return [];
      const location = {
        path: file.path,
        startLine: index + 1,
        endLine: index + 1,
      };
      return [
        {
          subject: file.path,
          type: `${language} ${part}`,
          language,
          location,
          scope: language,
          part,
        },
      ];
    }),
  );
  return found.filter(
    ({ subject }, index) =>
      found.findIndex(each => each.subject === subject) === index,
  );
}
