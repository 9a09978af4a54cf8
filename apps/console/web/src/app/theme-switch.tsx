import { Icon } from '../parts/icon.js';
import { useShortcut } from './shortcuts.js';
import { useTheme } from './theme.js';

const ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const;

export function ThemeSwitch() {
  const [theme, next] = useTheme();
  useShortcut('t', next);
  return (
    <button className="quiet" onClick={next} aria-label={`Theme: ${theme}. Change it`} title={`Theme: ${theme} (t)`}>
      <Icon name={ICONS[theme]} />
    </button>
  );
}
