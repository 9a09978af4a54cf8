import type { PoolClient } from 'pg';

/** A key of a topic, whose facts are handled one after the other. */
export interface Chain {
  /** Logical topic. */
  readonly topic: string;
  readonly key: Buffer;
  /** Names topic and key together. */
  readonly chain: string;
}

export function chainOf({ topic, key }: { readonly topic: string; readonly key: Buffer }): string {
  return `${topic}/${key.toString('latin1')}`;
}

/** Every chain once, in the order in which rows of keys are locked everywhere. */
export function sortedChains(chains: Iterable<Chain>): Chain[] {
  const unique = new Map<string, Chain>();
  for (const each of chains) unique.set(each.chain, each);
  return [...unique.values()].sort((a, b) =>
    a.topic === b.topic ? Buffer.compare(a.key, b.key) : a.topic < b.topic ? -1 : 1,
  );
}

/** Topics and keys as two parameters of a statement. */
export function columnsOf(chains: readonly Chain[]): [topics: string[], keys: Buffer[]] {
  return [chains.map(({ topic }) => topic), chains.map(({ key }) => key)];
}

export interface Standing {
  /** Behind a failed fact: what comes is parked. */
  readonly blocked: ReadonlySet<string>;
  /** Open again although a fact of theirs is dead: what is handled is counted, for whoever may replay it. */
  readonly released: ReadonlySet<string>;
}

/** More keys than this are not all read for one batch: those of the batch are looked for. */
const MANY = 500;

/** How the chains stand. As a rule none is blocked or released, and that is asked first. */
export async function standingOf(
  client: PoolClient,
  subscription: string,
  chains: () => Iterable<Chain>,
): Promise<Standing> {
  const { rows } = await client.query<Row>({
    name: 'standing of keys',
    text: `SELECT topic, key, false AS released FROM blocked_key WHERE subscription = $1
           UNION ALL SELECT topic, key, true FROM released_key WHERE subscription = $1 LIMIT ${MANY}`,
    values: [subscription],
  });
  return standing(rows.length < MANY ? rows : await theirs(client, subscription, sortedChains(chains())));
}

interface Row {
  readonly topic: string;
  readonly key: Buffer;
  readonly released: boolean;
}

async function theirs(client: PoolClient, subscription: string, chains: readonly Chain[]): Promise<readonly Row[]> {
  const { rows } = await client.query<Row>({
    name: 'standing of these keys',
    text: `WITH k AS (SELECT * FROM unnest($2::text[], $3::bytea[]) AS k(topic, key))
           SELECT topic, key, false AS released FROM blocked_key JOIN k USING (topic, key) WHERE subscription = $1
           UNION ALL SELECT topic, key, true FROM released_key JOIN k USING (topic, key) WHERE subscription = $1`,
    values: [subscription, ...columnsOf(chains)],
  });
  return rows;
}

function standing(rows: readonly Row[]): Standing {
  const of = (released: boolean) => new Set(rows.filter((row) => row.released === released).map(chainOf));
  return { blocked: of(false), released: of(true) };
}
