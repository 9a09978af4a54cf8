import type { RepairKind } from './plan-text.js';
import type { How } from './repairing.js';

interface Props {
  readonly kind: RepairKind;
  readonly how: How;
  readonly onChange: (how: How) => void;
  readonly isOvertaken: boolean;
}

export function HowFields({ kind, how, onChange, isOvertaken }: Props) {
  const { rate: _, limit: __, ...rest } = how;
  const set = (name: 'rate' | 'limit', text: string): void => {
    const { rate, limit } = how;
    const n = Number(text);
    const changed = { rate, limit, [name]: text === '' || !(n > 0) ? undefined : n };
    onChange({
      ...rest,
      ...(changed.rate !== undefined && { rate: changed.rate }),
      ...(changed.limit !== undefined && { limit: changed.limit }),
    });
  };
  return (
    <>
      <div className="fields">
        <label className="field">
          <span>At most (all, unless said)</span>
          <input
            type="number"
            inputMode="numeric"
            min={1}
            step={1}
            onChange={({ target }) => set('limit', target.value)}
          />
        </label>
        <label className="field">
          <span>Facts per second (as fast as it goes)</span>
          <input
            type="number"
            inputMode="decimal"
            min={0.001}
            step="any"
            onChange={({ target }) => set('rate', target.value)}
          />
        </label>
      </div>
      <label className="field">
        <span>Why{kind === 'discard' ? ' (kept with the discarded)' : ' (kept with the repair)'}</span>
        <input
          required={kind === 'discard'}
          maxLength={1000}
          onChange={({ target }) => onChange({ ...how, reason: target.value.trim() })}
        />
      </label>
      {isOvertaken && (
        <label className="check">
          <input type="checkbox" onChange={({ target }) => onChange({ ...how, acceptOvertaken: target.checked })} />
          Replay also those of whose keys later facts have been handled
        </label>
      )}
    </>
  );
}
