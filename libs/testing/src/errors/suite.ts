import type { Type } from '@nestjs/common';
import type { Service } from '@ride/events';
import { codesOf, keptText, type Document } from '@ride/http';
import { serviceUnderTest, type ServiceUnderTest } from '../service-under-test.js';
import { deadLetterProvocations, type Heard } from './dead-letters.js';
import { edgeProvocations } from './edge.js';
import type { Provocations } from './provocation.js';
import { notStarted, restartProvocations } from './restart.js';

/** Codes that say when to come again. */
const MENDING = ['key_blocked', 'request_in_flight', 'temporarily_unavailable', 'too_many_requests'];

interface Suite {
  readonly service: Service;
  readonly load: () => Promise<Type>;
  readonly env?: Readonly<Record<string, string>>;
  /** Absent: it has no dead letters. */
  readonly heard?: Heard;
  /** Of the service's own codes. */
  readonly own: Provocations;
}

/** Every code that the service's document lists, provoked through HTTP. */
export function describeErrors({ service: name, load, env = {}, heard, own }: Suite): void {
  const provocations: Provocations = {
    ...own,
    ...(heard && deadLetterProvocations(heard)),
    ...edgeProvocations,
    ...notStarted,
    ...(heard && restartProvocations),
  };
  const codes = codesOf(JSON.parse(keptText(name) ?? '{}') as Document);
  const order = Object.keys(provocations);
  const provoked = codes.filter(({ code }) => code in provocations);

  describe(`the codes of ${name}`, () => {
    let service: ServiceUnderTest;
    beforeAll(async () => {
      service = await serviceUnderTest(load, name, {
        env: { RIDE_DEAD_LETTER_EDIT: 'allow', RIDE_LIMIT_PERSON: '300', ...env },
      });
    });
    afterAll(() => service.stop());

    it('are all provoked here, and no others', () => {
      expect(order.toSorted()).toEqual(codes.map(({ code }) => code));
    });
    it.each(provoked.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)))(
      '$code',
      async ({ code, status }) => {
        const answer = await provocations[code]!(service);
        expect(answer).toMatchObject({ status, body: { status, code, detail: expect.any(String) } });
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
        if (MENDING.includes(code)) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      },
    );
  });
}
