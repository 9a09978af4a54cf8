import { LiveUpdates } from '@ride/http';

/** For what a class asks for and the world never uses: touching it fails. */
export const NOTHING = undefined as never;

/** It says by the Tx; the stream to a person's screen is not modelled, the rows that it is fed from are. */
export const live = new LiveUpdates('rider', NOTHING);
