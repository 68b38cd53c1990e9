import { mapChoices } from '../../choices';
import type { Resource } from '../../resource';
import type { FactValue, Location } from '../../value';

/** Something that is there has no switch: it is on. */
export function alwaysOn(
  setting: string,
  location: Location,
): FactValue<boolean> {
  return { state: 'known', value: true, setting, location };
}

/** Whether a value of a fact satisfies a question, keeping where it stands. */
export function derive<T>(
  value: FactValue<T>,
  ask: (value: T) => boolean,
): FactValue<boolean> {
  switch (value.state) {
    case 'known': {
      const { setting, location } = value;
      return {
        state: 'known',
        value: ask(value.value),
        setting,
        location,
        text: value.text ?? String(value.value),
      };
    }
    case 'absent': {
      const { defaultValue, ...rest } = value;
      return defaultValue === undefined
        ? rest
        : { ...rest, defaultValue: ask(defaultValue) };
    }
    case 'unresolved':
      return mapChoices(value, ask);
    default:
      throw new TypeError(
        `Unexpected value ${JSON.stringify(value satisfies never)}`,
      );
  }
}

/** The switch of a resource that is off by default. */
export function getSwitch({ offByDefault }: Resource): {
  offByDefault?: string;
} {
  return offByDefault === undefined ? {} : { offByDefault };
}
