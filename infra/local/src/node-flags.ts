/**
 * How our programs run: stack traces name the TypeScript; kafkajs' negative timeouts are no news; and short-lived objects
 * (a batch of facts) get 64 MB, since with Node's 16 MB a fifth of a busy service's time goes into collecting them.
 */
export const NODE_FLAGS = [
  '--enable-source-maps',
  '--disable-warning=TimeoutNegativeWarning',
  '--max-semi-space-size=64',
] as const;
