import { join, relative } from 'node:path';

/** The catalogue of this checkout, from wherever the command is called; short in messages. */
export const EMBEDDED_CATALOGUE = relative(process.cwd(), join(import.meta.dirname, '../catalog')) || '.';
