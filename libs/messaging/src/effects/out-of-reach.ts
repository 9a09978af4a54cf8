import { faultOf } from '../unit/faults.js';

/** Is infrastructure of ours out of reach, so that the attempt is nobody's? */
export type OutOfReach = (error: unknown) => boolean;

/**
 * An effect talks to machines that are not ours: a connection that is refused or lost is an attempt like any other, unless
 * it was to one of these endpoints (`host:port`, or URLs), which are told by their ports.
 */
export function outOfReachAt(endpoints: readonly string[]): OutOfReach {
  const ours = new Set(endpoints.map(portOf));
  return (error) => {
    if (faultOf(error) !== 'infrastructure') return false;
    const { code, port, errors = [] } = error as { code?: unknown; port?: unknown; errors?: { port?: unknown }[] };
    const isOfSocket = typeof code === 'string' && /^E[A-Z_]+$/.test(code);
    return !isOfSocket || [port, ...errors.map((each) => each.port)].some((each) => ours.has(each));
  };
}

function portOf(endpoint: string): unknown {
  const { port, protocol } = new URL(endpoint.includes('://') ? endpoint : `tcp://${endpoint}`);
  return Number(port || (protocol === 'https:' ? 443 : 80));
}
