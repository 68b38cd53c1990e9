/** The word after an option. */
export function getOption(
  words: readonly string[],
  option: RegExp,
): string | undefined {
  const index = words.findIndex(word => option.test(word));
  return index < 0 ? undefined : words[index + 1];
}

/** Words that are neither options, their values, nor assignments. */
export function getOperands(
  words: readonly string[],
  optionWithValue: RegExp,
): readonly string[] {
  return words.filter(
    (word, index) =>
      !word.startsWith('-') &&
      !/^\w+=/.test(word) &&
      !optionWithValue.test(words[index - 1] ?? ''),
  );
}
