import { useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Icon } from '../parts/icon.js';
import { useShortcut } from './shortcuts.js';

/** Everywhere: a ride, rider, driver or correlation id. */
export function SearchBox() {
  const box = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useShortcut('/', () => box.current?.focus());
  const find = (event: FormEvent): void => {
    event.preventDefault();
    const text = box.current?.value.trim() ?? '';
    void navigate(text === '' ? '/find' : `/find?q=${encodeURIComponent(text)}`);
  };
  return (
    <form role="search" className="search" onSubmit={find}>
      <Icon name="search" />
      <label className="away" htmlFor="search">
        Find a ride by ride, rider, driver or correlation id
      </label>
      <input
        id="search"
        ref={box}
        type="search"
        placeholder="Ride, rider, driver or correlation id"
        autoComplete="off"
      />
    </form>
  );
}
