/** One server-sent event. `data` is the text as sent. */
export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

/** Reads an event stream piece by piece (HTML standard, 9.2.6). Cheap: one pass, no copies of what is complete. */
export class SseParser {
  #rest = '';
  #type = '';
  #data: string[] = [];
  #id: string;
  #first = true;

  /** `lastEventId`: that of the last event that was complete, what to go on after. */
  constructor(public lastEventId = '') {
    this.#id = lastEventId;
  }

  /** How long the server wants to be left alone before a new connection, in milliseconds, if it said so. */
  retryMs: number | undefined;

  /** The events that a piece of text completes. */
  push(text: string): ServerSentEvent[] {
    let input = this.#rest + text;
    if (this.#first && input.length > 0) {
      this.#first = false;
      if (input.charCodeAt(0) === 0xfeff) input = input.slice(1);
    }
    const events: ServerSentEvent[] = [];
    let from = 0;
    for (;;) {
      const end = endOfLine(input, from);
      if (end === undefined) break;
      const event = this.#line(input.slice(from, end.at));
      if (event !== undefined) events.push(event);
      from = end.next;
    }
    this.#rest = input.slice(from);
    return events;
  }

  /** A new connection begins: what the old one left unfinished is dropped. */
  reset(): void {
    this.#rest = '';
    this.#type = '';
    this.#data = [];
    this.#id = this.lastEventId;
    this.#first = true;
  }

  #line(line: string): ServerSentEvent | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined; // a comment
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line.charCodeAt(colon + 1) === 0x20 ? colon + 2 : colon + 1);
    if (field === 'data') this.#data.push(value);
    else if (field === 'event') this.#type = value;
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value);
    return undefined;
  }

  #dispatch(): ServerSentEvent | undefined {
    this.lastEventId = this.#id;
    const event = this.#data.length > 0 ? { type: this.#type || 'message', data: this.#data.join('\n') } : undefined;
    this.#type = '';
    this.#data = [];
    return event;
  }
}

/** Lines end with CR LF, LF or CR. A CR at the very end waits: an LF may follow it. */
function endOfLine(text: string, from: number): { readonly at: number; readonly next: number } | undefined {
  const lf = text.indexOf('\n', from);
  const cr = text.indexOf('\r', from);
  if (cr < 0 || (lf >= 0 && lf < cr)) return lf < 0 ? undefined : { at: lf, next: lf + 1 };
  if (cr === text.length - 1) return undefined;
  return { at: cr, next: text.charCodeAt(cr + 1) === 0x0a ? cr + 2 : cr + 1 };
}
