import type { Facts } from '../../facts/facts';
import type { Location } from '../../facts/value';

/** What hardens hosts. */
export interface Hardening {
  readonly message: string;
  readonly location: Location;
}

const NAMES =
  /(^|[./_-])(os|ssh|linux|windows|cis|host|server|nginx)[-_]?(hardening|baseline|lockdown|benchmark)|devsec\.hardening|dev-sec\b|ansible-lockdown|(rhel|ubuntu|debian|amazon)\w*[-_]cis\b|\bcis[-_](rhel|ubuntu|debian|amazon|linux|hardening)|cem_linux|secure_linux_cis|geerlingguy\.security|openscap|usg\b/i;
const IMAGES = /\bCIS\b|cis-|hardened|stig/i;

/** Hardening roles, cookbooks and modules, and images that are hardened already. */
export function findHardening(facts: Facts): readonly Hardening[] {
  return [
    ...facts.managedDependencies
      .filter(({ name }) => NAMES.test(name))
      .map(({ name, location }) => ({
        message: `${name} hardens hosts`,
        location,
      })),
    ...facts.managedUnits
      .filter(({ subject }) => NAMES.test(subject))
      .map(({ subject, location }) => ({
        message: `${subject} hardens hosts`,
        location,
      })),
    ...facts.machineImages.flatMap(({ filter }) =>
      filter.state === 'known' && IMAGES.test(filter.value)
        ? [
            {
              message: `Hosts start from ${filter.value}`,
              location: filter.location,
            },
          ]
        : [],
    ),
  ];
}
