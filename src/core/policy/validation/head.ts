import { isObject, type JsonObject } from '../../tool/json.ts';
import { kind } from './keys.ts';
import { nearest } from './nearest.ts';
import type { Report } from './problem.ts';

/** Checks `version` and `default`. */
export function checkHead(policy: JsonObject, report: Report): void {
  checkVersion(policy, report);
  checkDefault(policy, report);
  const hasNone = isObject(policy['tools'] ?? {}) && Object.keys(policy['tools'] ?? {}).length === 0;
  const isAlone = Object.keys(policy).every((key) => ['version', 'default', 'tools'].includes(key));
  if (policy['default'] !== 'deny' || !isAlone || !hasNone) return;
  const message = 'This policy denies every call, because it lists no tool.';
  report.warning('allows-nothing', '/default', message, 'List what may be called: "tools": {"name": {}}.');
}

function checkVersion(policy: JsonObject, report: Report): void {
  const version = policy['version'];
  if (version === '1') return;
  if (!Object.hasOwn(policy, 'version')) {
    report.error('no-version', '', 'The policy does not say its version.', 'Write "version": "1".');
    return;
  }
  if (typeof version === 'number') {
    report.error('version-number', '/version', 'The version is a text, and this is a number.', 'Write "1".');
    return;
  }
  report.error(
    'unknown-version',
    '/version',
    `This is no version of the language: ${kind(version)}.`,
    'Write "1", the only version.',
  );
}

const ASKING = /^(?:ask|prompt|confirm|review|require_?approval|approve)$/i;

function checkDefault(policy: JsonObject, report: Report): void {
  const value = policy['default'];
  if (value === 'allow' || value === 'deny') return;
  const instead = 'Write "deny" to deny the tools that "tools" does not name, or "allow" to allow them.';
  if (!Object.hasOwn(policy, 'default')) {
    report.error(
      'no-default',
      '',
      'The policy does not say what becomes of tools it does not name.',
      instead,
    );
    return;
  }
  if (typeof value === 'string' && ASKING.test(value)) {
    const message = 'Version 1 cannot ask a person, so this is no default.';
    report.error('default-asks', '/default', message, 'Write "deny", the stricter one.');
    return;
  }
  const meant = typeof value === 'string' ? nearest(value, ['allow', 'deny']) : null;
  const message = `The default is "allow" or "deny", and this is ${kind(value)}.`;
  report.error('unknown-default', '/default', message, meant === null ? instead : `Write "${meant}".`);
}
