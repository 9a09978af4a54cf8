import { Catch, UseFilters, type ExceptionFilter } from '@nestjs/common';
import { Ctx, EventPattern, Payload, type MessageHandler } from '@nestjs/microservices';
import { EXCEPTION_FILTERS_METADATA } from '@nestjs/common/constants.js';
import { PATTERN_METADATA } from '@nestjs/microservices/constants.js';
import type { AnyFactType, FactOf } from '@ride/events';
import type { Cause } from '../cause.js';
import type { Tx } from '../tx.js';
import type { EffectOptions } from './effect.js';
import type { ObserveOptions } from './observe.js';

/** Marks the handlers of this transport among Nest's. */
export const FACTS = Symbol('facts');

/** What a handler of `F` reads: the fact, and why it was said (its own id is what it causes in turn). */
export type Heard<F> = FactOf<F> & Cause;
export type Some = readonly [AnyFactType, ...AnyFactType[]];
export type Handler<H> = <M extends H>(target: object, key: string, method: TypedPropertyDescriptor<M>) => void;

/** What the transport knows of a handler. */
export interface HandlerExtras {
  readonly kind: 'on' | 'follow' | 'effect' | 'observe';
  readonly name: string;
  /** Of a handler of the kind 'effect'. */
  readonly effect?: EffectOptions;
  /** Of a handler of the kind 'observe'. */
  readonly observe?: ObserveOptions;
}

/** Class and method of a handler. */
export function nameOf({ extras }: MessageHandler): string {
  return (extras as unknown as HandlerExtras).name;
}

/** In the unit of work: exactly once, in order per key. */
export function On<const F extends Some>(
  ...facts: F
): Handler<(fact: Heard<F[number]>, tx: Tx) => void | Promise<void>> {
  return (target, key, method) => hear({ kind: 'on' }, facts, target, key, method);
}

/**
 * For facts that are many and short-lived (positions): outside any transaction, in batches, without an inbox. Repeats and
 * older facts than those seen are the handler's to ignore; when it throws, the batch waits in place and comes again.
 */
export function Follow<const F extends Some>(
  ...facts: F
): Handler<(facts: readonly Heard<F[number]>[]) => void | Promise<void>> {
  return (target, key, method) => hear({ kind: 'follow' }, facts, target, key, method);
}

/** Nest would replace what a handler throws by 'Internal server error'. */
@Catch()
class Rethrow implements ExceptionFilter {
  catch(error: unknown): never {
    throw error;
  }
}
const RETHROW = new Rethrow();

export function hear(
  how: Omit<HandlerExtras, 'name'>,
  facts: Some,
  target: object,
  key: string,
  method: TypedPropertyDescriptor<any>,
): void {
  handle(
    how,
    facts.map((fact) => fact.type),
    target,
    key,
    method,
  );
}

/** Whatever stands in some topics. */
export function hearRecords(
  observe: ObserveOptions,
  target: object,
  key: string,
  method: TypedPropertyDescriptor<any>,
): void {
  handle({ kind: 'observe', observe }, [`records for ${observe.name}`], target, key, method);
}

function handle(
  how: Omit<HandlerExtras, 'name'>,
  patterns: string[],
  target: object,
  key: string,
  method: TypedPropertyDescriptor<any>,
): void {
  const name = `${target.constructor.name}.${key}`;
  if (Reflect.hasMetadata(PATTERN_METADATA, method.value)) throw new Error(`${name} already hears a fact`);
  if (Reflect.hasMetadata(EXCEPTION_FILTERS_METADATA, method.value))
    throw new Error(`${name}: an exception filter could swallow the error of a fact; remove @UseFilters`);
  const extras: HandlerExtras = { ...how, name };
  EventPattern<string[]>(patterns, FACTS, { ...extras })(target, key, method);
  Payload()(target, key, 0);
  Ctx()(target, key, 1);
  UseFilters(RETHROW)(target, key, method);
}
