import { withoutChoices } from '../../choices';
import type { AttributeReader } from '../../readValue';
import type { ContainerSecurity } from '../../types/workloadContainers';
import { absent, createSecurity, known } from './blankFacts';

/** What a compose service lets its container do. */
export function readComposeSecurity(
  reader: AttributeReader,
): ContainerSecurity {
  const options = reader.texts('security_opt', { default: [] });
  const { location } = options;
  const items = options.state === 'known' ? options.value : [];
  const noNewPrivileges = items.some(item =>
    /^no-new-privileges([:=]true)?$/.test(item),
  );
  const seccomp = items
    .map(item => /^seccomp[:=](.+)$/.exec(item)?.[1])
    .find(profile => profile !== undefined);
  return {
    ...createSecurity(reader.location),
    privileged: reader.boolean('privileged', { default: false }),
    allowPrivilegeEscalation:
      options.state === 'unresolved'
        ? withoutChoices(options)
        : escalation(noNewPrivileges, location),
    readOnlyRootFilesystem: reader.boolean('read_only', { default: false }),
    runAsUser: reader.text('user'),
    droppedCapabilities: reader.texts('cap_drop', { default: [] }),
    addedCapabilities: reader.texts('cap_add', { default: [] }),
    // Docker applies its own profile unless told otherwise.
    seccompProfile:
      seccomp === undefined
        ? absent('security_opt', location, 'RuntimeDefault')
        : known(
            seccomp === 'unconfined' ? 'Unconfined' : seccomp,
            'security_opt',
            location,
          ),
  };
}

function escalation(
  isForbidden: boolean,
  location: AttributeReader['location'],
) {
  return isForbidden
    ? known(false, 'security_opt', location)
    : absent('security_opt', location, true);
}
