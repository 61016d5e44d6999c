import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttackIndex, AttackPage } from '../core/present/attacks/attack-page-model.ts';
import type {
  BrowseKind,
  BrowseList,
  BrowsePage,
  Order,
  OverviewKind,
  OverviewOrder,
  OverviewPage,
  OverviewRow,
  ServerRow,
  VendorRow,
} from '../core/present/browse.ts';
import type { ChangesPage } from '../core/present/changes/changes-page.ts';
import type { EnforcementPage } from '../core/present/enforcement/enforcement-page.ts';
import type { GuidePage } from '../core/present/enforcement/guide-page.ts';
import type { GlossaryPage } from '../core/present/guides/glossary-page.ts';
import type { GuideArticle, GuideIndex } from '../core/present/guides/guide-page.ts';
import type { ApiPage } from '../core/present/machine/api-page.ts';
import type { MethodologyPage } from '../core/present/methodology.ts';
import type { Count, ToolRow } from '../core/present/page-model.ts';
import type { LanguagePage } from '../core/present/policy-language.ts';
import type { RulePage, RuleRow } from '../core/present/rule-page.ts';
import type { ServerPage } from '../core/present/server-page-model.ts';
import type { ComparePage } from '../core/present/stack/compare-page.ts';
import type { ToolPage } from '../core/present/tool-page-model.ts';

/** What pages read: page models on disk, written by the pipeline. Nothing else of the catalogue reaches Astro. */

export interface SiteModel {
  /** Canonical origin, without a slash at the end. */
  site: string;
  counts: { servers: number; tools: number; risks: Count[]; categories: Count[]; flags: Count[] };
  servers: ServerRow[];
  newest: ToolRow[];
  riskiest: ToolRow[];
}

export interface ServerShard {
  server: ServerPage;
  tools: ToolPage[];
}

const folder = process.env['TOOLWARDEN_MODELS'] ?? '.catalog';

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(folder, path), 'utf8')) as T;
}

let site: SiteModel | undefined;

/** Counts and lists over the whole catalogue; read once. */
export function siteModel(): SiteModel {
  site ??= read<SiteModel>('site.json');
  return site;
}

/** The URL segment of each tool of a server, in the order of its shard, without parsing the shard. */
export function toolSlugs(server: string): string[] {
  return read<string[]>(`servers/${server}.routes.json`);
}

let held: { id: string; shard: ServerShard } | undefined;

/** One server with all its tools. Pages are rendered server by server, so holding one shard is enough. */
export function serverShard(id: string): ServerShard {
  if (held?.id !== id) held = { id, shard: read<ServerShard>(`servers/${id}.json`) };
  return held.shard;
}

/** The tool at a position of its server's shard; a position the routes do not have is a broken build. */
export function toolAt(server: string, index: number): ToolPage {
  const tool = serverShard(server).tools[index];
  if (tool === undefined) throw new Error(`The shard of ${server} has no tool at position ${index}.`);
  return tool;
}

export function guideIndexModel(): GuideIndex {
  return read<GuideIndex>('guides.json');
}

export function guideArticle(slug: string): GuideArticle {
  return read<GuideArticle>(`guides/${slug}.json`);
}

export function glossaryModel(): GlossaryPage {
  return read<GlossaryPage>('glossary.json');
}

/** Every list that browse pages show. */
export function browseLists(): BrowseList[] {
  return read<BrowseList[]>('browse/index.json');
}

/** One page of a browse list, counted from 1. */
export function browsePage(kind: BrowseKind, id: string, order: Order = 'server', page = 1): BrowsePage {
  return read<BrowsePage>(`browse/${kind}/${id}/${order}-${page}.json`);
}

/** How many pages the list of servers or of vendors has in every order. */
export function overviewPages(kind: OverviewKind): number {
  return read<number>(`overviews/${kind}/index.json`);
}

/** One page of the list of servers or of vendors. */
export function overviewPage(kind: 'servers', order: OverviewOrder, page: number): OverviewPage<ServerRow>;
export function overviewPage(kind: 'vendors', order: OverviewOrder, page: number): OverviewPage<VendorRow>;
export function overviewPage(
  kind: OverviewKind,
  order: OverviewOrder,
  page: number,
): OverviewPage<OverviewRow> {
  return read<OverviewPage<OverviewRow>>(`overviews/${kind}/${order}-${page}.json`);
}

/** Every rule, in the order of their ids. */
export function ruleRows(): RuleRow[] {
  return read<RuleRow[]>('rules.json');
}

export function ruleModel(id: string): RulePage {
  return read<RulePage>(`rules/${id}.json`);
}

/** How verdicts are made and how often they are right; `hasFigures` is false where there are no labels. */
export function methodologyModel(): MethodologyPage & { hasFigures: boolean } {
  return read<MethodologyPage & { hasFigures: boolean }>('methodology.json');
}

/** Every attack pattern, in groups. */
export function attackIndexModel(): AttackIndex {
  return read<AttackIndex>('attacks.json');
}

export function attackModel(id: string): AttackPage {
  return read<AttackPage>(`attacks/${id}.json`);
}

let enforcement: EnforcementPage | undefined;

/** Every client and gateway with what it can enforce; read once. */
export function enforcementModel(): EnforcementPage {
  enforcement ??= read<EnforcementPage>('enforcement.json');
  return enforcement;
}

export function guideModel(id: string): GuidePage {
  return read<GuidePage>(`enforcement/${id}.json`);
}

export function languageModel(): LanguagePage {
  return read<LanguagePage>('policy-language.json');
}

export function compareModel(): ComparePage {
  return read<ComparePage>('compare.json');
}

export function changesModel(): ChangesPage {
  return read<ChangesPage>('changes.json');
}

export function apiModel(): ApiPage {
  return read<ApiPage>('api.json');
}
