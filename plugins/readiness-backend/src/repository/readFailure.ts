import { isError } from '@backstage/errors';

/**
 * Why a repository could not be read. `host` failures concern all repositories
 * of the host (rate limits, outages, time-outs), the others this one alone.
 */
export interface ReadFailure {
  readonly scope: 'host' | 'repository';
  readonly message: string;
}

/**
 * Readers give the status only inside the error's message, and never the
 * `Retry-After` header.
 */
const STATUS = /(?:, |status(?: code)? |failed with )(\d{3})\b/i;
const RATE_LIMITED = /rate limit/i;
const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|UND_ERR|fetch failed|socket hang up|network (?:error|timeout)|timed? ?out/i;

/** Tells from what a reader threw whether the host or the repository is to blame. */
export function classifyReadError(error: unknown): ReadFailure {
  const message = isError(error) ? error.message : String(error);
  const name = isError(error) ? error.name : '';
  const status = Number(STATUS.exec(message)?.[1]);
  const isHost =
    status === 429 ||
    status >= 500 ||
    RATE_LIMITED.test(message) ||
    UNREACHABLE.test(message) ||
    /^(AbortError|TimeoutError|ServiceUnavailableError)$/.test(name);
  return { scope: isHost ? 'host' : 'repository', message: clean(message) };
}

/** Messages are shown to people: no credentials, no endless bodies. */
function clean(message: string): string {
  return message.replace(/\/\/[^/\s@]+@/g, '//').slice(0, 500);
}
