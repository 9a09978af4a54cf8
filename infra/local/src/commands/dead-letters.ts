import { edit } from './dead-letters/edit.js';
import { HELP } from './dead-letters/help.js';
import { showGroups, showList, showRepairs } from './dead-letters/look.js';
import { asked } from './dead-letters/options.js';
import { cancel, followOne, repair } from './dead-letters/repair.js';
import { showOne } from './dead-letters/show.js';

/** `npm run dead-letters -- [SERVICE] COMMAND …`: facts that a service could not handle, by its REST. */
export async function deadLetters(args: readonly string[]): Promise<number> {
  const wish = asked(args);
  if (wish === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  switch (wish.command) {
    case 'groups':
      return showGroups(wish);
    case 'list':
      return showList(wish);
    case 'show':
      return showOne(wish);
    case 'replay':
    case 'discard':
    case 'release':
      return repair(wish, wish.command);
    case 'edit':
      return edit(wish);
    case 'repairs':
      return wish.ids.length > 0 ? followOne(wish) : showRepairs(wish);
    case 'cancel':
      return cancel(wish);
  }
}
