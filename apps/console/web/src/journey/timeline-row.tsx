import { durationText } from '../parts/format.js';
import type { RovingItem } from '../parts/roving.js';
import { When } from '../parts/when.js';
import { textOf } from './entry-text.js';
import type { Row } from './rows.js';

interface Props {
  readonly row: Row;
  readonly itemProps: RovingItem;
  readonly isChosen: boolean;
  readonly isFaint: boolean;
  readonly onChoose: () => void;
  readonly factOf: (id: string) => string | undefined;
}

/** A pause of so many seconds before an entry is worth a word. */
const PAUSE_SECONDS = 1;

export function TimelineRow({ row, itemProps, isChosen, isFaint, onChoose, factOf }: Props) {
  const { entry, lane, sinceLast, sinceStart } = row;
  const { title, more, tone } = textOf(entry, factOf);
  return (
    <li data-service={entry.service} data-faint={isFaint || undefined} style={{ '--lane': lane }}>
      <button {...itemProps} className="entry" aria-current={isChosen || undefined} onClick={onChoose}>
        <span className="mark" data-kind={entry.kind} aria-hidden="true" />
        <span className="entry-title" data-tone={tone}>
          {title}
        </span>
        <span className="entry-more">{more}</span>
        <span className="entry-time number" title={`${durationText(sinceStart)} after the first`}>
          {sinceLast >= PAUSE_SECONDS && <span className="pause">+{durationText(sinceLast)}</span>}
          <When at={entry.at} clock />
        </span>
      </button>
    </li>
  );
}
