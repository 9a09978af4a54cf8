import { Link } from 'react-router';
import type { Overview, RidesByState } from '../api/overview.js';
import { lagText, numberText } from '../parts/format.js';
import type { Tone } from '../parts/notice.js';
import { figuresOf } from './figures.js';

interface Props {
  readonly overview: Overview;
  readonly rides: RidesByState | undefined;
}

export function Tiles({ overview, rides }: Props) {
  const { ready, services, behind, dead, waiting, outbox, underway } = figuresOf(overview, rides);
  return (
    <div className="tiles">
      <Tile tone={ready < services ? 'bad' : 'plain'} name="services ready" value={`${ready} of ${services}`} />
      <Tile
        to="/find"
        tone="plain"
        name="rides under way"
        value={underway === undefined ? '–' : numberText(underway)}
      />
      <Tile
        tone={behind.tone}
        name={`most behind${behind.who === undefined ? '' : `: ${behind.who}`}`}
        value={lagText(behind.seconds)}
      />
      <Tile to="/failed" tone={dead > 0 ? 'bad' : 'plain'} name="failed for good" value={numberText(dead)} />
      <Tile
        to="/failed?status=waiting"
        tone={waiting > 0 ? 'warn' : 'plain'}
        name="to be tried again"
        value={numberText(waiting)}
      />
      <Tile tone="plain" name="facts in outboxes" value={numberText(outbox)} />
    </div>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: string;
  readonly tone: Tone;
  readonly to?: string;
}

function Tile({ name, value, tone, to }: TileProps) {
  const content = (
    <>
      <span className="tile-value">{value}</span>
      <span className="hint">{name}</span>
    </>
  );
  if (to === undefined)
    return (
      <div className="card tile" data-tone={tone}>
        {content}
      </div>
    );
  return (
    <Link className="card tile" data-tone={tone} to={to}>
      {content}
    </Link>
  );
}
