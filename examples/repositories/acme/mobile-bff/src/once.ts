/** Calls with the same key share one promise until it has settled. */
export function once<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  return key => {
    const existing = running.get(key);
    if (existing) return existing;
    const promise = load(key).finally(() => running.delete(key));
    running.set(key, promise);
    return promise;
  };
}
