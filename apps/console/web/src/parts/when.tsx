import { clockText, timeText } from './format.js';

/** An instant, UTC; a reader hears all of it. */
export function When({ at, clock = false }: { readonly at: string | null; readonly clock?: boolean }) {
  if (at === null) return <>–</>;
  return (
    <time dateTime={at} title={`${timeText(at)} UTC`} className="number">
      {clock ? clockText(at) : timeText(at)}
    </time>
  );
}
