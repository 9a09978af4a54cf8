import { z } from 'zod';
import { problems } from './problem.js';

/** Of a list that is ordered by ids: at most `limit` rows, those that come after `cursor`. */
export interface Asked {
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
}
/** Newest first (ids are UUIDs v7, so they sort by time); `before`: rows older than this one. */
export interface Slice {
  readonly limit: number;
  readonly before: string | undefined;
}
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** There is more: the cursor of the next page. */
  readonly next?: string;
}

/** 16 bytes as base64url writes them. */
const CURSOR = /^[A-Za-z0-9_-]{21}[AQgw]$/;

/** The query of a list's route. */
export function pageQuery({ usual, most }: { readonly usual: number; readonly most: number }) {
  return z.object({
    limit: z.coerce.number().int().min(1).max(most).default(usual),
    cursor: z.string().optional().meta({
      description: '`next` of the page before; without it, the first page',
      pattern: CURSOR.source,
    }),
  });
}

/**
 * Reads a page, and one row more to know whether there are others. A page begins behind a row, not after a number of them, so
 * that rows which come meanwhile neither repeat nor hide any. Throws Problem `invalid_cursor`.
 */
export async function pageOf<Row>(
  { limit, cursor }: Asked,
  idOf: (row: Row) => string,
  read: (slice: Slice) => Promise<readonly Row[]>,
): Promise<Page<Row>> {
  const found = await read({ limit: limit + 1, before: cursor === undefined ? undefined : idIn(cursor) });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return found.length > limit && last !== undefined ? { rows, next: cursorOf(idOf(last)) } : { rows };
}

/** Clients have nothing to read from it, and nothing to make it from. */
function cursorOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function idIn(cursor: string): string {
  if (!CURSOR.test(cursor)) throw problems.invalid_cursor();
  const bytes = Buffer.from(cursor, 'base64url');
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
