import { shownLine } from '../../core/present/shown.ts';

/** What became of a message; a failure says why in words for the person who wrote it. */
export type Outcome = { sent: true } | { sent: false; why: string };

const PATIENCE = 15_000;

/**
 * Posts a form and waits for the whole answer, at most 15 seconds. Whatever is not a success is a failure with its
 * reason: nothing is called sent that was not confirmed.
 */
export async function send(action: string, fields: URLSearchParams): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const answer = await fetch(action, {
      method: 'POST',
      body: fields,
      headers: { Accept: 'application/json, text/plain' },
      credentials: 'omit',
      signal: abort.signal,
    });
    const text = await answer.text();
    return answer.ok ? { sent: true } : { sent: false, why: refusal(answer.status, text) };
  } catch {
    return { sent: false, why: abort.signal.aborted ? NO_ANSWER : UNREACHABLE };
  } finally {
    clearTimeout(timer);
  }
}

const NO_ANSWER = `No answer came within ${PATIENCE / 1000} seconds, so it is not known whether the message arrived.`;
const UNREACHABLE = 'The message could not be delivered: no readable answer came back.';

/** The answer's own words where it has some: JSON with a message, or a line of plain text. */
export function refusal(status: number, text: string): string {
  const who = status < 500 ? 'The message was refused' : 'The receiving server failed';
  const said = messageIn(text);
  return said === '' ? `${who} (status ${status}).` : `${who} (status ${status}): ${said}`;
}

const LONGEST = 300;

function messageIn(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('<')) return '';
  const said = trimmed.startsWith('{') ? messageOf(trimmed) : trimmed;
  return shownLine(said.replaceAll(/\s+/g, ' ').slice(0, LONGEST));
}

function messageOf(json: string): string {
  try {
    const { message, error } = JSON.parse(json) as { message?: unknown; error?: unknown };
    return [message, error].find((value) => typeof value === 'string') ?? '';
  } catch {
    return '';
  }
}
