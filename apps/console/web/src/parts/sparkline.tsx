import { lagText } from './format.js';
import type { Tone } from './notice.js';
import { sparkOf } from './spark.js';

const BOX = { width: 120, height: 26 };

/** Seconds over time. */
export function Sparkline({ values, tone }: { readonly values: readonly (number | null)[]; readonly tone: Tone }) {
  const spark = sparkOf(values, { ...BOX, least: 2 });
  if (spark === undefined) return <span className="hint">no trend yet</span>;
  return (
    <svg
      className="spark"
      data-tone={tone}
      viewBox={`0 0 ${BOX.width} ${BOX.height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`Trend: now ${lagText(values.at(-1) ?? null)}, at most ${lagText(spark.highest)}`}
    >
      <path className="under" d={spark.under} />
      <path d={spark.line} />
    </svg>
  );
}
