/** Made by `npm run docs` from the service’s OpenAPI document. */
export interface paths {
    readonly "/day": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your shift, the present offer and ride, and the day’s earnings */
        readonly get: operations["getDay"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Those that a filter finds, the newest first */
        readonly get: operations["listDeadLetters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One of them decoded, with its history and what operators did */
        readonly get: operations["getDeadLetter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/{id}/edit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** An edited copy goes to the handler in its place; the original is kept as discarded */
        readonly post: operations["editDeadLetter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/discard": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Given up for good, with a reason; keys that they hold go on */
        readonly post: operations["discardDeadLetters"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/groups": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How many failed in the same way, the most first */
        readonly get: operations["countDeadLetters"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Their keys go on without them; they stay */
        readonly post: operations["releaseDeadLetters"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/repairs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** All repairs, the latest first */
        readonly get: operations["listRepairs"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/repairs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far a repair is, and what has become of its facts since */
        readonly get: operations["getRepair"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/repairs/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Ends a running repair; what it has done stays done */
        readonly post: operations["cancelRepair"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/dead-letters/replay": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Back to their handlers, in the order of their keys */
        readonly post: operations["replayDeadLetters"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Your events: each once and in order, as they happen
         * @description Server-sent events. Those with an id are kept for a day: take the stream up where it broke off by `Last-Event-ID`. Those without pass, and are not repeated.
         */
        readonly get: operations["streamEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/live": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Liveness: 503 when it should be restarted, and only when that can help */
        readonly get: operations["getLiveness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Readiness: can it do its work now? If not, what keeps it from it
         * @description Codes of troubles: starting, draining, database_unreachable, migrations_missing, broker_unreachable, broker_refuses, topic_missing, consumer_not_joined, consumer_silent, waits_in_place, parking_impossible, unit_stuck, partition_stuck, relay_failing, relay_stuck, producer_failing, sweep_failing, redis_unreachable.
         */
        readonly get: operations["getReadiness"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/health/started": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Startup: has it migrated its database and joined its groups? Once it has, this stays 200 */
        readonly get: operations["getStartup"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/offers/{offerId}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say yes to an offer
         * @description Whether it counts is told by GET /events. Again: the same answer.
         */
        readonly post: operations["acceptOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/offers/{offerId}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say no to an offer */
        readonly post: operations["declineOffer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operations/delivery": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether facts are stuck on their way out or in */
        readonly get: operations["getDelivery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operations/outcomes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** How rides have ended, as this service knows it */
        readonly post: operations["listRideOutcomes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/operations/rides/{rideId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How a ride has ended, as this service knows it */
        readonly get: operations["getRideOutcome"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/positions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Says where you were, in the order of the times
         * @description Each point is looked at by itself: what can’t be used is dropped and named, the others are taken. A clock that is ahead by up to 5 s is taken for now. The same batch again does no harm: its points are known then.
         */
        readonly post: operations["reportPositions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/profile": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Your profile */
        readonly get: operations["getProfile"];
        /** Say who you are, for the first time or anew */
        readonly put: operations["changeProfile"];
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The rides that you were booked for, the last first */
        readonly get: operations["listRides"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A ride that you were offered */
        readonly get: operations["getRide"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}/arrival": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that you are at the pickup */
        readonly post: operations["reportArrival"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}/cancellation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Wish to leave the ride before the pickup
         * @description Whether it was in time is told by GET /events.
         */
        readonly post: operations["cancelRide"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}/dropoff": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say that the rider was set down
         * @description What the ride costs is told by GET /events.
         */
        readonly post: operations["dropOffRider"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}/no-show": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that the rider did not come within the waiting time */
        readonly post: operations["reportNoShow"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}/pickup": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Say that the rider is aboard, by the PIN that they told you */
        readonly post: operations["pickUpRider"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/rides/{rideId}/rating": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** What you said of the rider */
        readonly get: operations["getRating"];
        readonly put?: never;
        /**
         * Say what you think of the rider of a completed ride
         * @description Once. The comment stays with us; the rider, and everybody else, learns the stars only.
         */
        readonly post: operations["rateRider"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/shift": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How your shift stands */
        readonly get: operations["getShift"];
        /** Go on duty, or say that you are still here */
        readonly put: operations["goOnDuty"];
        readonly post?: never;
        /** Go off duty */
        readonly delete: operations["goOffDuty"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Arrival: {
            readonly location: components["schemas"]["Place"];
        };
        /** @description you are off the ride */
        readonly BookingCancelled: {
            /** @enum {string} */
            readonly by: "driver" | "silence" | "unknown";
            readonly offerId: components["schemas"]["Id"];
            readonly rideId: components["schemas"]["Id"];
        };
        /** @description your acceptance counts: drive to the pickup */
        readonly BookingCreated: {
            readonly dropoff?: components["schemas"]["Place"];
            readonly fare: components["schemas"]["Money"];
            readonly fareEstimate?: components["schemas"]["Money"];
            readonly offerId: components["schemas"]["Id"];
            readonly pickup?: components["schemas"]["Place"];
            readonly pickupEtaSeconds: number;
            readonly rideId: components["schemas"]["Id"];
        };
        /** @description the ride goes on */
        readonly CancellationRefused: {
            /** @enum {string} */
            readonly reason: "rider_aboard" | "ride_ended" | "not_your_ride" | "unknown";
            readonly rideId: components["schemas"]["Id"];
        };
        /**
         * @example {
         *       "date": "2026-11-25",
         *       "timeZone": "America/New_York",
         *       "shift": {
         *         "status": "off_duty"
         *       },
         *       "earnings": [
         *         {
         *           "currency": "USD",
         *           "rides": 7,
         *           "fares": 14020,
         *           "fees": 500,
         *           "total": 14520
         *         }
         *       ]
         *     }
         */
        readonly Day: {
            /**
             * Format: date
             * @description of the earnings
             */
            readonly date: string;
            /** @description of the date, by currency, in minor units; rides: how many were completed */
            readonly earnings: readonly {
                readonly currency: string;
                readonly fares: number;
                readonly fees: number;
                readonly rides: number;
                readonly total: number;
            }[];
            /** @description the one to answer, or whose answer is awaited */
            readonly offer?: components["schemas"]["Ride"];
            /** @description the one that you are on */
            readonly ride?: components["schemas"]["Ride"];
            readonly shift: components["schemas"]["Shift"];
            /** @description in which that day is (IANA) */
            readonly timeZone: string;
        };
        /**
         * @example {
         *       "id": "42",
         *       "status": "dead",
         *       "subscription": "booking",
         *       "handler": "BookingHandlers.accept",
         *       "fact": "RideAccepted",
         *       "topic": "rides.v1",
         *       "partition": 7,
         *       "offset": "118",
         *       "key": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
         *       "eventId": "01a21044-9a01-7d02-8c11-6a0f5d1e2b3c",
         *       "eventTime": "2026-11-25T04:12:08.120Z",
         *       "attempts": 5,
         *       "code": "handler_failed",
         *       "error": "TypeError: Cannot read properties of undefined (reading 'fare')",
         *       "failedAt": "2026-11-25T04:12:08.164Z",
         *       "lastFailedAt": "2026-11-25T04:17:51.002Z",
         *       "diedAt": "2026-11-25T04:17:51.002Z",
         *       "keyIs": "held",
         *       "overtakenBy": 0,
         *       "value": {
         *         "json": {
         *           "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
         *           "offerId": "…",
         *           "driverId": "…"
         *         }
         *       },
         *       "headers": [
         *         {
         *           "name": "ce_id",
         *           "value": "01a21044-9a01-7d02-8c11-6a0f5d1e2b3c"
         *         }
         *       ],
         *       "history": [
         *         {
         *           "attempt": 5,
         *           "at": "2026-11-25T04:17:51.002Z",
         *           "code": "handler_failed",
         *           "error": "TypeError: Cannot read properties of undefined (reading 'fare')"
         *         }
         *       ],
         *       "lastOvertakenAt": null,
         *       "waitingBehind": 3,
         *       "deadBefore": 0,
         *       "inPlaceOf": null,
         *       "repairs": []
         *     }
         */
        readonly DeadLetter: {
            /** @description failed ones */
            readonly attempts: number;
            /** @description what kind of failure */
            readonly code: string;
            /** @description dead ones that stand before it */
            readonly deadBefore: number;
            readonly diedAt: components["schemas"]["Time"] | null;
            readonly error: string | null;
            readonly eventId: string;
            readonly eventTime: components["schemas"]["Time"];
            /** @description empty when the record names none */
            readonly fact: string;
            readonly failedAt: components["schemas"]["Time"];
            readonly handler: string;
            readonly headers: readonly {
                readonly name: string;
                readonly value: string;
            }[];
            readonly history: readonly {
                readonly at: components["schemas"]["Time"];
                readonly attempt?: number;
                readonly code: string;
                readonly error: string | null;
                readonly who?: string;
            }[];
            /** @description its number in this service */
            readonly id: string;
            /** @description of an edited copy: at whose place it stands */
            readonly inPlaceOf: string | null;
            /** @description as text; other bytes as 0x… */
            readonly key: string;
            /**
             * @description open: its later facts go on without it
             * @enum {string}
             */
            readonly keyIs: "held" | "waiting" | "open";
            readonly lastFailedAt: components["schemas"]["Time"];
            readonly lastOvertakenAt: components["schemas"]["Time"] | null;
            readonly offset: string;
            /** @description facts of its key that have been handled since the key was released */
            readonly overtakenBy: number;
            readonly partition: number;
            readonly repairs: readonly {
                readonly at: components["schemas"]["Time"];
                /** @description the edited copy */
                readonly became: string | null;
                readonly doneAt: components["schemas"]["Time"] | null;
                readonly kind: string;
                /** @description null: its turn has not come */
                readonly outcome: string | null;
                readonly reason: string | null;
                readonly repair: components["schemas"]["Id"];
                readonly who: string;
            }[];
            /** @enum {string} */
            readonly status: "waiting" | "dead" | "replayed" | "discarded";
            /** @description the service, or <service>.<effect> */
            readonly subscription: string;
            /** @description where it came from */
            readonly topic: string;
            /** @description decoded, or its bytes and why they can’t be read */
            readonly value: {
                readonly json: unknown;
            } | {
                readonly hex: string;
                readonly reason: string;
            } | {
                /** @constant */
                readonly absent: true;
            };
            /** @description facts of its key that wait behind it */
            readonly waitingBehind: number;
        };
        readonly DeadLetterGroup: {
            readonly code: string;
            readonly count: number;
            /** @description of the newest */
            readonly error: string | null;
            readonly fact: string;
            readonly first: components["schemas"]["Time"];
            readonly handler: string;
            readonly keys: number;
            readonly last: components["schemas"]["Time"];
            readonly newest: string;
            readonly subscription: string;
        };
        /**
         * @example {
         *       "letters": [
         *         {
         *           "id": "42",
         *           "status": "dead",
         *           "subscription": "booking",
         *           "handler": "BookingHandlers.accept",
         *           "fact": "RideAccepted",
         *           "topic": "rides.v1",
         *           "partition": 7,
         *           "offset": "118",
         *           "key": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
         *           "eventId": "01a21044-9a01-7d02-8c11-6a0f5d1e2b3c",
         *           "eventTime": "2026-11-25T04:12:08.120Z",
         *           "attempts": 5,
         *           "code": "handler_failed",
         *           "error": "TypeError: Cannot read properties of undefined (reading 'fare')",
         *           "failedAt": "2026-11-25T04:12:08.164Z",
         *           "lastFailedAt": "2026-11-25T04:17:51.002Z",
         *           "diedAt": "2026-11-25T04:17:51.002Z",
         *           "keyIs": "held",
         *           "overtakenBy": 0
         *         }
         *       ],
         *       "next": "42"
         *     }
         */
        readonly DeadLetterList: {
            readonly letters: readonly components["schemas"]["DeadLetterSummary"][];
            /** @description `before` of the next page; null on the last */
            readonly next: string | null;
        };
        readonly DeadLetterSummary: {
            /** @description failed ones */
            readonly attempts: number;
            /** @description what kind of failure */
            readonly code: string;
            readonly diedAt: components["schemas"]["Time"] | null;
            readonly error: string | null;
            readonly eventId: string;
            readonly eventTime: components["schemas"]["Time"];
            /** @description empty when the record names none */
            readonly fact: string;
            readonly failedAt: components["schemas"]["Time"];
            readonly handler: string;
            /** @description its number in this service */
            readonly id: string;
            /** @description as text; other bytes as 0x… */
            readonly key: string;
            /**
             * @description open: its later facts go on without it
             * @enum {string}
             */
            readonly keyIs: "held" | "waiting" | "open";
            readonly lastFailedAt: components["schemas"]["Time"];
            readonly offset: string;
            /** @description facts of its key that have been handled since the key was released */
            readonly overtakenBy: number;
            readonly partition: number;
            /** @enum {string} */
            readonly status: "waiting" | "dead" | "replayed" | "discarded";
            /** @description the service, or <service>.<effect> */
            readonly subscription: string;
            /** @description where it came from */
            readonly topic: string;
        };
        /** @description counts of facts */
        readonly Delivery: {
            /** @description given up on: see /dead-letters */
            readonly dead: number;
            /** @description to be sent */
            readonly outbox: number;
            /** @description refused by the broker for good */
            readonly refused: number;
            /** @description to be tried again */
            readonly waiting: number;
        };
        /**
         * @example {
         *       "driverId": "0c412bd9-2f43-4d3a-8a53-0d5e64f1a001",
         *       "name": "Ada",
         *       "vehicle": "Blue Prius",
         *       "plate": "R1 DE",
         *       "vehicleClass": "standard",
         *       "rating": {
         *         "average": 4.9,
         *         "count": 120
         *       }
         *     }
         */
        readonly DriverProfile: {
            readonly driverId: components["schemas"]["Id"];
            readonly email?: string;
            readonly name: string;
            readonly phone?: string;
            readonly plate: string;
            readonly rating: {
                readonly average: number;
                readonly count: number;
            };
            readonly vehicle: string;
            /** @enum {string} */
            readonly vehicleClass: "standard" | "xl" | "accessible" | "unknown";
        };
        /**
         * @example {
         *       "name": "Ada",
         *       "vehicle": "Blue Prius",
         *       "plate": "R1 DE",
         *       "vehicleClass": "standard"
         *     }
         */
        readonly DriverProfileChange: {
            /** Format: email */
            readonly email?: string;
            readonly name: string;
            readonly phone?: string;
            readonly plate: string;
            readonly vehicle: string;
            /** @default standard */
            readonly vehicleClass: components["schemas"]["VehicleClass"];
        };
        /** @description metres and seconds as metered; they are rounded to whole ones */
        readonly Dropoff: {
            readonly distanceMetres: number;
            readonly durationSeconds: number;
            readonly location: components["schemas"]["Place"];
        };
        readonly DroppedPoint: {
            /**
             * @description `invalid_point`: It has no place, or something in it is out of its range: leave it out. `too_late`: It is older than positions count: forget it, and set the clock if it was new. `in_the_future`: It is more than 5 s ahead of our clock: set the clock. `out_of_order`: A point at least as new is known already, from this batch or from before: forget it. `outside_service_areas`: It lies outside all service areas: send the next one from inside.
             * @enum {string}
             */
            readonly code: "invalid_point" | "too_late" | "in_the_future" | "out_of_order" | "outside_service_areas";
            /** @description of the point in the batch, from 0 */
            readonly index: number;
        };
        readonly Health: {
            /** @description counts, and ages in milliseconds, by the name of the part */
            readonly figures: {
                readonly [key: string]: {
                    readonly [key: string]: number | null;
                };
            };
            /** @constant */
            readonly status: "up";
            readonly troubles: readonly components["schemas"]["Trouble"][];
        };
        /**
         * Format: uuid
         * @example 01a21044-98be-71cf-a7d5-4bb8552fbabf
         */
        readonly Id: string;
        /** @description the data of the events of GET /events, by their type */
        readonly LiveEvents: {
            readonly "booking.cancelled": components["schemas"]["BookingCancelled"];
            readonly "booking.created": components["schemas"]["BookingCreated"];
            readonly "cancellation.refused": components["schemas"]["CancellationRefused"];
            readonly "offer.expired": components["schemas"]["OfferExpired"];
            readonly "offer.made": components["schemas"]["OfferMade"];
            readonly "offer.refused": components["schemas"]["OfferRefused"];
            readonly "offer.withdrawn": components["schemas"]["OfferWithdrawn"];
            readonly "ride.ended": components["schemas"]["RideEnded"];
            readonly "shift.ended": components["schemas"]["ShiftEnded"];
        };
        /**
         * @example {
         *       "minor": 1240,
         *       "currency": "USD"
         *     }
         */
        readonly Money: {
            /** @description ISO 4217 */
            readonly currency: string;
            /** @description in the currency’s minor unit: cents of USD */
            readonly minor: number;
        };
        /**
         * @example {
         *       "reason": "too_far"
         *     }
         */
        readonly OfferDecline: {
            readonly reason?: string;
        };
        readonly OfferExpired: {
            readonly offerId: components["schemas"]["Id"];
            readonly rideId: components["schemas"]["Id"];
        };
        readonly OfferMade: {
            readonly dropoff: components["schemas"]["Place"];
            /** @description for display */
            readonly expiresAt: components["schemas"]["Time"];
            readonly fareEstimate: components["schemas"]["Money"];
            readonly offerId: components["schemas"]["Id"];
            readonly pickup: components["schemas"]["Place"];
            readonly pickupEtaSeconds: number;
            readonly rideId: components["schemas"]["Id"];
        };
        /** @description your acceptance does not count */
        readonly OfferRefused: {
            readonly offerId: components["schemas"]["Id"];
            /** @enum {string} */
            readonly reason: "already_booked" | "offer_expired" | "offer_withdrawn" | "ride_ended" | "driver_busy" | "unknown";
            readonly rideId: components["schemas"]["Id"];
        };
        readonly OfferWithdrawn: {
            readonly offerId: components["schemas"]["Id"];
            readonly rideId: components["schemas"]["Id"];
        };
        readonly OutcomesAsked: {
            readonly rideIds: readonly components["schemas"]["Id"][];
        };
        /**
         * @example {
         *       "pin": "0427"
         *     }
         */
        readonly Pickup: {
            readonly pin: string;
        };
        /**
         * @description WGS 84, degrees
         * @example {
         *       "lat": 40.758,
         *       "lng": -73.9855
         *     }
         */
        readonly Place: {
            readonly lat: number;
            readonly lng: number;
        };
        /**
         * @example {
         *       "lat": 40.758,
         *       "lng": -73.9855,
         *       "heading": 90,
         *       "time": "2026-11-25T04:12:08.120Z"
         *     }
         */
        readonly Point: {
            /** @description radius in metres within which the driver most likely is */
            readonly accuracy?: number | null;
            /** @description degrees clockwise from north, 0 to 360 */
            readonly heading?: number | null;
            /** @description WGS 84, degrees, −90 to 90 */
            readonly lat: number | null;
            /** @description WGS 84, degrees, −180 to 180 */
            readonly lng: number | null;
            /** @description metres per second, 0 to 150 */
            readonly speed?: number | null;
            /** @description when the driver was there, ISO 8601 with the offset from UTC; without it: now */
            readonly time?: string | null;
        };
        readonly Problem: {
            /**
             * @description what it is: it stays
             * @enum {string}
             */
            readonly code: "already_over" | "already_rated" | "dead_letter_not_found" | "edit_not_allowed" | "fact_unknown" | "forbidden" | "idempotency_key_missing" | "idempotency_key_reused" | "internal_error" | "invalid_cursor" | "invalid_fact" | "invalid_request" | "key_blocked" | "key_changed" | "key_in_use" | "malformed_request" | "method_not_allowed" | "needs_restart" | "not_aboard" | "not_arrived" | "not_completed" | "not_dead" | "not_ready" | "not_started" | "not_your_ride" | "off_duty" | "offer_accepted" | "offer_is_over" | "offer_not_found" | "on_a_ride" | "outside_service_areas" | "overtaken" | "pin_paused" | "profile_not_found" | "rating_not_found" | "rating_too_late" | "repair_not_found" | "request_in_flight" | "ride_not_found" | "rider_aboard" | "still_waiting" | "temporarily_unavailable" | "too_large" | "unauthenticated" | "unknown_route" | "unsupported_media_type" | "wrong_pin";
            /** @description the answer’s x-correlation-id, under which we find it */
            readonly correlationId: components["schemas"]["Id"];
            /** @description what to do, for people to read; it may change */
            readonly detail: string;
            /** @description where the request is wrong, and what is wrong there */
            readonly errors?: readonly {
                readonly message: string;
                readonly path: string;
            }[];
            readonly status: number;
            /** @description what the status says */
            readonly title: string;
            /** @description a URN that ends with the code */
            readonly type: string;
        };
        readonly Rating: {
            readonly comment?: string;
            readonly rideId: components["schemas"]["Id"];
            readonly stars: number;
        };
        /**
         * @example {
         *       "id": "01a21050-0000-7000-8000-000000000001",
         *       "kind": "replay",
         *       "filter": {
         *         "filter": {
         *           "code": "handler_failed"
         *         }
         *       },
         *       "reason": "mended by release 12",
         *       "who": "0c412bd9-2f43-4d3a-8a53-0d5e64f1a001",
         *       "at": "2026-11-25T05:00:00.000Z",
         *       "rate": 200,
         *       "limit": null,
         *       "acceptOvertaken": false,
         *       "status": "running",
         *       "cancelledBy": null,
         *       "finishedAt": null,
         *       "trouble": null,
         *       "total": 10000,
         *       "done": 2400,
         *       "outcomes": {
         *         "put_back": 2400
         *       },
         *       "since": {
         *         "handled": 2381,
         *         "waiting": 19,
         *         "deadAgain": 0
         *       }
         *     }
         */
        readonly Repair: {
            readonly acceptOvertaken: boolean;
            readonly at: components["schemas"]["Time"];
            readonly cancelledBy: string | null;
            /** @description how many of them it has dealt with */
            readonly done: number;
            /** @description what it is about, as it was asked for */
            readonly filter: unknown;
            readonly finishedAt: components["schemas"]["Time"] | null;
            readonly id: components["schemas"]["Id"];
            /** @enum {string} */
            readonly kind: "replay" | "discard" | "release" | "edit";
            readonly limit: number | null;
            /** @description steps by what became of them */
            readonly outcomes: {
                readonly [key: string]: number;
            };
            /** @description facts per second */
            readonly rate: number | null;
            readonly reason: string | null;
            /** @description of those put back: handled meanwhile, still in their queues, dead again */
            readonly since: {
                readonly deadAgain: number;
                readonly handled: number;
                readonly waiting: number;
            };
            /** @enum {string} */
            readonly status: "running" | "done" | "cancelled";
            /** @description facts that it is about */
            readonly total: number;
            /** @description why its steps could not be done at the last try */
            readonly trouble: string | null;
            /** @description the operator */
            readonly who: string;
        };
        /**
         * @example {
         *       "repairs": [
         *         {
         *           "id": "01a21050-0000-7000-8000-000000000001",
         *           "kind": "replay",
         *           "filter": {
         *             "filter": {
         *               "code": "handler_failed"
         *             }
         *           },
         *           "reason": "mended by release 12",
         *           "who": "0c412bd9-2f43-4d3a-8a53-0d5e64f1a001",
         *           "at": "2026-11-25T05:00:00.000Z",
         *           "rate": 200,
         *           "limit": null,
         *           "acceptOvertaken": false,
         *           "status": "running",
         *           "cancelledBy": null,
         *           "finishedAt": null,
         *           "trouble": null,
         *           "total": 10000,
         *           "done": 2400,
         *           "outcomes": {
         *             "put_back": 2400
         *           },
         *           "since": {
         *             "handled": 2381,
         *             "waiting": 19,
         *             "deadAgain": 0
         *           }
         *         }
         *       ],
         *       "next": null
         *     }
         */
        readonly RepairList: {
            /** @description `before` of the next page; null on the last */
            readonly next: string | null;
            readonly repairs: readonly components["schemas"]["Repair"][];
        };
        /**
         * @example {
         *       "total": 10000,
         *       "keys": 500,
         *       "ids": [
         *         "42",
         *         "43"
         *       ],
         *       "through": "booking.retry.v1",
         *       "ways": [
         *         {
         *           "subscription": "booking",
         *           "handler": "BookingHandlers.accept",
         *           "fact": "RideAccepted",
         *           "topic": "rides.v1",
         *           "count": 10000,
         *           "keys": 500
         *         }
         *       ],
         *       "warnings": [
         *         {
         *           "code": "others_wait_behind",
         *           "keys": 12,
         *           "facts": 31
         *         }
         *       ]
         *     }
         */
        readonly RepairPlan: {
            /** @description the first ones, in the order in which they would go */
            readonly ids: readonly string[];
            readonly keys: number;
            /** @description the topic that carries what is put back */
            readonly through: string;
            readonly total: number;
            readonly warnings: readonly {
                /** @enum {string} */
                readonly code: "overtaken" | "earlier_left_out" | "held_by_another" | "others_wait_behind" | "in_another_repair";
                readonly facts: number;
                readonly keys: number;
            }[];
            readonly ways: readonly {
                readonly count: number;
                readonly fact: string;
                readonly handler: string;
                readonly keys: number;
                readonly subscription: string;
                readonly topic: string;
            }[];
        };
        /**
         * @example {
         *       "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
         *       "offerId": "01a21044-9a01-7d02-8c11-6a0f5d1e2b3c",
         *       "status": "booked",
         *       "pickup": {
         *         "lat": 40.758,
         *         "lng": -73.9855
         *       },
         *       "dropoff": {
         *         "lat": 40.7061,
         *         "lng": -74.0087
         *       },
         *       "fareEstimate": {
         *         "minor": 2310,
         *         "currency": "USD"
         *       },
         *       "pickupEtaSeconds": 240,
         *       "fare": {
         *         "minor": 2310,
         *         "currency": "USD"
         *       }
         *     }
         */
        readonly Ride: {
            readonly dropoff?: components["schemas"]["Place"];
            readonly endedAt?: components["schemas"]["Time"];
            /** @description until when the offer can be answered, for display */
            readonly expiresAt?: components["schemas"]["Time"];
            /** @description from the booking on */
            readonly fare?: components["schemas"]["Money"];
            readonly fareEstimate?: components["schemas"]["Money"];
            /** @description of a cancelled ride */
            readonly fee?: components["schemas"]["Money"];
            readonly offerId: components["schemas"]["Id"];
            readonly pickup?: components["schemas"]["Place"];
            /** @description as it was for the offer */
            readonly pickupEtaSeconds: number;
            /** @description the stars that you gave the rider */
            readonly rated?: number;
            readonly rideId: components["schemas"]["Id"];
            readonly status: components["schemas"]["RideStatus"];
        };
        /**
         * @example {
         *       "reason": "flat_tyre"
         *     }
         */
        readonly RideCancellation: {
            readonly reason?: string;
        };
        readonly RideEnded: {
            /**
             * @description who cancelled it
             * @enum {string}
             */
            readonly by?: "rider" | "no_show" | "operator" | "unknown";
            /** @description of a completed ride */
            readonly fare?: components["schemas"]["Money"];
            /** @description of a cancelled ride */
            readonly fee?: components["schemas"]["Money"];
            /** @enum {string} */
            readonly outcome: "completed" | "cancelled";
            readonly rideId: components["schemas"]["Id"];
        };
        readonly RideList: {
            /** @description the `cursor` of the next page; absent on the last */
            readonly next?: string;
            readonly rides: readonly components["schemas"]["Ride"][];
        };
        readonly RideOutcome: {
            /** @description how often the service heard of an end: once */
            readonly endings: number;
            /** @description null: it goes on */
            readonly outcome: ("completed" | "cancelled" | "unfulfilled") | null;
            readonly rideId: components["schemas"]["Id"];
        };
        /**
         * @description up to the booking how the driver’s offer stands, from then on the ride
         * @enum {string}
         */
        readonly RideStatus: "offered" | "accepted" | "declined" | "expired" | "withdrawn" | "refused" | "booked" | "left" | "arrived" | "aboard" | "dropped_off" | "no_show" | "completed" | "cancelled" | "unfulfilled";
        /**
         * @example {
         *       "status": "available",
         *       "location": {
         *         "lat": 40.758,
         *         "lng": -73.9855
         *       },
         *       "area": "new-york",
         *       "vehicleClass": "standard"
         *     }
         */
        readonly Shift: {
            readonly area?: string;
            readonly location?: components["schemas"]["Place"];
            /** @description of a driver who is booked */
            readonly rideId?: components["schemas"]["Id"];
            /** @enum {string} */
            readonly status: "off_duty" | "available" | "booked";
            readonly vehicleClass?: components["schemas"]["VehicleClass"];
        };
        /** @description nothing was heard of you, or too many offers were left unanswered */
        readonly ShiftEnded: {
            /** @enum {string} */
            readonly reason: "silent" | "unresponsive";
        };
        /**
         * @example {
         *       "location": {
         *         "lat": 40.758,
         *         "lng": -73.9855
         *       }
         *     }
         */
        readonly ShiftStart: {
            readonly location: components["schemas"]["Place"];
            /** @description without it, the vehicle’s of the profile */
            readonly vehicleClass?: components["schemas"]["VehicleClass"];
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC
         * @example 2026-11-25T04:12:08.120Z
         */
        readonly Time: string;
        /** @description something that keeps a part of the service from its work */
        readonly Trouble: {
            /** @enum {string} */
            readonly code: "starting" | "draining" | "database_unreachable" | "migrations_missing" | "broker_unreachable" | "broker_refuses" | "topic_missing" | "consumer_not_joined" | "consumer_silent" | "waits_in_place" | "parking_impossible" | "unit_stuck" | "partition_stuck" | "relay_failing" | "relay_stuck" | "producer_failing" | "sweep_failing" | "redis_unreachable";
            readonly part: string;
            readonly since: components["schemas"]["Time"];
            readonly todo: string;
            readonly what: string;
        };
        /** @enum {string} */
        readonly VehicleClass: "standard" | "xl" | "accessible";
    };
    responses: {
        /** @description `already_over`, `not_aboard`, `not_your_ride`, `request_in_flight` */
        readonly "already_over.not_aboard.not_your_ride.request_in_flight": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "already_over" | "not_aboard" | "not_your_ride" | "request_in_flight";
                };
            };
        };
        /** @description `already_over`, `not_arrived`, `not_your_ride`, `pin_paused`, `request_in_flight`, `wrong_pin` */
        readonly "already_over.not_arrived.not_your_ride.pin_paused.request_in_flight.wrong_pin": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "already_over" | "not_arrived" | "not_your_ride" | "pin_paused" | "request_in_flight" | "wrong_pin";
                };
            };
        };
        /** @description `already_over`, `not_arrived`, `not_your_ride`, `request_in_flight`, `rider_aboard`, `still_waiting` */
        readonly "already_over.not_arrived.not_your_ride.request_in_flight.rider_aboard.still_waiting": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "already_over" | "not_arrived" | "not_your_ride" | "request_in_flight" | "rider_aboard" | "still_waiting";
                };
            };
        };
        /** @description `already_over`, `not_your_ride`, `request_in_flight` */
        readonly "already_over.not_your_ride.request_in_flight": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "already_over" | "not_your_ride" | "request_in_flight";
                };
            };
        };
        /** @description `already_over`, `not_your_ride`, `request_in_flight`, `rider_aboard` */
        readonly "already_over.not_your_ride.request_in_flight.rider_aboard": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "already_over" | "not_your_ride" | "request_in_flight" | "rider_aboard";
                };
            };
        };
        /** @description `already_rated`, `not_completed`, `not_your_ride`, `rating_too_late`, `request_in_flight` */
        readonly "already_rated.not_completed.not_your_ride.rating_too_late.request_in_flight": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "already_rated" | "not_completed" | "not_your_ride" | "rating_too_late" | "request_in_flight";
                };
            };
        };
        /** @description `dead_letter_not_found` */
        readonly dead_letter_not_found: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "dead_letter_not_found";
                };
            };
        };
        /** @description `edit_not_allowed`, `forbidden` */
        readonly "edit_not_allowed.forbidden": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "edit_not_allowed" | "forbidden";
                };
            };
        };
        /** @description `fact_unknown`, `idempotency_key_reused`, `invalid_fact`, `key_changed` */
        readonly "fact_unknown.idempotency_key_reused.invalid_fact.key_changed": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "fact_unknown" | "idempotency_key_reused" | "invalid_fact" | "key_changed";
                };
            };
        };
        /** @description `forbidden` */
        readonly forbidden: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "forbidden";
                };
            };
        };
        /** @description `idempotency_key_missing`, `invalid_request`, `malformed_request` */
        readonly "idempotency_key_missing.invalid_request.malformed_request": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "idempotency_key_missing" | "invalid_request" | "malformed_request";
                };
            };
        };
        /** @description `idempotency_key_reused` */
        readonly idempotency_key_reused: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "idempotency_key_reused";
                };
            };
        };
        /** @description `internal_error` */
        readonly internal_error: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "internal_error";
                };
            };
        };
        /** @description `invalid_cursor`, `invalid_request`, `malformed_request` */
        readonly "invalid_cursor.invalid_request.malformed_request": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "invalid_cursor" | "invalid_request" | "malformed_request";
                };
            };
        };
        /** @description `invalid_request`, `malformed_request` */
        readonly "invalid_request.malformed_request": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "invalid_request" | "malformed_request";
                };
            };
        };
        /** @description `key_blocked`, `temporarily_unavailable` */
        readonly "key_blocked.temporarily_unavailable": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "key_blocked" | "temporarily_unavailable";
                };
            };
        };
        /** @description `key_in_use`, `not_dead`, `overtaken` */
        readonly "key_in_use.not_dead.overtaken": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "key_in_use" | "not_dead" | "overtaken";
                };
            };
        };
        /** @description `method_not_allowed` */
        readonly method_not_allowed: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "method_not_allowed";
                };
            };
        };
        /** @description `needs_restart` */
        readonly needs_restart: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "needs_restart";
                } & {
                    /** @description counts, and ages in milliseconds, by the name of the part */
                    readonly figures: {
                        readonly [key: string]: {
                            readonly [key: string]: number | null;
                        };
                    };
                    readonly troubles: readonly components["schemas"]["Trouble"][];
                };
            };
        };
        /** @description `not_ready` */
        readonly not_ready: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "not_ready";
                } & {
                    /** @description counts, and ages in milliseconds, by the name of the part */
                    readonly figures: {
                        readonly [key: string]: {
                            readonly [key: string]: number | null;
                        };
                    };
                    readonly troubles: readonly components["schemas"]["Trouble"][];
                };
            };
        };
        /** @description `not_started` */
        readonly not_started: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "not_started";
                } & {
                    /** @description counts, and ages in milliseconds, by the name of the part */
                    readonly figures: {
                        readonly [key: string]: {
                            readonly [key: string]: number | null;
                        };
                    };
                    readonly troubles: readonly components["schemas"]["Trouble"][];
                };
            };
        };
        /** @description `off_duty` */
        readonly off_duty: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "off_duty";
                };
            };
        };
        /** @description `offer_accepted`, `offer_is_over`, `request_in_flight` */
        readonly "offer_accepted.offer_is_over.request_in_flight": {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "offer_accepted" | "offer_is_over" | "request_in_flight";
                };
            };
        };
        /** @description `offer_not_found` */
        readonly offer_not_found: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "offer_not_found";
                };
            };
        };
        /** @description `on_a_ride` */
        readonly on_a_ride: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "on_a_ride";
                };
            };
        };
        /** @description `outside_service_areas` */
        readonly outside_service_areas: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "outside_service_areas";
                };
            };
        };
        /** @description `overtaken` */
        readonly overtaken: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "overtaken";
                };
            };
        };
        /** @description `profile_not_found` */
        readonly profile_not_found: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "profile_not_found";
                };
            };
        };
        /** @description `rating_not_found`, `ride_not_found` */
        readonly "rating_not_found.ride_not_found": {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "rating_not_found" | "ride_not_found";
                };
            };
        };
        /** @description `repair_not_found` */
        readonly repair_not_found: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "repair_not_found";
                };
            };
        };
        /** @description `ride_not_found` */
        readonly ride_not_found: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "ride_not_found";
                };
            };
        };
        /** @description `temporarily_unavailable` */
        readonly temporarily_unavailable: {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "temporarily_unavailable";
                };
            };
        };
        /** @description `too_large` */
        readonly too_large: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "too_large";
                };
            };
        };
        /** @description `unauthenticated` */
        readonly unauthenticated: {
            headers: {
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "unauthenticated";
                };
            };
        };
        /** @description `unknown_route` */
        readonly unknown_route: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "unknown_route";
                };
            };
        };
        /** @description `unsupported_media_type` */
        readonly unsupported_media_type: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "unsupported_media_type";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description true when the request was done before, and this is its answer */
        readonly "Idempotency-Replayed": "true";
        /** @description after so many seconds */
        readonly "Retry-After": number;
        /** @description how to show who you are */
        readonly "WWW-Authenticate": string;
        /** @description what logs and facts of this request carry */
        readonly "x-correlation-id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getDay: {
        readonly parameters: {
            readonly query?: {
                /** @description the day of the earnings; without it, today where the driver is */
                readonly date?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description the day */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Day"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly listDeadLetters: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before */
                readonly before?: string;
                /** @description what kind of failure */
                readonly code?: string;
                readonly fact?: string;
                /** @description last failed at this time or later */
                readonly from?: string;
                readonly handler?: string;
                /** @description as text, or bytes as 0x… */
                readonly key?: string;
                readonly limit?: number;
                readonly status?: "waiting" | "dead" | "replayed" | "discarded" | "all";
                /** @description the service, or <service>.<effect> */
                readonly subscription?: string;
                /** @description somewhere in the error or in the value */
                readonly text?: string;
                /** @description last failed before this time */
                readonly to?: string;
                readonly topic?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description a page of them */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly getDeadLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description the letter */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeadLetter"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["dead_letter_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly editDeadLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description the repair’s id: the same one means the same repair, however often it is sent; a dry run needs none */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default false */
                    readonly acceptOvertaken?: boolean;
                    /** @description the whole fact */
                    readonly data: {
                        readonly [key: string]: unknown;
                    };
                    /** @description which fact it is, when the record does not say so */
                    readonly fact?: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description ordered, and done step by step */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    readonly Location?: string;
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["edit_not_allowed.forbidden"];
            readonly 404: components["responses"]["dead_letter_not_found"];
            readonly 409: components["responses"]["key_in_use.not_dead.overtaken"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["fact_unknown.idempotency_key_reused.invalid_fact.key_changed"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly discardDeadLetters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description the repair’s id: the same one means the same repair, however often it is sent; a dry run needs none */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {boolean} */
                    readonly all?: true;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    readonly dryRun?: boolean;
                    readonly filter?: {
                        /**
                         * @description what kind of failure
                         * @example handler_failed
                         */
                        readonly code?: string;
                        /** @example RideAccepted */
                        readonly fact?: string;
                        /**
                         * Format: date-time
                         * @description last failed at this time or later
                         * @example 2026-11-25T04:00:00Z
                         */
                        readonly from?: string;
                        /** @example BookingHandlers.accept */
                        readonly handler?: string;
                        /** @description as text, or bytes as 0x… */
                        readonly key?: string;
                        /** @description the service, or <service>.<effect> */
                        readonly subscription?: string;
                        /** @description somewhere in the error or in the value */
                        readonly text?: string;
                        /**
                         * Format: date-time
                         * @description last failed before this time
                         * @example 2026-11-25T04:00:00Z
                         */
                        readonly to?: string;
                        /** @example rides.v1 */
                        readonly topic?: string;
                    };
                    readonly ids?: readonly string[];
                    /** @description at most so many, those that stand first */
                    readonly limit?: number;
                    /** @description facts per second */
                    readonly rate?: number;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description of a dry run: what would go where; nothing is done */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RepairPlan"];
                };
            };
            /** @description ordered, and done step by step */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    readonly Location?: string;
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly countDeadLetters: {
        readonly parameters: {
            readonly query?: {
                /** @description what kind of failure */
                readonly code?: string;
                readonly fact?: string;
                /** @description last failed at this time or later */
                readonly from?: string;
                readonly handler?: string;
                /** @description as text, or bytes as 0x… */
                readonly key?: string;
                readonly status?: "waiting" | "dead" | "replayed" | "discarded" | "all";
                /** @description the service, or <service>.<effect> */
                readonly subscription?: string;
                /** @description somewhere in the error or in the value */
                readonly text?: string;
                /** @description last failed before this time */
                readonly to?: string;
                readonly topic?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description groups of those that failed alike */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": readonly components["schemas"]["DeadLetterGroup"][];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly releaseDeadLetters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description the repair’s id: the same one means the same repair, however often it is sent; a dry run needs none */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {boolean} */
                    readonly all?: true;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    readonly dryRun?: boolean;
                    readonly filter?: {
                        /**
                         * @description what kind of failure
                         * @example handler_failed
                         */
                        readonly code?: string;
                        /** @example RideAccepted */
                        readonly fact?: string;
                        /**
                         * Format: date-time
                         * @description last failed at this time or later
                         * @example 2026-11-25T04:00:00Z
                         */
                        readonly from?: string;
                        /** @example BookingHandlers.accept */
                        readonly handler?: string;
                        /** @description as text, or bytes as 0x… */
                        readonly key?: string;
                        /** @description the service, or <service>.<effect> */
                        readonly subscription?: string;
                        /** @description somewhere in the error or in the value */
                        readonly text?: string;
                        /**
                         * Format: date-time
                         * @description last failed before this time
                         * @example 2026-11-25T04:00:00Z
                         */
                        readonly to?: string;
                        /** @example rides.v1 */
                        readonly topic?: string;
                    };
                    readonly ids?: readonly string[];
                    /** @description at most so many, those that stand first */
                    readonly limit?: number;
                    /** @description facts per second */
                    readonly rate?: number;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description of a dry run: what would go where; nothing is done */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RepairPlan"];
                };
            };
            /** @description ordered, and done step by step */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    readonly Location?: string;
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly listRepairs: {
        readonly parameters: {
            readonly query?: {
                readonly before?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description a page of them */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RepairList"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly getRepair: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description the repair */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["repair_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly cancelRepair: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description the repair as it is now */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["repair_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly replayDeadLetters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description the repair’s id: the same one means the same repair, however often it is sent; a dry run needs none */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /**
                     * @description also those of whose keys later facts have been handled; the dry run tells which
                     * @default false
                     */
                    readonly acceptOvertaken?: boolean;
                    /** @enum {boolean} */
                    readonly all?: true;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    readonly dryRun?: boolean;
                    readonly filter?: {
                        /**
                         * @description what kind of failure
                         * @example handler_failed
                         */
                        readonly code?: string;
                        /** @example RideAccepted */
                        readonly fact?: string;
                        /**
                         * Format: date-time
                         * @description last failed at this time or later
                         * @example 2026-11-25T04:00:00Z
                         */
                        readonly from?: string;
                        /** @example BookingHandlers.accept */
                        readonly handler?: string;
                        /** @description as text, or bytes as 0x… */
                        readonly key?: string;
                        /** @description the service, or <service>.<effect> */
                        readonly subscription?: string;
                        /** @description somewhere in the error or in the value */
                        readonly text?: string;
                        /**
                         * Format: date-time
                         * @description last failed before this time
                         * @example 2026-11-25T04:00:00Z
                         */
                        readonly to?: string;
                        /** @example rides.v1 */
                        readonly topic?: string;
                    };
                    readonly ids?: readonly string[];
                    /** @description at most so many, those that stand first */
                    readonly limit?: number;
                    /** @description facts per second */
                    readonly rate?: number;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description of a dry run: what would go where; nothing is done */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RepairPlan"];
                };
            };
            /** @description ordered, and done step by step */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    readonly Location?: string;
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Repair"];
                };
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 409: components["responses"]["overtaken"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly streamEvents: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description goes on after this event; without it, from now on */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description a stream that stays open */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": string;
                };
            };
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly getLiveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description nothing that a restart would mend */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "up",
                     *       "troubles": [],
                     *       "figures": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["needs_restart"];
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description yes; figures are for information */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "up",
                     *       "troubles": [],
                     *       "figures": {
                     *         "relay": {
                     *           "oldestMs": null,
                     *           "refused": 0
                     *         },
                     *         "consumer booking": {
                     *           "partitions": 12,
                     *           "lag": 0,
                     *           "greatestLag": 0
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["not_ready"];
        };
    };
    readonly getStartup: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description yes */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "up",
                     *       "troubles": [],
                     *       "figures": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Health"];
                };
            };
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["not_started"];
        };
    };
    readonly acceptOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly offerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description said */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["offer_not_found"];
            readonly 409: components["responses"]["offer_accepted.offer_is_over.request_in_flight"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly declineOffer: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly offerId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["OfferDecline"];
            };
        };
        readonly responses: {
            /** @description said */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["offer_not_found"];
            readonly 409: components["responses"]["offer_accepted.offer_is_over.request_in_flight"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly getDelivery: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description counts */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "outbox": 0,
                     *       "refused": 0,
                     *       "waiting": 0,
                     *       "dead": 0
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly listRideOutcomes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OutcomesAsked"];
            };
        };
        readonly responses: {
            /** @description in the order in which they were asked for */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
                     *         "outcome": "completed",
                     *         "endings": 1
                     *       }
                     *     ]
                     */
                    readonly "application/json": readonly components["schemas"]["RideOutcome"][];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly getRideOutcome: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description also of a ride that it has not heard of */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
                     *       "outcome": "completed",
                     *       "endings": 1
                     *     }
                     */
                    readonly "application/json": components["schemas"]["RideOutcome"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly reportPositions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly points: readonly components["schemas"]["Point"][];
                };
            };
        };
        readonly responses: {
            /** @description the points that can be used are taken */
            readonly 202: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "taken": 2,
                     *       "dropped": [
                     *         {
                     *           "index": 1,
                     *           "code": "out_of_order"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": {
                        readonly dropped: readonly components["schemas"]["DroppedPoint"][];
                        /** @description how many points were taken */
                        readonly taken: number;
                    };
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 409: components["responses"]["off_duty"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly getProfile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description your profile */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DriverProfile"];
                };
            };
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["profile_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly changeProfile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DriverProfileChange"];
            };
        };
        readonly responses: {
            /** @description your profile as it is now */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DriverProfile"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly listRides: {
        readonly parameters: {
            readonly query?: {
                /** @description `next` of the page before; without it, the first page */
                readonly cursor?: string;
                readonly limit?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description a page of them */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RideList"];
                };
            };
            readonly 400: components["responses"]["invalid_cursor.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly getRide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description the ride */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ride"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly reportArrival: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Arrival"];
            };
        };
        readonly responses: {
            /** @description said */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 409: components["responses"]["already_over.not_your_ride.request_in_flight"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly cancelRide: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["RideCancellation"];
            };
        };
        readonly responses: {
            /** @description wished for */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 409: components["responses"]["already_over.not_your_ride.request_in_flight.rider_aboard"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly dropOffRider: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Dropoff"];
            };
        };
        readonly responses: {
            /** @description said */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 409: components["responses"]["already_over.not_aboard.not_your_ride.request_in_flight"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly reportNoShow: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description said */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 409: components["responses"]["already_over.not_arrived.not_your_ride.request_in_flight.rider_aboard.still_waiting"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly pickUpRider: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Pickup"];
            };
        };
        readonly responses: {
            /** @description said */
            readonly 202: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 409: components["responses"]["already_over.not_arrived.not_your_ride.pin_paused.request_in_flight.wrong_pin"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly getRating: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description your rating */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
                     *       "stars": 5,
                     *       "comment": "On time."
                     *     }
                     */
                    readonly "application/json": components["schemas"]["Rating"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["rating_not_found.ride_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly rateRider: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                readonly rideId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly comment?: string;
                    readonly stars: number;
                };
            };
        };
        readonly responses: {
            /** @description said */
            readonly 204: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["ride_not_found"];
            readonly 409: components["responses"]["already_rated.not_completed.not_your_ride.rating_too_late.request_in_flight"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["idempotency_key_reused"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly getShift: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description the shift */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Shift"];
                };
            };
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly goOnDuty: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ShiftStart"];
            };
        };
        readonly responses: {
            /** @description you can be offered rides */
            readonly 204: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 409: components["responses"]["on_a_ride"];
            readonly 413: components["responses"]["too_large"];
            readonly 415: components["responses"]["unsupported_media_type"];
            readonly 422: components["responses"]["outside_service_areas"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    readonly goOffDuty: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description you are offered no more rides */
            readonly 204: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content?: never;
            };
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 409: components["responses"]["on_a_ride"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
}
