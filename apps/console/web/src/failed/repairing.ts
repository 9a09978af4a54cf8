import { answerOf } from '@ride/client';
import type { Edge, Shapes } from '../api/services.js';
import type { LetterFilter } from './filter.js';
import type { RepairKind } from './plan-text.js';

export type Selection = { readonly ids: string[] } | { readonly filter: LetterFilter } | { readonly all: true };
export interface How {
  readonly limit?: number;
  /** Facts per second. */
  readonly rate?: number;
  readonly reason?: string;
  readonly acceptOvertaken?: boolean;
}

const PATHS = {
  replay: '/dead-letters/replay',
  discard: '/dead-letters/discard',
  release: '/dead-letters/release',
} as const;

/** What would go where; nothing is done. */
export async function planOf(
  edge: Edge,
  kind: RepairKind,
  selection: Selection,
  { limit }: Pick<How, 'limit'>,
): Promise<Shapes['RepairPlan']> {
  const body = { ...selection, ...(limit !== undefined && { limit }), reason: 'a dry run', dryRun: true };
  return (await answerOf(edge.POST(PATHS[kind], { body }))) as Shapes['RepairPlan'];
}

/** Orders it; it is then done step by step. */
export async function order(
  edge: Edge,
  kind: RepairKind,
  selection: Selection,
  { acceptOvertaken, ...how }: How,
): Promise<Shapes['Repair']> {
  const body = {
    ...selection,
    reason: '',
    ...how,
    ...(kind === 'replay' && acceptOvertaken === true && { acceptOvertaken }),
  };
  const said = body.reason === '' ? without(body, 'reason') : body;
  return (await answerOf(edge.POST(PATHS[kind], { body: said as typeof body }))) as Shapes['Repair'];
}

function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _, ...rest } = value;
  return rest;
}
