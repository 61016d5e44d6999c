import type { SiteFiles } from './site-files.ts';
import type { SurveyedServer } from './survey.ts';

/** `/api/v1/index.json`: one line a tool, enough to choose by; the rest is in the JSON twin behind `url`. */
export function writeApiIndex(site: SiteFiles, servers: readonly SurveyedServer[]): void {
  const lines = servers.flatMap(({ entry, names, rows, hashes }) =>
    rows.map(({ href, category, risk, confidence, effects, flags }, index) =>
      JSON.stringify({
        id: `${entry.id}/${names[index]}`,
        url: `${href}index.json`,
        category,
        risk,
        confidence,
        effects,
        flags,
        definitionHash: hashes[index],
      }),
    ),
  );
  site.write('api/v1/index.json', `{"version":"1","tools":[\n${lines.join(',\n')}\n]}\n`);
}
