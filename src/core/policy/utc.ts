import type { Window } from './policy.ts';

const MINUTE = 60_000;
const LENGTH: Readonly<Record<Window, number>> = { minute: MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE };

/** Last millisecond of the year 9999: later years have more digits and would not compare as text. */
const LAST = 253_402_300_799_999;

/**
 * When the window began that holds this moment, as `2026-11-20T15:00:00Z`; null for no moment between 1970 and 9999.
 * Windows are fixed and aligned to UTC: a minute at :00, an hour at :00:00, a day at midnight.
 */
export function windowStart(window: Window, now: number): string | null {
  if (!isMoment(now)) return null;
  const length = LENGTH[window];
  const minutes = (Math.floor(now / length) * length) / MINUTE;
  const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}:00Z`;
  return `${calendarDay(Math.floor(minutes / 1440))}T${time}`;
}

/** A moment between 1970 and 9999, in milliseconds. */
export function isMoment(now: unknown): now is number {
  return typeof now === 'number' && now >= 0 && now <= LAST;
}

export function isWindow(value: unknown): value is Window {
  return typeof value === 'string' && Object.hasOwn(LENGTH, value);
}

/**
 * Days since 1970-01-01 in the Gregorian calendar. Years begin in March here, so that a leap day ends its year; an era
 * is the 146,097 days after which the calendar repeats.
 */
function calendarDay(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
