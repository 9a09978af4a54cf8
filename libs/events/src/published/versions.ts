import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AvroRecord } from '../avro.js';

export interface Version {
  readonly number: number;
  readonly schema: AvroRecord;
}

/** The published versions of each fact: `<folder>/<topic>/<fact>/<number>.avsc`. They are never changed, only added to. */
export class Versions {
  constructor(private readonly folder: string) {}

  /** Oldest first; empty when the fact was never published. */
  of(topic: string, fact: string): readonly Version[] {
    const folder = join(this.folder, topic, fact);
    return namesIn(folder)
      .flatMap((name) => {
        const number = /^(\d+)\.avsc$/.exec(name)?.[1];
        return number === undefined ? [] : [Number(number)];
      })
      .sort((a, b) => a - b)
      .map((number) => ({
        number,
        schema: JSON.parse(readFileSync(join(folder, `${number}.avsc`), 'utf8')) as AvroRecord,
      }));
  }

  add(topic: string, fact: string, schema: AvroRecord): Version {
    const number = (this.of(topic, fact).at(-1)?.number ?? 0) + 1;
    mkdirSync(join(this.folder, topic, fact), { recursive: true });
    writeFileSync(join(this.folder, topic, fact, `${number}.avsc`), `${JSON.stringify(schema, null, 2)}\n`);
    return { number, schema };
  }

  /** `[topic, fact]` of everything that was ever published. */
  all(): readonly (readonly [topic: string, fact: string])[] {
    return namesIn(this.folder).flatMap((topic) =>
      namesIn(join(this.folder, topic)).map((fact) => [topic, fact] as const),
    );
  }
}

/** Those of this repository, found from the sources and from what is built of them. */
export function repositoryVersions(): Versions {
  return new Versions(join(packageFolder(), 'schemas'));
}

export function packageFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
