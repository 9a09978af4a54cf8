import { applyDecorators, HttpCode, SetMetadata } from '@nestjs/common';
import type { Rejected } from '@ride/decider';
import type { z } from 'zod';
import type { Problem } from '../problem.js';

/** Metadata of a route: what it does, answers and refuses. */
export const OPERATION = Symbol('operation');

/** What of a value is read when it is shown: whoever shows it may hold it as unchangeable. */
export type Shown<T> = T extends readonly (infer Item)[]
  ? readonly Shown<Item>[]
  : T extends object
    ? { readonly [Name in keyof T]: Shown<T[Name]> }
    : T;

/** A schema of a JSON body; null: there is no body. */
export type Body = z.ZodType | null;
type BodyOf<B> = B extends z.ZodType ? Shown<z.output<B>> : void;

export interface Answer<B = Body> {
  /** When it is given, what it means. */
  readonly description: string;
  readonly body: B;
  readonly example?: BodyOf<B>;
  /** What its headers tell, by name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Of a stream of server-sent events instead of a body: the data of each type of event. */
  readonly events?: Readonly<Record<string, z.ZodType>>;
}

/** A refusal, as a policy's `rejections` and the edge's `problems` make them. */
export type Refusal = Problem | Rejected | (() => Problem | Rejected);

interface Contract<Bodies extends Readonly<Record<number, Body>>> {
  /** What a client calls it: a verb and a noun, once in a service. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** Headers that the request may, or must, have. */
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>;
  /** By status. Its lowest is given unless the handler sets another. */
  readonly answers: { readonly [Status in keyof Bodies]: Answer<Bodies[Status]> };
  /** Beside those that any such route may give: see commonRefusals. */
  readonly refuses?: readonly Refusal[];
  /** What its problems show beside what all problems show. */
  readonly problemsShow?: z.ZodType;
}
/** A route's contract, as its metadata holds it. */
export type Operation = Contract<Readonly<Record<number, Body>>>;

type Returned<Bodies extends Readonly<Record<number, Body>>> = {
  [Status in keyof Bodies]: BodyOf<Bodies[Status]>;
}[keyof Bodies];
type Route<Result> = <Handler extends (...args: never[]) => Result | Promise<Result>>(
  controller: object,
  name: string,
  handler: TypedPropertyDescriptor<Handler>,
) => void;

/** States a route's contract: the document is made from it, and the handler must return what it answers. */
export function Operation<const Bodies extends Readonly<Record<number, Body>>>(
  contract: Contract<Bodies>,
): Route<Returned<Bodies>> {
  const [usual = 200] = Object.keys(contract.answers).map(Number);
  return applyDecorators(HttpCode(usual), SetMetadata(OPERATION, contract));
}
