import type { Content, MessageKind } from '../who-is-told.js';
import { en } from './en.js';
import { es } from './es.js';

/** A language: the words of every kind of message. */
export type Words = { readonly [K in MessageKind]: (content: Content<K>) => string };

const WORDS = { en, es } as const satisfies Readonly<Record<string, Words>>;

export type Language = keyof typeof WORDS;
export const LANGUAGES = Object.keys(WORDS) as readonly Language[];
export const MESSAGE_KINDS = Object.keys(en) as readonly MessageKind[];

/** A message as somebody reads it who reads this language. */
export function textOf<K extends MessageKind>(language: Language, content: Content<K>): string {
  const words: Words = WORDS[language];
  return words[content.kind](content);
}
