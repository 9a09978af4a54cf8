import { Injectable } from '@nestjs/common';
import { Problem } from '@ride/http';
import type { FastifyRequest } from 'fastify';

/** Header of a question that another instance has passed on: it is not passed on again. */
export const FORWARDED = 'x-ride-forwarded';

const PATIENCE_MS = 2_000;

export const stateMoving = (cause?: unknown) =>
  new Problem(
    503,
    'state_moving',
    'The state that answers this is on its way to another instance. Send the request again after Retry-After seconds.',
    { headers: { 'retry-after': '1' }, cause, isAsked: true },
  );

/** The other instances of this service, each of which has a part of the state. */
@Injectable()
export class Instances {
  /** The other one's answer to the same caller. Throws `state_moving` when it does not give one. */
  async ask(address: string, path: string, { headers }: FastifyRequest): Promise<unknown> {
    try {
      const answer = await fetch(new URL(path, address), {
        headers: { authorization: headers.authorization ?? '', [FORWARDED]: '1' },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (answer.ok) return await answer.json();
      throw new Error(`the other instance answered ${answer.status}`);
    } catch (error) {
      throw stateMoving(error);
    }
  }
}
