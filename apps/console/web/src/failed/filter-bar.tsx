import { services } from '@ride/client';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { askedWith, instantOf, wishIn, type Field } from './filter.js';

const STATUS_NAMES = [
  ['dead', 'dead'],
  ['waiting', 'to be tried again'],
  ['replayed', 'replayed'],
  ['discarded', 'discarded'],
  ['all', 'all'],
] as const;
const TEXTS: readonly (readonly [Field, string])[] = [
  ['text', 'In the error or value'],
  ['fact', 'Fact'],
  ['code', 'Code'],
  ['key', 'Key'],
  ['handler', 'Handler'],
  ['subscription', 'Subscription'],
  ['topic', 'Topic'],
];

export function FilterBar({ withService = true }: { readonly withService?: boolean }) {
  const [asked, setAsked] = useSearchParams();
  const { service, status, filter } = wishIn(asked);
  const change = (changes: Record<string, string>): void =>
    setAsked(askedWith(asked, { ...changes, before: '' }), { replace: true });
  const isNarrow = Object.keys(filter).length > 0;
  const [isOpen, setOpen] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => String(form.get(name) ?? '').trim();
    change({
      ...Object.fromEntries(TEXTS.map(([field]) => [field, text(field)])),
      from: instantOf(text('from')),
      to: instantOf(text('to')),
    });
  };
  return (
    <div className="stack">
      <div className="filter-line">
        {withService && (
          <label className="field">
            <span>Service</span>
            <select value={service ?? ''} onChange={({ target }) => change({ service: target.value })}>
              <option value="">all</option>
              {services.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
        <label className="field">
          <span>Status</span>
          <select
            value={status}
            onChange={({ target }) => change({ status: target.value === 'dead' ? '' : target.value })}
          >
            {STATUS_NAMES.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isNarrow ? `Filter (${Object.keys(filter).length})` : 'Filter'}
        </button>
        {Object.entries(filter).map(([field, value]) => (
          <button
            key={field}
            className="chip"
            aria-label={`Without ${field} ${value}`}
            onClick={() => change({ [field]: '' })}
            title="Leave it out"
          >
            {field}: {value} ×
          </button>
        ))}
        {isNarrow && (
          <button
            className="quiet"
            onClick={() =>
              change(Object.fromEntries([...TEXTS.map(([field]) => [field, '']), ['from', ''], ['to', '']]))
            }
          >
            Clear
          </button>
        )}
      </div>
      {isOpen && (
        <form className="card panel-body stack" onSubmit={submit} key={asked.toString()}>
          <div className="fields">
            {TEXTS.map(([field, name]) => (
              <label key={field} className="field">
                <span>{name}</span>
                <input name={field} defaultValue={filter[field] ?? ''} />
              </label>
            ))}
            {(['from', 'to'] as const).map((name) => (
              <label key={name} className="field">
                <span>Failed {name === 'from' ? 'since' : 'before'} (UTC)</span>
                <input name={name} type="datetime-local" defaultValue={filter[name]?.slice(0, 16) ?? ''} />
              </label>
            ))}
          </div>
          <button className="primary apply">Apply</button>
        </form>
      )}
    </div>
  );
}
