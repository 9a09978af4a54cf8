/** Made by `npm run docs` from the service’s OpenAPI document. */
export interface paths {
    readonly "/bookings/{rideId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** A ride as booking knows it, or as it knew it at a time */
        readonly get: operations["getBooking"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/bookings/{rideId}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The facts that made a ride what it is, and what each of them changed */
        readonly get: operations["getBookingHistory"];
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
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly Booking: {
            readonly area: string;
            readonly bookedAt?: components["schemas"]["Time"];
            readonly driverId?: components["schemas"]["Id"];
            readonly endedAt?: components["schemas"]["Time"];
            /** @description how often an end was applied: once */
            readonly endings?: number;
            /** @description of a requested ride: when its search ends */
            readonly expiresAt?: components["schemas"]["Time"];
            readonly fare?: components["schemas"]["Money"];
            readonly fareEstimate: components["schemas"]["Money"];
            /** @description of a cancelled ride */
            readonly fee?: components["schemas"]["Money"];
            readonly offerId?: components["schemas"]["Id"];
            /** @description by their ids */
            readonly offers?: {
                readonly [key: string]: components["schemas"]["Offer"];
            };
            readonly pickupEtaSeconds?: number;
            readonly rideId: components["schemas"]["Id"];
            readonly riderId: components["schemas"]["Id"];
            /** @enum {string} */
            readonly status: "requested" | "booked" | "arrived" | "aboard" | "completed" | "cancelled" | "unfulfilled";
            /** @enum {string} */
            readonly vehicleClass: "standard" | "xl" | "accessible" | "unknown";
            /** @description how many facts made it so */
            readonly version: number;
        };
        readonly BookingHistory: {
            readonly history: readonly components["schemas"]["HistoryEntry"][];
            readonly rideId: components["schemas"]["Id"];
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
        readonly HistoryEntry: {
            /** @enum {string} */
            readonly by?: "rider" | "driver" | "matching" | "booking" | "notification";
            /** @description fields of the booking as they are after it; null: gone */
            readonly changes: {
                readonly [key: string]: unknown;
            };
            /** @description what the fact says, without places */
            readonly data: {
                readonly [key: string]: unknown;
            };
            /** @description by booking; else heard */
            readonly said: boolean;
            readonly time: components["schemas"]["Time"];
            readonly type: string;
            /** @description its place in the history: 1, 2, 3 … */
            readonly version: number;
        };
        /**
         * Format: uuid
         * @example 01a21044-98be-71cf-a7d5-4bb8552fbabf
         */
        readonly Id: string;
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
        readonly Offer: {
            readonly driverId: components["schemas"]["Id"];
            /**
             * @description over: declined, withdrawn, or its acceptance answered
             * @enum {string}
             */
            readonly is: "open" | "expired" | "over";
            readonly pickupEtaSeconds: number;
        };
        readonly OutcomesAsked: {
            readonly rideIds: readonly components["schemas"]["Id"][];
        };
        readonly Problem: {
            /**
             * @description what it is: it stays
             * @enum {string}
             */
            readonly code: "booking_not_found" | "dead_letter_not_found" | "edit_not_allowed" | "fact_unknown" | "forbidden" | "idempotency_key_missing" | "idempotency_key_reused" | "internal_error" | "invalid_fact" | "invalid_request" | "key_changed" | "key_in_use" | "malformed_request" | "method_not_allowed" | "needs_restart" | "not_dead" | "not_ready" | "not_started" | "overtaken" | "repair_not_found" | "temporarily_unavailable" | "too_large" | "unauthenticated" | "unknown_route" | "unsupported_media_type";
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
        readonly RideOutcome: {
            /** @description how often the service heard of an end: once */
            readonly endings: number;
            /** @description null: it goes on */
            readonly outcome: ("completed" | "cancelled" | "unfulfilled") | null;
            readonly rideId: components["schemas"]["Id"];
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
    };
    responses: {
        /** @description `booking_not_found` */
        readonly booking_not_found: {
            headers: {
                readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    readonly code: "booking_not_found";
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
    readonly getBooking: {
        readonly parameters: {
            readonly query?: {
                /** @description as it was at this time */
                readonly at?: string;
            };
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
                    readonly "application/json": components["schemas"]["Booking"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["booking_not_found"];
            readonly 500: components["responses"]["internal_error"];
            readonly 503: components["responses"]["temporarily_unavailable"];
        };
    };
    readonly getBookingHistory: {
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
            /** @description in their order */
            readonly 200: {
                headers: {
                    readonly "x-correlation-id": components["headers"]["x-correlation-id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BookingHistory"];
                };
            };
            readonly 400: components["responses"]["invalid_request.malformed_request"];
            readonly 401: components["responses"]["unauthenticated"];
            readonly 403: components["responses"]["forbidden"];
            readonly 404: components["responses"]["booking_not_found"];
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
}
