import { Progress } from './progress.js';

describe('a consumer is ready', () => {
  let now = 0;
  let progress: Progress;
  beforeEach(() => {
    now = 1_000_000;
    progress = new Progress('booking', () => now);
    progress.joined(12);
  });
  /** Seconds pass, in each of which the broker answers. */
  const pass = (seconds: number): void => {
    for (let n = 0; n < seconds; n += 1) {
      now += 1_000;
      progress.answered();
    }
  };

  it('while it has joined its group, and not before or afterwards', () => {
    expect(new Progress('booking').health()).toMatchObject({ ok: false, reason: 'has not joined its group' });
    expect(progress.health()).toMatchObject({ ok: true, reason: null, partitions: 12 });
    progress.left('crashed');
    expect(progress.health()).toMatchObject({ ok: false, reason: 'crashed', partitions: 0 });
  });

  it('until the broker has been silent for more than 10 s, and when it answers again', () => {
    now += 10_000;
    expect(progress.health()).toMatchObject({ ok: true });
    now += 1;
    expect(progress.health()).toMatchObject({ ok: false, reason: 'no answer from the broker for 10 s' });
    progress.answered();
    expect(progress.health()).toMatchObject({ ok: true });
  });

  it('until it has been at work on the same records for 30 s, though the broker answers and other units end', () => {
    const stuck = progress.began();
    for (let n = 0; n < 29; n += 1) {
      const other = progress.began();
      pass(1);
      progress.ended(other, true);
    }
    expect(progress.health()).toMatchObject({ ok: true });
    pass(1);
    expect(progress.health()).toMatchObject({ ok: false, reason: 'has been busy with the same records for 30 s' });
    progress.ended(stuck, true);
    expect(progress.health()).toMatchObject({ ok: true });
  });

  it('unless something waits in place, at once and for as long as it does', () => {
    const unit = progress.began();
    progress.waits('the database is out of reach');
    expect(progress.health()).toMatchObject({ ok: false, reason: 'waits in place: the database is out of reach' });
    pass(5);
    progress.waits('the database is out of reach');
    expect(progress.health().waiting).toMatchObject({ since: 1_000_000 });
    progress.ended(unit, true);
    expect(progress.health()).toMatchObject({ ok: true, waiting: null });
  });
});
