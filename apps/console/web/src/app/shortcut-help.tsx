import { useState } from 'react';
import { Dialog } from '../parts/dialog.js';
import { Icon } from '../parts/icon.js';
import { PLACES } from './pages.js';
import { useShortcut } from './shortcuts.js';

const OTHERS = [
  ['/', 'Search'],
  ['t', 'Change the theme'],
  ['↑ ↓', 'Go through a list, a journey, a graph'],
  ['Home End', 'To its first, to its last'],
  ['Enter', 'Open what is chosen'],
  ['Esc', 'Close what is open'],
  ['?', 'This list'],
] as const;

export function ShortcutHelp({ isLocal }: { readonly isLocal: boolean }) {
  const [isOpen, setOpen] = useState(false);
  useShortcut('?', () => setOpen(true));
  return (
    <>
      <button className="quiet" onClick={() => setOpen(true)} aria-label="Keys" title="Keys (?)">
        <Icon name="keys" />
      </button>
      <Dialog title="Keys" isOpen={isOpen} onClose={() => setOpen(false)}>
        <dl className="facts">
          {PLACES.filter(({ localOnly }) => isLocal || localOnly !== true).map(({ letter, name }) => (
            <Key key={letter} keys={`g ${letter}`} what={name} />
          ))}
          {OTHERS.map(([keys, what]) => (
            <Key key={keys} keys={keys} what={what} />
          ))}
        </dl>
      </Dialog>
    </>
  );
}

function Key({ keys, what }: { readonly keys: string; readonly what: string }) {
  return (
    <>
      <dt>
        {keys.split(' ').map((key, i) => (
          <kbd key={i}>{key}</kbd>
        ))}
      </dt>
      <dd>{what}</dd>
    </>
  );
}
