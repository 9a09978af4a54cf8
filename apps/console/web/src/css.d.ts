import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Custom properties are how a component tells its style sheet a number. */
    [property: `--${string}`]: string | number | undefined;
  }
}
