import { type InfrastructureOptions, type AppName } from './infrastructure.js';
import { type StackEvent } from './stack.js';

/** The ports of a service's instances. */
export type InstancePorts = Readonly<Record<AppName, readonly number[]>>;

/** What a keeper is asked to keep. */
export interface Plan {
  /** The stack's own folder; absent: `.local` of the repository. */
  readonly dir?: string;
  /** Names of the components; absent: all. */
  readonly only?: readonly string[];
  readonly options: InfrastructureOptions;
  /** Several instances of each service, each at one of these ports, behind a balancer at the service's own; absent: one. */
  readonly instances?: InstancePorts;
  /** Drop the state of earlier runs first. */
  readonly fresh: boolean;
  /** Delete the stack's own folder in the end. For tests. */
  readonly dropAfter: boolean;
}

/** What a front tells its keeper. That the channel closes means `stop` too. */
export type ToKeeper =
  | { readonly kind: 'start'; readonly plan: Plan }
  | { readonly kind: 'halt'; readonly name: string; readonly how: How }
  | { readonly kind: 'resume'; readonly name: string }
  | { readonly kind: 'stop' };

/** How one component of a running stack is ended: in order, or as by kill -9. */
export type How = 'in order' | 'killed';

/** What a keeper tells its front. */
export type FromKeeper =
  | StackEvent
  | { readonly kind: 'up' }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string; readonly log?: string };

/** What a running stack writes down, so that other commands can use it. */
export interface State {
  readonly keeper: number;
  readonly components: readonly string[];
  /** The RIDE_* variables that it was started with. */
  readonly env: Readonly<Record<string, string>>;
}
