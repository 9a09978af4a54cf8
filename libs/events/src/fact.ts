import type { AvroRecord } from './avro.js';
import type { Data, Fields, Read, Write } from './fields/field.js';
import type { TopicDeclaration } from './topic.js';

declare const made: unique symbol;

/** The services of the domain: they say what happens to rides and people, and act on what they hear. */
export const SERVICES = ['rider', 'driver', 'matching', 'booking', 'notification'] as const;
/** They measure and show what is said, and no ride waits for them: nothing of theirs is ever parked, retried or dead. */
export const OBSERVERS = ['insights', 'console'] as const;
/** Whoever runs on the log, with a database and a REST edge of its own. */
export const EVERY_SERVICE = [...SERVICES, ...OBSERVERS] as const;
export type Service = (typeof EVERY_SERVICE)[number];
export type DomainService = (typeof SERVICES)[number];

export function isObserver(service: Service): boolean {
  return (OBSERVERS as readonly Service[]).includes(service);
}
/** A primary change starts work elsewhere; a secondary one only updates tables. */
export type Change = 'primary' | 'secondary';

/** Ready to be published. Only a declared fact makes one, so it always carries its topic and key. */
export interface NewFact<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
  readonly topic: string;
  readonly key: string;
  readonly fact: AnyFactType;
  readonly [made]: true;
}

/** What is the same for all facts, whatever they carry. */
export interface AnyFactType {
  (data: never): NewFact;
  readonly type: string;
  /** The CloudEvents type, which is the full name of the Avro record: `ride.RideRequested`. */
  readonly ceType: string;
  readonly topic: TopicDeclaration;
  /** What happened, in the past tense. */
  readonly what: string;
  /** Who may say it. */
  readonly by: readonly Service[];
  readonly change: Change;
  readonly fields: Fields;
  readonly avro: AvroRecord;
}

/** A declared fact; called with its data it makes one. */
export interface FactType<T extends string, F> extends Omit<AnyFactType, 'type' | 'fields'> {
  (data: Data<F, Write>): NewFact<T, Data<F, Write>>;
  readonly type: T;
  readonly fields: F & Fields;
}

/** What a handler of `F` reads; `time` is the event time, UTC milliseconds. */
export type FactOf<F> =
  F extends FactType<infer T, infer D>
    ? { readonly type: T; readonly time: number; readonly data: Data<D, Read> }
    : never;
/** What `F` makes. */
export type Made<F> = F extends (data: never) => infer M ? M : never;
