import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { useIdentity } from '../identity/session.js';
import { Brand } from '../parts/brand.js';
import { Icon } from '../parts/icon.js';
import { Waiting } from '../parts/waiting.js';
import { useConfig } from './config-gate.js';
import { Nav } from './nav.js';
import { SearchBox } from './search-box.js';
import { ShortcutHelp } from './shortcut-help.js';
import { ThemeSwitch } from './theme-switch.js';

export function Shell() {
  const { provider } = useIdentity();
  const { faultsUrl } = useConfig();
  return (
    <div className="shell">
      <a className="skip" href="#main">
        To the content
      </a>
      <header className="top">
        <Brand />
        <SearchBox />
        <div className="top-tools">
          <ThemeSwitch />
          <ShortcutHelp isLocal={faultsUrl !== null} />
          <button className="quiet sign-out" onClick={() => void provider.removeUser()}>
            <Icon name="out" />
            <span>Sign out</span>
          </button>
        </div>
      </header>
      <div className="side">
        <Brand />
        <Nav />
      </div>
      <main className="main" id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
