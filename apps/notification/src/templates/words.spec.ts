import type { Content, MessageKind } from '../who-is-told.js';
import { en } from './en.js';
import { formats } from './formats.js';
import { LANGUAGES, MESSAGE_KINDS, textOf, type Language, type Words } from './words.js';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const trip = { fare: usd(123_450), distanceMetres: 5040, durationSeconds: 905 };

type All = { readonly [K in MessageKind]: readonly Content<K>[] };
/** Every case of every kind. */
const all: All = {
  driver_on_the_way: [241, 60, 0].map((pickupEtaSeconds) => ({
    kind: 'driver_on_the_way',
    ...{ pickupEtaSeconds, fare: usd(1250) },
  })),
  ride_is_yours: [241, 60].map((pickupEtaSeconds) => ({
    kind: 'ride_is_yours',
    ...{ pickupEtaSeconds, fare: usd(1250) },
  })),
  driver_arrived: [{ kind: 'driver_arrived' }],
  receipt: [{ kind: 'receipt', ...trip }],
  earnings: [{ kind: 'earnings', ...trip, durationSeconds: 65 }],
  ride_cancelled: [
    { kind: 'ride_cancelled', to: 'rider', by: 'rider', fee: usd(0) },
    { kind: 'ride_cancelled', to: 'rider', by: 'no_show', fee: usd(500) },
    { kind: 'ride_cancelled', to: 'rider', by: 'operator', fee: usd(0) },
    { kind: 'ride_cancelled', to: 'driver', by: 'rider' },
    { kind: 'ride_cancelled', to: 'driver', by: 'no_show' },
    { kind: 'ride_cancelled', to: 'driver', by: 'operator' },
  ],
  ride_unfulfilled: [
    { kind: 'ride_unfulfilled', because: 'no_driver_nearby' },
    { kind: 'ride_unfulfilled', because: 'none_free' },
  ],
  searching_again: [{ kind: 'searching_again' }],
  off_the_ride: [
    { kind: 'off_the_ride', because: 'you_left' },
    { kind: 'off_the_ride', because: 'silence' },
  ],
  cancellation_refused: [
    { kind: 'cancellation_refused', because: 'rider_aboard' },
    { kind: 'cancellation_refused', because: 'ride_ended' },
    { kind: 'cancellation_refused', because: 'other' },
  ],
};
const everyContent = Object.values(all).flat() as readonly Content[];
/** With plain spaces, where the language has others in its numbers. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const texts = (language: Language, kind: MessageKind) =>
  (all[kind] as readonly Content[]).map((content) => plain(textOf(language, content)));

describe('English', () => {
  it('has amounts, distances and times as its readers write them', () => {
    expect(texts('en', 'receipt')).toEqual([
      'Thank you for riding with us. You pay $1,234.50 for 5.0 km in 15 minutes.',
    ]);
    expect(texts('en', 'ride_cancelled')[1]).toContain('The fee is $5.00.');
    expect(texts('en', 'ride_cancelled')[0]).toContain('You pay nothing.');
  });

  it('has a singular and a plural, and never says that it takes no time', () => {
    const fare = 'The fare is $12.50.';
    expect(texts('en', 'driver_on_the_way')).toEqual([
      `Your driver is on the way and comes in about 4 minutes. ${fare}`,
      `Your driver is on the way and comes in about 1 minute. ${fare}`,
      `Your driver is on the way and comes in about 1 minute. ${fare}`,
    ]);
    expect(texts('en', 'ride_is_yours')).toEqual([
      `The ride is yours: the pickup is about 4 minutes away. ${fare}`,
      `The ride is yours: the pickup is about 1 minute away. ${fare}`,
    ]);
    expect(texts('en', 'earnings')).toEqual(['The ride is complete: $1,234.50 for 5.0 km in 1 minute.']);
  });
});

describe('Spanish', () => {
  it('has amounts, distances and times as its readers write them', () => {
    expect(texts('es', 'receipt')).toEqual([
      'Gracias por viajar con nosotros. Pagas 1234,50 US$ por 5,0 km en 15 minutos.',
    ]);
    expect(texts('es', 'ride_cancelled')[1]).toContain('El cargo es de 5,00 US$.');
    expect(texts('es', 'ride_cancelled')[0]).toContain('No pagas nada.');
  });

  it('has a singular and a plural, and never says that it takes no time', () => {
    const fare = 'La tarifa es de 12,50 US$.';
    expect(texts('es', 'driver_on_the_way')).toEqual([
      `Tu conductor va en camino y llega en 4 minutos aproximadamente. ${fare}`,
      `Tu conductor va en camino y llega en 1 minuto aproximadamente. ${fare}`,
      `Tu conductor va en camino y llega en 1 minuto aproximadamente. ${fare}`,
    ]);
    expect(texts('es', 'ride_is_yours')).toEqual([
      `El viaje es tuyo: la recogida está a 4 minutos aproximadamente. ${fare}`,
      `El viaje es tuyo: la recogida está a 1 minuto aproximadamente. ${fare}`,
    ]);
    expect(texts('es', 'earnings')).toEqual(['El viaje ha terminado: 1234,50 US$ por 5,0 km en 1 minuto.']);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('every case of a kind has words of its own', () => {
    const said = everyContent.filter(({ kind }) => kind !== 'driver_on_the_way').map((c) => textOf(language, c));
    expect(new Set(said).size).toBe(said.length);
    expect(said.join()).not.toMatch(/undefined|NaN|\[object/);
  });

  it('no text is another language’s', () => {
    for (const other of LANGUAGES.filter((name) => name !== language))
      for (const content of everyContent) expect(textOf(language, content)).not.toBe(textOf(other, content));
  });
});

it('a language that lacks the words of a kind doesn’t compile', () => {
  const { receipt: _, ...lacking } = en;
  // @ts-expect-error -- the words of a receipt
  const words: Words = lacking;
  expect(words).not.toHaveProperty('receipt');
});

it('every kind is known by name', () => {
  expect([...MESSAGE_KINDS].sort()).toEqual(Object.keys(all).sort());
});

it('money is written as its currency has it', () => {
  const [en, es] = [formats('en'), formats('es')];
  expect(en.money({ minor: 900, currency: 'JPY' })).toBe('¥900');
  expect(plain(es.money({ minor: 900, currency: 'JPY' }))).toBe('900 JPY');
  expect(plain(en.money({ minor: 1500, currency: 'KWD' }))).toBe('KWD 1.500');
  expect(plain(es.money({ minor: 1500, currency: 'KWD' }))).toBe('1,500 KWD');
});
