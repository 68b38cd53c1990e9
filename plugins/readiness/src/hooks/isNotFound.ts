/** Whether the backend said that there is no such thing, or that it may not be seen. */
export function isNotFound(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'NotFoundError') return true;
  return 'statusCode' in error && error.statusCode === 404;
}

/** What was thrown, as an error. */
export function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
