import type { ServiceName } from '@ride/client';
import { useState } from 'react';
import { VERBS, type RepairKind } from './plan-text.js';
import { RepairDialog } from './repair-dialog.js';
import type { Selection } from './repairing.js';

interface Props {
  readonly service: ServiceName;
  readonly selection: Selection;
}

const KINDS: readonly RepairKind[] = ['replay', 'release', 'discard'];

export function RepairButtons({ service, selection }: Props) {
  const [kind, setKind] = useState<RepairKind>();
  return (
    <>
      {KINDS.map((each) => (
        <button key={each} className={each === 'replay' ? 'primary' : undefined} onClick={() => setKind(each)}>
          {VERBS[each]} …
        </button>
      ))}
      {kind !== undefined && (
        <RepairDialog service={service} selection={selection} kind={kind} onClose={() => setKind(undefined)} />
      )}
    </>
  );
}
