import { useState } from 'react';
import { Icon } from './icon.js';

/** An id, whole, with a way to copy it. */
export function Id({ id }: { readonly id: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = (): void =>
    void navigator.clipboard.writeText(id).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <span className="id">
      <code>{id}</code>
      <button className="quiet copy" onClick={copy} aria-label={isCopied ? `Copied ${id}` : `Copy ${id}`} title="Copy">
        {isCopied ? '✓' : <Icon name="copy" size={14} />}
      </button>
    </span>
  );
}
