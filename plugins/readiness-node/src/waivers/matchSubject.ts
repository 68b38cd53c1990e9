/**
 * Matches a subject against a glob in which `*` stands for anything and `?`
 * for one character. Linear in the length of the subject times the glob, so no
 * pattern can stall an evaluation.
 */
export function matchSubject(glob: string, subject: string): boolean {
  let position = 0;
  let at = 0;
  let star = -1;
  let mark = 0;
  while (position < subject.length) {
    if (glob[at] === '*') {
      star = at;
      mark = position;
      at += 1;
    } else if (
      at < glob.length &&
      (glob[at] === '?' || glob[at] === subject[position])
    ) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      at = star + 1;
      mark += 1;
      position = mark;
    } else {
      return false;
    }
  }
  while (glob[at] === '*') at += 1;
  return at === glob.length;
}
