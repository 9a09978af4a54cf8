import { breakBroker, breakHandler, clear, pause, poison, resume } from './break/act.js';
import { HELP } from './break/help.js';
import { showHandlers, showList } from './break/look.js';
import { asked } from './break/options.js';

/** `npm run break -- [SERVICE] COMMAND …`: breaks the local stack on purpose, by its REST. */
export async function breakIt(args: readonly string[]): Promise<number> {
  const wish = asked(args);
  if (wish === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  switch (wish.command) {
    case 'list':
      return showList(wish);
    case 'handlers':
      return showHandlers(wish);
    case 'handler':
      return breakHandler(wish);
    case 'poison':
      return poison(wish);
    case 'pause':
      return pause(wish);
    case 'resume':
      return resume(wish);
    case 'broker':
      return breakBroker(wish);
    case 'clear':
      return clear(wish);
  }
}
