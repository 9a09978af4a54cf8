import type { Answer, ServiceUnderTest } from '../service-under-test.js';

/** Brings a service to answer with one code, through HTTP. */
export type Provocation = (service: ServiceUnderTest) => Promise<Answer>;
/** By the code. */
export type Provocations = Readonly<Record<string, Provocation>>;
