import { flat, type Components, type Flat } from './flat-schema.js';

export type Json = Readonly<Record<string, unknown>>;
/** Who writes what the schema describes, and who must be able to read it. */
export type Side = 'asked' | 'answered';

interface Both {
  readonly before: Components;
  readonly after: Components;
  readonly side: Side;
}

/** Lower bounds and upper bounds of what may be asked. */
const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
/** Whether one is tighter than another can't be told: a change of it is taken for one. */
const OPAQUE = ['pattern', 'format'];
/** Clients are told that more of them may come. */
const OPEN_LIST = /(^|\.)code$/;

/** What of a schema no longer fits clients that were made for the one before. */
export class SchemaChanges {
  readonly #seen = new Set<string>();

  constructor(private readonly both: Both) {}

  find(where: string, before: Json, after: Json): readonly string[] {
    const names = JSON.stringify([before['$ref'], after['$ref']]);
    // Told once; and a schema may be within itself.
    if (before['$ref'] !== undefined && this.#seen.has(names)) return [];
    this.#seen.add(names);
    const [was, is] = [flat(before, this.both.before), flat(after, this.both.after)];
    return [
      ...this.#types(where, was, is),
      ...this.#values(where, was, is),
      ...this.#bounds(where, was, is),
      ...this.#fields(where, was, is),
      ...this.#inner(where, was, is),
    ];
  }

  #types(where: string, { types: was }: Flat, { types: is }: Flat): readonly string[] {
    // Anything stands for no type at all.
    const [from, to] = this.both.side === 'asked' ? [is, was] : [was, is];
    if (from.length === 0 || to.every((type) => from.includes(type) || (type === 'integer' && from.includes('number'))))
      return to.length === 0 && from.length > 0 ? [`${where}: ${named(was)} became ${named(is)}`] : [];
    return [`${where}: ${named(was)} became ${named(is)}`];
  }

  #values(where: string, { values: was }: Flat, { values: is }: Flat): readonly string[] {
    const isAsked = this.both.side === 'asked';
    if (!isAsked && OPEN_LIST.test(where)) return missing(was, is).map((value) => `${where}: ${value} is gone`);
    if (isAsked) {
      if (is === undefined) return [];
      if (was === undefined) return [`${where}: only ${is.join(', ')} may be asked now`];
      return missing(was, is).map((value) => `${where}: ${value} may be asked no more`);
    }
    if (was === undefined) return [];
    if (is === undefined) return [`${where}: anything may be answered now`];
    return missing(is, was).map((value) => `${where}: ${value} may be answered now`);
  }

  #bounds(where: string, { schema: was }: Flat, { schema: is }: Flat): readonly string[] {
    if (this.both.side === 'answered') return [];
    const tighter = (names: readonly string[], isTighter: (was: number, is: number) => boolean) =>
      names.filter((name) => {
        const [before, after] = [was[name], is[name]];
        return typeof after === 'number' && (typeof before !== 'number' || isTighter(before, after));
      });
    const changed = [
      ...tighter(LOWER, (before, after) => after > before),
      ...tighter(UPPER, (before, after) => after < before),
      ...OPAQUE.filter((name) => is[name] !== undefined && is[name] !== was[name]),
    ];
    return changed.map((name) => `${where}: ${name} ${String(was[name] ?? 'none')} became ${String(is[name])}`);
  }

  #fields(where: string, was: Flat, is: Flat): readonly string[] {
    const changes = Object.entries(was.properties).flatMap(([name, before]) => {
      const after = is.properties[name];
      const path = `${where}.${name}`;
      if (after === undefined) return [`${path} is gone`];
      if (this.both.side === 'answered' && was.required.includes(name) && !is.required.includes(name))
        return [`${path} may be missing now`, ...this.find(path, before, after)];
      return this.find(path, before, after);
    });
    if (this.both.side === 'answered') return changes;
    const needed = is.required
      .filter((name) => !was.required.includes(name))
      .map((name) => `${where}.${name} is required`);
    return [...changes, ...needed];
  }

  /** Items of lists, values of maps, and alternatives, which are compared in their order. */
  #inner(where: string, was: Flat, is: Flat): readonly string[] {
    const items = was.items && is.items ? this.find(`${where}[]`, was.items, is.items) : [];
    const entries = was.entries && is.entries ? this.find(`${where}{}`, was.entries, is.entries) : [];
    const [fewer, more] = this.both.side === 'asked' ? [is, was] : [was, is];
    const count = fewer.alternatives.length < more.alternatives.length;
    const alternatives = was.alternatives.flatMap((before, n) => {
      const after = is.alternatives[n];
      return after === undefined ? [] : this.find(`${where}(${n + 1})`, before, after);
    });
    const word = this.both.side === 'asked' ? 'fewer' : 'more';
    return [...items, ...entries, ...(count ? [`${where}: there are ${word} alternatives`] : []), ...alternatives];
  }
}

function missing(from: readonly string[] | undefined, within: readonly string[] | undefined): readonly string[] {
  return (from ?? []).filter((value) => !(within ?? []).includes(value));
}

function named(types: readonly string[]): string {
  return types.join(' or ') || 'anything';
}
