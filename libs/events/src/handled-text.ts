/** That a fact was handled: once for each subscription, since handling and saying so commit together. */
export interface Handled {
  /** The fact's ce_id. */
  readonly event: string;
  readonly correlationId: string;
  /** From 1. */
  readonly attempt: number;
  /** When its handlers were begun, UTC milliseconds. */
  readonly at: number;
  /** How long they took, milliseconds. */
  readonly tookMs: number;
  /** Class and method; of several, one behind the other with a `+`. */
  readonly handler: string;
}

/**
 * Many in one text: a line for each, of event, correlation id, attempt, milliseconds since `began`, microseconds that it took, and
 * the handler, where it is another one than in the line before. A text, since a declared fact has no lists (see Shape).
 */
export function handledText(began: number, all: readonly Handled[]): string {
  let text = '';
  let before = '';
  for (const { event, correlationId, attempt, at, tookMs, handler } of all) {
    const correlation = PLAIN.test(correlationId) ? correlationId : encodeURIComponent(correlationId);
    text += `${event} ${correlation} ${attempt} ${at - began} ${Math.round(tookMs * 1000)}`;
    text += handler === before ? '\n' : ` ${handler}\n`;
    before = handler;
  }
  return text;
}
const PLAIN = /^[\w.-]+$/;

/** The inverse. Lines that are none are left out: nothing that arrives makes it throw. */
export function handledIn(began: number, text: string): readonly Handled[] {
  let handler = '';
  return text.split('\n').flatMap((line) => {
    const [event = '', correlation, attempt, since, took, by] = line.split(' ');
    if (correlation === undefined || took === undefined) return [];
    handler = by ?? handler;
    const numbers = { attempt: Number(attempt), at: began + Number(since), tookMs: Number(took) / 1000 };
    if (!Object.values(numbers).every(Number.isFinite)) return [];
    return [{ event, correlationId: decoded(correlation), ...numbers, handler }];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
