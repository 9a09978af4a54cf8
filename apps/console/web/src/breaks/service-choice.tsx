import { useState } from 'react';
import type { Broken } from './breaks-api.js';

interface Props {
  readonly known: readonly Broken[];
  readonly chosen: Broken;
  readonly onChoose: (service: string) => void;
}

/** The service that is meant; the first one that answers, unless somebody chose. */
export function useChosen(known: readonly Broken[]): readonly [Broken, (service: string) => void] {
  const [name, setName] = useState<string>();
  const chosen = known.find(({ service }) => service === name) ?? known[0];
  if (chosen === undefined) throw new Error('useChosen needs a service that answers');
  return [chosen, setName];
}

export function ServiceChoice({ known, chosen, onChoose }: Props) {
  return (
    <label className="field">
      <span>Service</span>
      <select value={chosen.service} onChange={({ target }) => onChoose(target.value)}>
        {known.map(({ service }) => (
          <option key={service}>{service}</option>
        ))}
      </select>
    </label>
  );
}
