import { count, decimal, optional, record, text } from '../fields/kinds.js';

/** How to reach a person. */
export const contact = record({ email: optional(text), phone: optional(text) });
/** Of 1 to 5 stars; the average is 0 while nobody has rated. */
export const rating = record({ average: decimal('stars'), count });
