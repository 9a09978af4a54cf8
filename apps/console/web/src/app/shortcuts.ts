import { useEffect, useEffectEvent } from 'react';

/** So long a `g` waits for the letter that follows it, milliseconds. */
const PAIR_MS = 1_500;
let pairedAt = -Infinity;

/** Runs when the key, or `g` and then the letter (as `g o`), is pressed where nobody types. */
export function useShortcut(keys: string, run: () => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (!isPressed(keys, event)) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
}

function isPressed(keys: string, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  const [first, second] = keys.split(' ');
  if (second === undefined) return event.key === first && event.timeStamp - pairedAt > PAIR_MS;
  if (event.key === first) pairedAt = event.timeStamp;
  const isPair = event.key === second && event.timeStamp - pairedAt < PAIR_MS;
  // When everybody has seen this key: the next one stands alone again.
  if (isPair) setTimeout(() => (pairedAt = -Infinity));
  return isPair;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio]), textarea, select');
}
