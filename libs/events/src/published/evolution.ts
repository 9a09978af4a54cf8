import { isDeepStrictEqual } from 'node:util';
import type { AvroRecord } from '../avro.js';
import { disagreements } from './compatibility.js';
import type { Versions } from './versions.js';

/** The part of a declared fact that is published. */
export interface Declared {
  readonly type: string;
  readonly topic: { readonly name: string };
  readonly avro: AvroRecord;
}

/** How a declared fact stands to its published versions. */
export type Standing =
  | { readonly is: 'recorded' }
  | { readonly is: 'unrecorded' }
  | { readonly is: 'incompatible'; readonly why: readonly string[] };

export function standingOf(fact: Declared, versions: Versions): Standing {
  const published = versions.of(fact.topic.name, fact.type);
  const why = published.flatMap(({ number, schema }) =>
    disagreements(fact.avro, schema).map(
      (reason) => `${fact.type} does not get on with its version ${number}: ${reason}.`,
    ),
  );
  if (why.length > 0) return { is: 'incompatible', why };
  return isDeepStrictEqual(published.at(-1)?.schema, fact.avro) ? { is: 'recorded' } : { is: 'unrecorded' };
}

/** What stands between the declarations and the repository, each with what to do; empty when all is well. */
export function complaints(facts: readonly Declared[], versions: Versions): readonly string[] {
  const known = new Set(facts.map(({ topic, type }) => `${topic.name}/${type}`));
  const lost = versions.all().filter(([topic, type]) => !known.has(`${topic}/${type}`));
  return [
    ...facts.flatMap((fact) => {
      const standing = standingOf(fact, versions);
      switch (standing.is) {
        case 'recorded':
          return [];
        case 'incompatible':
          return standing.why;
        case 'unrecorded':
          return [
            `${fact.type} is declared otherwise than it was last published: run \`npm run schemas\` to record it.`,
          ];
      }
    }),
    ...lost.map(
      ([topic, type]) =>
        `${type} was published on ${topic} and is no longer declared: declare it again ` +
        '(or delete its folder under libs/events/schemas once no record of it is kept anywhere).',
    ),
  ];
}

/** Records what changed as next versions. Nothing is written while anything is incompatible. */
export function recordVersions(
  facts: readonly Declared[],
  versions: Versions,
): { readonly recorded: readonly string[]; readonly refused: readonly string[] } {
  const standings = facts.map((fact) => ({ fact, standing: standingOf(fact, versions) }));
  const refused = standings.flatMap(({ standing }) => (standing.is === 'incompatible' ? standing.why : []));
  if (refused.length > 0) return { recorded: [], refused };
  const recorded = standings.flatMap(({ fact, standing }) =>
    standing.is === 'unrecorded' ? [`${fact.type} ${versions.add(fact.topic.name, fact.type, fact.avro).number}`] : [],
  );
  return { recorded, refused };
}
