/** One process of the stack: how it is prepared, started, known to be ready, and stopped. */
export interface Component {
  readonly name: string;
  /** Components that must be ready before this one starts; it stops before them. */
  readonly after: readonly string[];
  readonly port: number;
  /** Text of its command line that nothing but this component of this stack has. */
  readonly marker: string;
  readonly readyWithinMs: number;
  readonly stopSignal: 'SIGTERM' | 'SIGINT';
  /** How long it may take to stop in order before it is killed. */
  readonly stopWithinMs: number;
  prepare(): Promise<void>;
  command(): Promise<Command>;
  /** Asked again and again until true. May throw as long as it is not ready. */
  isReady(): Promise<boolean>;
  /** Once, when ready for the first time: databases. */
  furnish(): Promise<void>;
}

export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number };
}

export async function nothing(): Promise<void> {}
