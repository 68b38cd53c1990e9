const BLOCK_START =
  /^[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*[ \t]*\{/;
const HEREDOC = /<<-?[ \t]*([A-Za-z_][\w-]*)[ \t]*$/;

/** A stretch of a file that begins with a block at the left margin. */
export interface TopLevelPart {
  readonly text: string;
  readonly firstLine: number;
}

/** Cuts a file where blocks begin at the left margin, outside heredocs. */
export function splitTopLevel(text: string): readonly TopLevelPart[] {
  const lines = text.split('\n');
  const starts: number[] = [];
  let heredoc: string | undefined;
  lines.forEach((line, index) => {
    if (heredoc !== undefined) {
      if (line.trim() === heredoc) heredoc = undefined;
      else if (BLOCK_START.test(line)) heredoc = undefined;
    }
    if (heredoc === undefined) {
      if (BLOCK_START.test(line)) starts.push(index);
      heredoc = HEREDOC.exec(line)?.[1];
    }
  });
  if (starts[0] !== 0) starts.unshift(0);
  return starts
    .map((start, position) => ({
      text: lines.slice(start, starts[position + 1] ?? lines.length).join('\n'),
      firstLine: start + 1,
    }))
    .filter(part => part.text.trim() !== '');
}
