import { z } from 'zod';

/** It goes into the log, where free text could name people and places. */
export const Reason = z
  .string()
  .regex(/^[a-z][a-z_]{0,39}$/, 'is one word of small letters and _, such as too_far')
  .optional();
