/** Variables of a Dockerfile: name → value, `undefined` when nobody knows it. */
export type Variables = ReadonlyMap<string, string | undefined>;

export interface Expanded {
  /** With known variables put in; unknown ones stay as written. */
  readonly text: string;
  /** Every variable was known. */
  readonly isComplete: boolean;
}

const VARIABLE = /\$(?:\{([A-Za-z_]\w*)(?:(:[-+])([^}]*))?\}|([A-Za-z_]\w*))/g;

/** Puts `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME:+text}` in. */
export function expandVariables(
  text: string,
  variables: Variables,
  depth = 0,
): Expanded {
  let isComplete = true;
  const expanded = text.replace(
    VARIABLE,
    (written, braced, operator, word, plain) => {
      const value = variables.get(braced ?? plain);
      if (operator === ':-')
        return value === undefined || value === '' ? word : value;
      if (operator === ':+')
        return value === undefined || value === '' ? '' : word;
      if (value !== undefined) return value;
      isComplete = false;
      return written;
    },
  );
  if (isComplete && depth < 5 && expanded.includes('$') && expanded !== text) {
    return expandVariables(expanded, variables, depth + 1);
  }
  return {
    text: expanded,
    isComplete: isComplete && !/\{\{|\$\{/.test(expanded),
  };
}
