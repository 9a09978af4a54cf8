import { useEffect, useState } from 'react';
import type { Shapes } from '../api/services.js';
import { durationText, numberText } from '../parts/format.js';
import { progressOf, rateOf } from './progress.js';

/** So many looks tell the rate. */
const LOOKS = 10;

export function ProgressView({ repair }: { readonly repair: Shapes['Repair'] }) {
  const { total, done, since } = repair;
  const { done: part, drained, isOver, text } = progressOf(repair);
  const [looks, setLooks] = useState<readonly { at: number; handled: number }[]>([]);
  const seen = drained === undefined ? done : since.handled;
  useEffect(() => setLooks((before) => [...before, { at: Date.now(), handled: seen }].slice(-LOOKS)), [seen]);
  const rate = isOver ? undefined : rateOf(looks);
  const left = rate === undefined || rate <= 0 ? undefined : (total - seen) / rate;
  return (
    <section className="card panel-body stack" aria-label="Progress">
      <Bar
        name={drained === undefined ? 'Done' : 'Put back into their queues'}
        part={part}
        text={`${numberText(done)} of ${numberText(total)}`}
      />
      {drained !== undefined && (
        <Bar name="Handled" part={drained} text={`${numberText(since.handled)} of ${numberText(total)}`} />
      )}
      <p role="status">{text}</p>
      <p className="hint number">
        {isOver
          ? 'Nothing more will come of it.'
          : rate === undefined
            ? 'Watching …'
            : `${rate.toFixed(1)} facts a second`}
        {left !== undefined && `, about ${durationText(Math.max(1, left))} to go`}
      </p>
    </section>
  );
}

function Bar({ name, part, text }: { readonly name: string; readonly part: number; readonly text: string }) {
  return (
    <label className="field">
      <span>
        {name}: {text}
      </span>
      <progress value={part} max={1} />
    </label>
  );
}
