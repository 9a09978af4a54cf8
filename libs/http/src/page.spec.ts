import fc from 'fast-check';
import { v7 } from 'uuid';
import { pageOf, pageQuery, type Slice } from './page.js';

/** A list as a table has it: rows come at its head, and none goes. */
function aList(size: number) {
  const ids = Array.from({ length: size }, () => v7());
  const read = async ({ limit, before }: Slice) =>
    ids
      .toSorted()
      .reverse()
      .filter((id) => before === undefined || id < before)
      .slice(0, limit);
  const page = (limit: number, cursor?: string) => pageOf({ limit, cursor }, (id: string) => id, read);
  return { ids, page };
}

describe('a page', () => {
  it('has a next one only when there is more', async () => {
    const { ids, page } = aList(3);
    const newest = ids.toReversed();
    const first = await page(2);
    expect(first.rows).toEqual(newest.slice(0, 2));
    expect(await page(2, first.next)).toEqual({ rows: newest.slice(2) });
    expect(await page(3)).toEqual({ rows: newest });
    expect(await aList(0).page(5)).toEqual({ rows: [] });
  });

  it('tells nothing of the row behind which the next begins', async () => {
    const { ids, page } = aList(2);
    expect((await page(1)).next).not.toContain(ids[1]);
  });

  it('shows each row once, whatever comes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 7 }), async (size, limit) => {
        const { ids, page } = aList(size);
        const atFirst = ids.toReversed();
        const seen: string[] = [];
        for (let next: string | undefined, more = true; more; more = next !== undefined) {
          const found = await page(limit, next);
          seen.push(...found.rows);
          next = found.next;
          ids.push(v7());
        }
        expect(seen).toEqual(atFirst);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a cursor', () => {
  it.each(['', 'next', v7(), '!'.repeat(22), `${'A'.repeat(21)}B`, 'A'.repeat(23)])('%j is none', async (cursor) => {
    await expect(aList(2).page(1, cursor)).rejects.toMatchObject({ status: 400, code: 'invalid_cursor' });
  });
});

describe('a page’s query', () => {
  const query = pageQuery({ usual: 20, most: 50 });

  it('has a usual length, and a bound', () => {
    expect(query.parse({})).toEqual({ limit: 20 });
    expect(query.parse({ limit: '50', cursor: 'x' })).toEqual({ limit: 50, cursor: 'x' });
    for (const limit of ['0', '51', '1.5', 'all']) expect(query.safeParse({ limit }).success).toBe(false);
  });
});
