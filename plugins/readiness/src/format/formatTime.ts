import type { Translate } from '../translation/useTranslation';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `12 min ago`, `3 h ago`, `5 days ago`. */
export function formatAge(time: string, now: number, t: Translate): string {
  return t('time.ago', { age: formatDuration(now - Date.parse(time), t) });
}

/** `12 min`, `26 h`, `5 days`; hours up to two days, since age matters there. */
export function formatDuration(milliseconds: number, t: Translate): string {
  if (milliseconds < HOUR) {
    return t('time.minutes', {
      minutes: Math.max(1, Math.round(milliseconds / MINUTE)),
    });
  }
  if (milliseconds < 2 * DAY) {
    return t('time.hours', { hours: Math.round(milliseconds / HOUR) });
  }
  return t('time.days', { days: Math.floor(milliseconds / DAY) });
}

/** `22 Nov, 09:14` in the reader's time zone. */
export function formatTime(time: string, t: Translate): string {
  return new Intl.DateTimeFormat(t('time.locale'), {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(time));
}

/** `31 January 2027` of a day `YYYY-MM-DD`, which is a day in UTC. */
export function formatDay(
  day: string,
  t: Translate,
  month: 'long' | 'short' = 'long',
): string {
  return new Intl.DateTimeFormat(t('time.locale'), {
    day: 'numeric',
    month,
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** `24 Aug` of a moment. */
export function formatShortDay(time: number, t: Translate): string {
  return new Intl.DateTimeFormat(t('time.locale'), {
    day: 'numeric',
    month: 'short',
  }).format(new Date(time));
}

/** Days from now to the end of the day `YYYY-MM-DD` in UTC; negative when over. */
export function countDaysUntil(day: string, now: number): number {
  const end = Date.parse(`${day}T00:00:00Z`) + DAY;
  return Math.ceil((end - now) / DAY) - 1;
}

/** A day `YYYY-MM-DD` some days from now, in UTC. */
export function addDays(now: number, days: number): string {
  return new Date(now + days * DAY).toISOString().slice(0, 10);
}

/** `15 min`, `2 h`, `half a day`, `3 days`: a working day has 8 hours. */
export function formatEffort(minutes: number, t: Translate): string {
  if (minutes < 60) return t('time.minutes', { minutes });
  if (minutes < 4 * 60) {
    return t('time.hours', { hours: Math.round(minutes / 30) / 2 });
  }
  if (minutes <= 5 * 60) return t('time.halfDay');
  const days = Math.max(1, Math.round(minutes / (8 * 60)));
  return days === 1 ? t('time.oneDay') : t('time.days', { days });
}
