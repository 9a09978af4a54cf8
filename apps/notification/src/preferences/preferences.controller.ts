import { Body, Controller, Get, Put } from '@nestjs/common';
import { Allow, Caller, Operation, Tag } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { MESSAGE_KINDS } from '../templates/words.js';
import { change, preferencesOf } from './preference-rows.js';
import { channelsFor, isRequired, preferenceRejections, USUAL, type Preferences } from './preferences.js';
import { ShownPreferences, Wish } from './preferences.shapes.js';

@Tag('preferences', 'What a person wishes to be told, where, and in which language')
@Controller('preferences')
@Allow('rider', 'driver')
export class PreferencesController {
  constructor(private readonly work: UnitOfWork) {}

  @Get()
  @Operation({
    id: 'getPreferences',
    summary: 'Your language, and where you are told which messages',
    answers: { 200: { description: 'of every kind', body: ShownPreferences, example: shown(USUAL) } },
  })
  async show(@Caller() { sub }: Caller) {
    return shown(await preferencesOf(this.work, sub));
  }

  @Put()
  @Operation({
    id: 'changePreferences',
    summary: 'Change your language, and where you are told which messages',
    description:
      'What is left out stays as it is, so that two devices that change different things don’t undo each other’s. ' +
      'It counts for messages that come from then on: a kind that is off in both channels is not told at all.',
    answers: { 200: { description: 'all of them, as they are now', body: ShownPreferences, example: shown(USUAL) } },
    refuses: [preferenceRejections.message_kind_required],
  })
  async change(@Caller() { sub, cause }: Caller, @Body({ schema: Wish }) wish: Wish) {
    return shown(await change(this.work, cause, sub, wish));
  }
}

function shown(preferences: Preferences): ShownPreferences {
  const kinds = MESSAGE_KINDS.map((kind) => [kind, { ...channelsFor(preferences, kind), required: isRequired(kind) }]);
  return { language: preferences.language, kinds: Object.fromEntries(kinds) as ShownPreferences['kinds'] };
}
