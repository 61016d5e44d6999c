/**
 * Links a style sheet that is no part of the one of every page, since only what a script adds needs it. Calls back when
 * it is there, or cannot be had.
 */
export function addStyle(address: string, done: () => void): void {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  link.onload = link.onerror = done;
  document.head.append(link);
}
