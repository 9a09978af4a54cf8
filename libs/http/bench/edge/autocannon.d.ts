/** What is used of it; the package brings no types. */
declare module 'autocannon' {
  interface Request {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  }
  interface Options {
    readonly url: string;
    /** Seconds. */
    readonly duration: number;
    readonly connections: number;
    readonly requests: readonly (Request & { readonly setupRequest?: (request: Request) => Request })[];
  }
  interface Result {
    readonly '2xx': number;
    readonly non2xx: number;
    readonly errors: number;
    /** Milliseconds. */
    readonly latency: { readonly p50: number; readonly p99: number };
  }
  export default function autocannon(options: Options): Promise<Result>;
}
