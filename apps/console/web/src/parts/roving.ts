import { useRef, useState, type KeyboardEvent, type RefCallback } from 'react';

export interface RovingItem {
  readonly ref: RefCallback<HTMLElement>;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}
interface Roving {
  readonly listProps: { readonly onKeyDown: (event: KeyboardEvent) => void };
  readonly itemProps: (i: number) => RovingItem;
}

/** A list that is one stop of the Tab key: arrows, Home and End go through it. */
export function useRoving(length: number): Roving {
  const [current, setCurrent] = useState(0);
  const items = useRef(new Map<number, HTMLElement>());
  const stop = Math.min(current, Math.max(0, length - 1));
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: stop + 1, ArrowUp: stop - 1, Home: 0, End: length - 1 }[event.key];
    if (to === undefined || to < 0 || to >= length) return;
    event.preventDefault();
    items.current.get(to)?.focus();
  };
  const itemProps = (i: number): RovingItem => ({
    tabIndex: i === stop ? 0 : -1,
    onFocus: () => setCurrent(i),
    ref: (element) => {
      if (element === null) items.current.delete(i);
      else items.current.set(i, element);
    },
  });
  return { listProps: { onKeyDown }, itemProps };
}
