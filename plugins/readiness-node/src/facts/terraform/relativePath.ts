/** `../modules/x` as seen from a folder. */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').filter(Boolean);
  const end = to.split('/').filter(Boolean);
  let shared = 0;
  while (
    shared < start.length &&
    shared < end.length &&
    start[shared] === end[shared]
  )
    shared++;
  const path = [
    ...start.slice(shared).map(() => '..'),
    ...end.slice(shared),
  ].join('/');
  return path === '' ? '.' : path;
}
