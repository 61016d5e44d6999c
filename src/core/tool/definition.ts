import type { JsonObject } from './json.ts';

/**
 * A tool object as `tools/list` returned it, untouched: unknown keys stay, order stays.
 * Only `name` is relied on; every other field may be missing or of the wrong type.
 * Source: MCP specification, server/tools, every revision from 2024-11-05 to 2026-07-28.
 */
export type Definition = JsonObject & { name: string };

/** How a definition came to be known. A listing is a printed page, never `tools/list` itself. */
export type Provenance = 'observed' | 'listed';
