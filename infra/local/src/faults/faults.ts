import { once } from 'node:events';
import { type Server } from 'node:http';
import { type Settings } from '@ride/configuration';
import { type Stack } from '../stack.js';
import { BrokerOutage } from './broker-outage.js';
import { faultsServer } from './server.js';

/** Who keeps a stack breaks it, too: only where RIDE_BREAKS is on. */
export class Faults {
  readonly #server: Server;

  private constructor(settings: Settings, stack: Stack, failed: (error: unknown) => void) {
    const broker = {
      halt: () => stack.halt('kafka', 'in order'),
      resume: () => stack.resume('kafka'),
      freeze: () => stack.freeze('kafka'),
      thaw: () => stack.thaw('kafka'),
    };
    this.#server = faultsServer(settings, new BrokerOutage(broker, failed));
  }

  /** Listens on this machine only. Rejects when the port is held. */
  static async start(settings: Settings, stack: Stack, failed: (error: unknown) => void): Promise<Faults> {
    const faults = new Faults(settings, stack, failed);
    const server = faults.#server.listen(settings.ports.faults, '127.0.0.1');
    await once(server, 'listening');
    return faults;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
