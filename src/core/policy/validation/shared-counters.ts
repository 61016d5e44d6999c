import { isObject, type JsonObject, pointer } from '../../tool/json.ts';
import { Limit } from '../policy.ts';
import type { Report } from './problem.ts';

interface Placed {
  limit: Limit;
  at: string;
  /** JSON Pointer of the list it stands in. */
  list: string;
}

const MINUTES = { minute: 1, hour: 60, day: 1440 };

/** Checks the limits of a policy against each other. */
export function checkCounters(policy: JsonObject, report: Report): void {
  const limits = limitsIn(policy);
  for (const [index, one] of limits.entries()) {
    const earlier = limits.slice(0, index);
    const other = earlier.find(({ limit }) => limit.counter === one.limit.counter);
    if (other !== undefined) shared(one, other, report);
    const isOwn = limits.every(({ limit, list }) => list === one.list || limit.counter !== one.limit.counter);
    const beside = limits.filter((two) => two.list === one.list || two.list === '/all_tools/limits');
    const stricter = isOwn ? beside.find((two) => comesFirst(two, one, earlier.includes(two))) : undefined;
    if (stricter === undefined) continue;
    const message = `This limit is never reached: ${told(stricter.limit)} of ${stricter.at} comes first.`;
    report.warning(
      'limit-never-reached',
      `${one.at}/max`,
      message,
      'Write a smaller number here, or leave the limit out.',
    );
  }
}

function shared(one: Placed, other: Placed, report: Report): void {
  if (one.limit.window !== other.limit.window) {
    const name = JSON.stringify(`${one.limit.counter}_per_${one.limit.window}`);
    const message = `The counter ${JSON.stringify(one.limit.counter)} counts by the ${other.limit.window} at ${other.at}; one counter has one window.`;
    report.error(
      'counter-two-windows',
      `${one.at}/counter`,
      message,
      `Give it a name of its own, such as ${name}.`,
    );
    return;
  }
  if (one.list !== other.list) {
    differing(one, other, report);
    return;
  }
  const message = `Two limits of one list count ${JSON.stringify(one.limit.counter)}, and only the smaller number matters.`;
  report.error('counter-twice', `${one.at}/counter`, message, 'Keep one of them, or name another counter.');
}

/** The count is one: at the smaller number the one tool stops, and the other goes on. */
function differing(one: Placed, other: Placed, report: Report): void {
  if (one.limit.max === other.limit.max) return;
  const name = JSON.stringify(one.limit.counter);
  const message = `${name} is one count with ${other.at}, which stops at ${other.limit.max}, and this at ${one.limit.max}: calls that either counts bring both nearer to their end.`;
  const instead = `Write ${other.limit.max} at both, or give this limit a counter of its own, such as ${JSON.stringify(`${one.limit.counter}_2`)}.`;
  report.warning('counter-two-maxima', `${one.at}/max`, message, instead);
}

/** True when a limit that counts every call of another refuses before that one does. */
function comesFirst(two: Placed, one: Placed, isEarlier: boolean): boolean {
  if (one.limit.counter === two.limit.counter) return false;
  const longer = MINUTES[two.limit.window] - MINUTES[one.limit.window];
  if (longer < 0 || two.limit.max > one.limit.max) return false;
  return longer > 0 || two.limit.max < one.limit.max || isEarlier;
}

function told({ max, window }: Limit): string {
  return `${max} ${window === 'hour' ? 'an' : 'a'} ${window}`;
}

/** The limits that can be read; the rest has been reported. */
function limitsIn(policy: JsonObject): Placed[] {
  const tools = isObject(policy['tools']) ? Object.entries(policy['tools']) : [];
  const owners: [string, unknown][] = [['/all_tools', policy['all_tools']]];
  owners.push(...tools.map(([name, rule]): [string, unknown] => [pointer('/tools', name), rule]));
  return owners.flatMap(([at, owner]) => {
    const list = isObject(owner) && Array.isArray(owner['limits']) ? owner['limits'] : [];
    return list.flatMap((value, index) => {
      const parsed = Limit.safeParse(value);
      return parsed.success
        ? [{ limit: parsed.data, at: `${at}/limits/${index}`, list: `${at}/limits` }]
        : [];
    });
  });
}
