import { useState } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
/** As public/theme.js reads it. */
const KEPT = 'ride.theme';

function chosen(): Theme {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'dark' || theme === 'light' ? theme : 'system';
}

function choose(theme: Theme): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // It holds until the page is closed, then.
  }
}

/** The theme, and how to have the next one: system, light, dark. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(chosen);
  const next = (): void => {
    const following = NEXT[chosen()];
    choose(following);
    setTheme(following);
  };
  return [theme, next];
}
