import { numberText } from './format.js';

interface Bar {
  readonly name: string;
  readonly value: number;
  readonly hint?: string;
}

export function Bars({ bars, none }: { readonly bars: readonly Bar[]; readonly none: string }) {
  if (bars.length === 0) return <p className="muted">{none}</p>;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul className="bars">
      {bars.map(({ name, value, hint }) => (
        <li key={name} className="bar">
          <span>
            {name} {hint !== undefined && <span className="hint">{hint}</span>}
          </span>
          <span className="bar-track">
            <span className="bar-fill" style={{ display: 'block', width: `${(value / most) * 100}%` }} />
          </span>
          <span className="number">{numberText(value)}</span>
        </li>
      ))}
    </ul>
  );
}
