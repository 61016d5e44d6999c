import type { ServerEntry } from '../core/catalogue/entry.ts';
import type { Finding } from '../core/finding.ts';
import { readCatalogue } from './catalogue.ts';
import { problem } from './problem.ts';

const HEAD = `Toolwarden
==========

Toolwarden itself is under the MIT licence; see LICENSE.

The catalogue quotes tool definitions that the packages below publish through the Model Context Protocol. They belong
to their authors, under the licence of each package. This file is generated: run \`toolwarden notice\`.
`;

/**
 * The text of NOTICE: every catalogued package with version, licence and where that licence was read, by id. An
 * observed server without a licence is a finding.
 */
export function noticeOf(catalogDir: string): { text: string; findings: Finding[] } {
  const { sources, findings } = readCatalogue(catalogDir);
  const parts = sources.map((source) => {
    const { server, findings: wrong } = source.read();
    findings.push(...wrong.filter((finding) => finding.severity === 'error'));
    if (server === null) return '';
    if (server.entry.license === undefined) findings.push(noLicense(source.file, server.entry));
    return paragraph(server.entry, server.observed.version);
  });
  return { text: [HEAD, ...parts].join('\n'), findings };
}

function paragraph(entry: ServerEntry, version: string | null): string {
  const { package: name } = entry.source;
  const what = name === undefined ? entry.title : `${name}@${version ?? 'unknown'}`;
  const { spdx, evidence } = entry.license ?? { spdx: 'unknown', evidence: 'nothing' };
  const where = entry.repository === undefined ? '' : `\n  ${entry.repository}`;
  return `${entry.id}: ${what}\n  ${spdx} (${evidence})${where}\n`;
}

function noLicense(file: string, entry: ServerEntry): Finding {
  const message = `The licence of "${entry.id}" is not known.`;
  const hint = 'Write license with spdx and evidence; what has no permissive licence does not belong here.';
  return problem('no-license', message, hint, { file, line: 1 });
}
