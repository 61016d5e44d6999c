import type { PresentedServer } from './present-server.ts';
import type { SiteFiles } from './site-files.ts';

/** `/api/v1/index.json`: one line a tool, enough to choose by; the rest is in the JSON twin behind `url`. */
export class ApiIndex {
  readonly #lines: string[] = [];

  add({ tools }: PresentedServer): void {
    for (const { page } of tools) {
      const { id, href, category, risk, confidence, effects, flags, definitionHash } = page;
      const ids = flags.map(({ flag }) => flag);
      this.#lines.push(
        JSON.stringify({
          id,
          url: `${href}index.json`,
          category,
          risk,
          confidence,
          effects,
          flags: ids,
          definitionHash,
        }),
      );
    }
  }

  write(site: SiteFiles): void {
    site.write('api/v1/index.json', `{"version":"1","tools":[\n${this.#lines.join(',\n')}\n]}\n`);
  }
}
