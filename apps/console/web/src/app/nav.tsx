import { NavLink, useNavigate } from 'react-router';
import { Icon } from '../parts/icon.js';
import { useConfig } from './config-gate.js';
import { PLACES, type Place } from './pages.js';
import { useShortcut } from './shortcuts.js';

export function Nav() {
  const { faultsUrl } = useConfig();
  return (
    <nav className="nav" aria-label="Pages">
      {PLACES.filter(({ localOnly }) => faultsUrl !== null || localOnly !== true).map((place) => (
        <Item key={place.path} {...place} />
      ))}
    </nav>
  );
}

function Item({ path, name, icon, letter }: Place) {
  const navigate = useNavigate();
  useShortcut(`g ${letter}`, () => void navigate(path));
  return (
    <NavLink to={path} end={path === '/'}>
      <Icon name={icon} />
      {name}
    </NavLink>
  );
}
