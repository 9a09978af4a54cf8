/** Made by `npm run docs` from the service’s OpenAPI document. */
export interface paths {
    "/day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your shift, the present offer and ride, and the day’s earnings */
        get: operations["getDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Those that a filter finds, the newest first */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of them decoded, with its history and what operators did */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/{id}/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An edited copy goes to the handler in its place; the original is kept as discarded */
        post: operations["editDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Given up for good, with a reason; keys that they hold go on */
        post: operations["discardDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many failed in the same way, the most first */
        get: operations["countDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Their keys go on without them; they stay */
        post: operations["releaseDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/repairs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All repairs, the latest first */
        get: operations["listRepairs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/repairs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a repair is, and what has become of its facts since */
        get: operations["getRepair"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/repairs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ends a running repair; what it has done stays done */
        post: operations["cancelRepair"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dead-letters/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Back to their handlers, in the order of their keys */
        post: operations["replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your events: each once and in order, as they happen
         * @description Server-sent events. Those with an id are kept for a day: take the stream up where it broke off by `Last-Event-ID`. Those without pass, and are not repeated.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Liveness: 503 when it should be restarted, and only when that can help */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Readiness: can it do its work now? If not, what keeps it from it
         * @description Codes of troubles: starting, draining, database_unreachable, migrations_missing, broker_unreachable, broker_refuses, topic_missing, consumer_not_joined, consumer_silent, waits_in_place, parking_impossible, consumer_paused, unit_stuck, partition_stuck, relay_failing, relay_stuck, producer_failing, sweep_failing, task_not_running, redis_unreachable.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Startup: has it migrated its database and joined its groups? Once it has, this stays 200 */
        get: operations["getStartup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{offerId}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say yes to an offer
         * @description Whether it counts is told by GET /events. Again: the same answer.
         */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/offers/{offerId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say no to an offer */
        post: operations["declineOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether facts are stuck on their way out or in */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How rides have ended, as this service knows it */
        post: operations["listRideOutcomes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/rides/{rideId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a ride has ended, as this service knows it */
        get: operations["getRideOutcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says where you were, in the order of the times
         * @description Each point is looked at by itself: what can’t be used is dropped and named, the others are taken. A clock that is ahead by up to 5 s is taken for now. The same batch again does no harm: its points are known then. A person may do it 120 times a minute, unless configured otherwise.
         */
        post: operations["reportPositions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your profile */
        get: operations["getProfile"];
        /** Say who you are, for the first time or anew */
        put: operations["changeProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rides that you were booked for, the last first */
        get: operations["listRides"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ride that you were offered */
        get: operations["getRide"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}/arrival": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that you are at the pickup */
        post: operations["reportArrival"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Wish to leave the ride before the pickup
         * @description Whether it was in time is told by GET /events.
         */
        post: operations["cancelRide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}/dropoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that the rider was set down
         * @description What the ride costs is told by GET /events.
         */
        post: operations["dropOffRider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the rider did not come within the waiting time */
        post: operations["reportNoShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}/pickup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that the rider is aboard, by the PIN that they told you */
        post: operations["pickUpRider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/{rideId}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you said of the rider */
        get: operations["getRating"];
        put?: never;
        /**
         * Say what you think of the rider of a completed ride
         * @description Once. The comment stays with us; the rider, and everybody else, learns the stars only.
         */
        post: operations["rateRider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How your shift stands */
        get: operations["getShift"];
        /** Go on duty, or say that you are still here */
        put: operations["goOnDuty"];
        post?: never;
        /** Go off duty */
        delete: operations["goOffDuty"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your weekly statements, the newest first
         * @description A week’s statement comes two days after its end, in the time zone of where you drive.
         */
        get: operations["listStatements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your tier, and what is missing for the next one */
        get: operations["getTier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Arrival: {
            location: components["schemas"]["Place"];
        };
        /** @description you are off the ride */
        BookingCancelled: {
            /** @enum {string} */
            by: "driver" | "silence" | "unknown";
            offerId: components["schemas"]["Id"];
            rideId: components["schemas"]["Id"];
        };
        /** @description your acceptance counts: drive to the pickup */
        BookingCreated: {
            dropoff?: components["schemas"]["Place"];
            fare: components["schemas"]["Money"];
            fareEstimate?: components["schemas"]["Money"];
            offerId: components["schemas"]["Id"];
            pickup?: components["schemas"]["Place"];
            pickupEtaSeconds: number;
            rideId: components["schemas"]["Id"];
        };
        /** @description the ride goes on */
        CancellationRefused: {
            /** @enum {string} */
            reason: "rider_aboard" | "ride_ended" | "not_your_ride" | "unknown";
            rideId: components["schemas"]["Id"];
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
        Day: {
            /**
             * Format: date
             * @description of the earnings
             */
            date: string;
            /** @description of the date, by currency, in minor units; rides: how many were completed */
            earnings: {
                currency: string;
                fares: number;
                fees: number;
                rides: number;
                total: number;
            }[];
            /** @description the one to answer, or whose answer is awaited */
            offer?: components["schemas"]["Ride"];
            /** @description the one that you are on */
            ride?: components["schemas"]["Ride"];
            shift: components["schemas"]["Shift"];
            /** @description in which that day is (IANA) */
            timeZone: string;
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
        DeadLetter: {
            /** @description failed ones */
            attempts: number;
            /** @description what kind of failure */
            code: string;
            /** @description dead ones that stand before it */
            deadBefore: number;
            diedAt: components["schemas"]["Time"] | null;
            error: string | null;
            eventId: string;
            eventTime: components["schemas"]["Time"];
            /** @description empty when the record names none */
            fact: string;
            failedAt: components["schemas"]["Time"];
            handler: string;
            headers: {
                name: string;
                value: string;
            }[];
            history: {
                at: components["schemas"]["TimeWithOffset"];
                attempt?: number;
                code: string;
                error: string | null;
                who?: string;
            }[];
            /** @description its number in this service */
            id: string;
            /** @description of an edited copy: at whose place it stands */
            inPlaceOf: string | null;
            /** @description as text; other bytes as 0x… */
            key: string;
            /**
             * @description open: its later facts go on without it
             * @enum {string}
             */
            keyIs: "held" | "waiting" | "open";
            lastFailedAt: components["schemas"]["Time"];
            lastOvertakenAt: components["schemas"]["Time"] | null;
            offset: string;
            /** @description facts of its key that have been handled since the key was released */
            overtakenBy: number;
            partition: number;
            repairs: {
                at: components["schemas"]["TimeWithOffset"];
                /** @description the edited copy */
                became: string | null;
                doneAt: components["schemas"]["TimeWithOffset"] | null;
                kind: string;
                /** @description null: its turn has not come */
                outcome: string | null;
                reason: string | null;
                repair: components["schemas"]["Id"];
                who: string;
            }[];
            /** @enum {string} */
            status: "waiting" | "dead" | "replayed" | "discarded";
            /** @description the service, or <service>.<effect> */
            subscription: string;
            /** @description where it came from */
            topic: string;
            /** @description decoded, or its bytes and why they can’t be read */
            value: {
                json: unknown;
            } | {
                hex: string;
                reason: string;
            } | {
                /** @constant */
                absent: true;
            };
            /** @description facts of its key that wait behind it */
            waitingBehind: number;
        };
        DeadLetterGroup: {
            code: string;
            count: number;
            /** @description of the newest */
            error: string | null;
            fact: string;
            first: components["schemas"]["Time"];
            handler: string;
            keys: number;
            last: components["schemas"]["Time"];
            newest: string;
            subscription: string;
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
        DeadLetterList: {
            letters: components["schemas"]["DeadLetterSummary"][];
            /** @description `before` of the next page; null on the last */
            next: string | null;
        };
        DeadLetterSummary: {
            /** @description failed ones */
            attempts: number;
            /** @description what kind of failure */
            code: string;
            diedAt: components["schemas"]["Time"] | null;
            error: string | null;
            eventId: string;
            eventTime: components["schemas"]["Time"];
            /** @description empty when the record names none */
            fact: string;
            failedAt: components["schemas"]["Time"];
            handler: string;
            /** @description its number in this service */
            id: string;
            /** @description as text; other bytes as 0x… */
            key: string;
            /**
             * @description open: its later facts go on without it
             * @enum {string}
             */
            keyIs: "held" | "waiting" | "open";
            lastFailedAt: components["schemas"]["Time"];
            offset: string;
            /** @description facts of its key that have been handled since the key was released */
            overtakenBy: number;
            partition: number;
            /** @enum {string} */
            status: "waiting" | "dead" | "replayed" | "discarded";
            /** @description the service, or <service>.<effect> */
            subscription: string;
            /** @description where it came from */
            topic: string;
        };
        /** @description counts of facts */
        Delivery: {
            /** @description given up on: see /dead-letters */
            dead: number;
            /** @description to be sent */
            outbox: number;
            /** @description refused by the broker for good */
            refused: number;
            /** @description to be tried again */
            waiting: number;
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
        DriverProfile: {
            driverId: components["schemas"]["Id"];
            email?: string;
            name: string;
            phone?: string;
            plate: string;
            rating: {
                average: number;
                count: number;
            };
            vehicle: string;
            /** @enum {string} */
            vehicleClass: "standard" | "xl" | "accessible" | "unknown";
        };
        DriverProfileChange: {
            email?: string & (unknown & unknown);
            name: string;
            phone?: string;
            plate: string;
            vehicle: string;
            /** @default standard */
            vehicleClass: components["schemas"]["VehicleClass"];
        };
        /** @description metres and seconds as metered; they are rounded to whole ones */
        Dropoff: {
            distanceMetres: number;
            durationSeconds: number;
            location: components["schemas"]["Place"];
        };
        DroppedPoint: {
            /**
             * @description `invalid_point`: It has no place, or something in it is out of its range: leave it out. `too_late`: It is older than positions count: forget it, and set the clock if it was new. `in_the_future`: It is more than 5 s ahead of our clock: set the clock. `out_of_order`: A point at least as new is known already, from this batch or from before: forget it. `outside_service_areas`: It lies outside all service areas: send the next one from inside.
             * @enum {string}
             */
            code: "invalid_point" | "too_late" | "in_the_future" | "out_of_order" | "outside_service_areas";
            /** @description of the point in the batch, from 0 */
            index: number;
        };
        Health: {
            /** @description counts, and ages in milliseconds, by the name of the part */
            figures: {
                [key: string]: {
                    [key: string]: number | null;
                };
            };
            /** @constant */
            status: "up";
            troubles: components["schemas"]["Trouble"][];
        };
        /**
         * Format: uuid
         * @example 01a21044-98be-71cf-a7d5-4bb8552fbabf
         */
        Id: string;
        /** @description the data of the events of GET /events, by their type */
        LiveEvents: {
            "booking.cancelled": components["schemas"]["BookingCancelled"];
            "booking.created": components["schemas"]["BookingCreated"];
            "cancellation.refused": components["schemas"]["CancellationRefused"];
            "offer.expired": components["schemas"]["OfferExpired"];
            "offer.made": components["schemas"]["OfferMade"];
            "offer.refused": components["schemas"]["OfferRefused"];
            "offer.withdrawn": components["schemas"]["OfferWithdrawn"];
            "ride.ended": components["schemas"]["RideEnded"];
            "shift.ended": components["schemas"]["ShiftEnded"];
        };
        /**
         * @example {
         *       "minor": 1240,
         *       "currency": "USD"
         *     }
         */
        Money: {
            /** @description ISO 4217 */
            currency: string;
            /** @description in the currency’s minor unit: cents of USD */
            minor: number;
        };
        /**
         * @example {
         *       "reason": "too_far"
         *     }
         */
        OfferDecline: {
            reason?: string;
        };
        OfferExpired: {
            offerId: components["schemas"]["Id"];
            rideId: components["schemas"]["Id"];
        };
        OfferMade: {
            dropoff: components["schemas"]["Place"];
            /** @description for display */
            expiresAt: components["schemas"]["Time"];
            fareEstimate: components["schemas"]["Money"];
            offerId: components["schemas"]["Id"];
            pickup: components["schemas"]["Place"];
            pickupEtaSeconds: number;
            rideId: components["schemas"]["Id"];
        };
        /** @description your acceptance does not count */
        OfferRefused: {
            offerId: components["schemas"]["Id"];
            /** @enum {string} */
            reason: "already_booked" | "offer_expired" | "offer_withdrawn" | "ride_ended" | "driver_busy" | "unknown";
            rideId: components["schemas"]["Id"];
        };
        OfferWithdrawn: {
            offerId: components["schemas"]["Id"];
            rideId: components["schemas"]["Id"];
        };
        OutcomesAsked: {
            rideIds: components["schemas"]["Id"][];
        };
        /**
         * @example {
         *       "pin": "0427"
         *     }
         */
        Pickup: {
            pin: string;
        };
        /**
         * @description WGS 84, degrees
         * @example {
         *       "lat": 40.758,
         *       "lng": -73.9855
         *     }
         */
        Place: {
            lat: number;
            lng: number;
        };
        /**
         * @example {
         *       "lat": 40.758,
         *       "lng": -73.9855,
         *       "heading": 90,
         *       "time": "2026-11-25T04:12:08.120Z"
         *     }
         */
        Point: {
            /** @description radius in metres within which the driver most likely is */
            accuracy?: number | null;
            /** @description degrees clockwise from north, 0 to 360 */
            heading?: number | null;
            /** @description WGS 84, degrees, −90 to 90 */
            lat: number | null;
            /** @description WGS 84, degrees, −180 to 180 */
            lng: number | null;
            /** @description metres per second, 0 to 150 */
            speed?: number | null;
            /** @description when the driver was there, ISO 8601 with the offset from UTC; without it: now */
            time?: string | null;
        };
        Problem: {
            /**
             * @description what it is: it stays
             * @enum {string}
             */
            code: "already_over" | "already_rated" | "dead_letter_not_found" | "edit_not_allowed" | "fact_unknown" | "forbidden" | "idempotency_key_missing" | "idempotency_key_reused" | "internal_error" | "invalid_cursor" | "invalid_fact" | "invalid_request" | "key_blocked" | "key_changed" | "key_in_use" | "malformed_request" | "method_not_allowed" | "needs_restart" | "not_aboard" | "not_arrived" | "not_completed" | "not_dead" | "not_ready" | "not_started" | "not_your_ride" | "off_duty" | "offer_accepted" | "offer_is_over" | "offer_not_found" | "on_a_ride" | "outside_service_areas" | "overtaken" | "pin_paused" | "profile_not_found" | "rating_not_found" | "rating_too_late" | "repair_not_found" | "request_in_flight" | "ride_not_found" | "rider_aboard" | "still_waiting" | "temporarily_unavailable" | "too_large" | "too_many_requests" | "unauthenticated" | "unknown_route" | "unsupported_media_type" | "wrong_pin";
            /** @description the answer’s x-correlation-id, under which we find it */
            correlationId: components["schemas"]["Id"];
            /** @description what to do, for people to read; it may change */
            detail: string;
            /** @description where the request is wrong, and what is wrong there */
            errors?: {
                message: string;
                path: string;
            }[];
            status: number;
            /** @description what the status says */
            title: string;
            /** @description a URN that ends with the code */
            type: string;
        };
        Rating: {
            comment?: string;
            rideId: components["schemas"]["Id"];
            stars: number;
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
        Repair: {
            acceptOvertaken: boolean;
            at: components["schemas"]["Time"];
            cancelledBy: string | null;
            /** @description how many of them it has dealt with */
            done: number;
            /** @description what it is about, as it was asked for */
            filter: unknown;
            finishedAt: components["schemas"]["Time"] | null;
            id: components["schemas"]["Id"];
            /** @enum {string} */
            kind: "replay" | "discard" | "release" | "edit";
            limit: number | null;
            /** @description steps by what became of them */
            outcomes: {
                [key: string]: number;
            };
            /** @description facts per second */
            rate: number | null;
            reason: string | null;
            /** @description of those put back: handled meanwhile, still in their queues, dead again */
            since: {
                deadAgain: number;
                handled: number;
                waiting: number;
            };
            /** @enum {string} */
            status: "running" | "done" | "cancelled";
            /** @description facts that it is about */
            total: number;
            /** @description why its steps could not be done at the last try */
            trouble: string | null;
            /** @description the operator */
            who: string;
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
        RepairList: {
            /** @description `before` of the next page; null on the last */
            next: string | null;
            repairs: components["schemas"]["Repair"][];
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
        RepairPlan: {
            /** @description the first ones, in the order in which they would go */
            ids: string[];
            keys: number;
            /** @description the topic that carries what is put back */
            through: string;
            total: number;
            warnings: {
                /** @enum {string} */
                code: "overtaken" | "earlier_left_out" | "held_by_another" | "others_wait_behind" | "in_another_repair";
                facts: number;
                keys: number;
            }[];
            ways: {
                count: number;
                fact: string;
                handler: string;
                keys: number;
                subscription: string;
                topic: string;
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
        Ride: {
            dropoff?: components["schemas"]["Place"];
            endedAt?: components["schemas"]["Time"];
            /** @description until when the offer can be answered, for display */
            expiresAt?: components["schemas"]["Time"];
            /** @description from the booking on */
            fare?: components["schemas"]["Money"];
            fareEstimate?: components["schemas"]["Money"];
            /** @description of a cancelled ride */
            fee?: components["schemas"]["Money"];
            offerId: components["schemas"]["Id"];
            pickup?: components["schemas"]["Place"];
            /** @description as it was for the offer */
            pickupEtaSeconds: number;
            /** @description the stars that you gave the rider */
            rated?: number;
            rideId: components["schemas"]["Id"];
            status: components["schemas"]["RideStatus"];
        };
        /**
         * @example {
         *       "reason": "flat_tyre"
         *     }
         */
        RideCancellation: {
            reason?: string;
        };
        RideEnded: {
            /**
             * @description who cancelled it
             * @enum {string}
             */
            by?: "rider" | "no_show" | "operator" | "unknown";
            /** @description of a completed ride */
            fare?: components["schemas"]["Money"];
            /** @description of a cancelled ride */
            fee?: components["schemas"]["Money"];
            /** @enum {string} */
            outcome: "completed" | "cancelled";
            rideId: components["schemas"]["Id"];
        };
        RideList: {
            /** @description the `cursor` of the next page; absent on the last */
            next?: string;
            rides: components["schemas"]["Ride"][];
        };
        RideOutcome: {
            /** @description how often the service heard of an end: once */
            endings: number;
            /** @description null: it goes on */
            outcome: ("completed" | "cancelled" | "unfulfilled") | null;
            rideId: components["schemas"]["Id"];
        };
        /**
         * @description up to the booking how the driver’s offer stands, from then on the ride
         * @enum {string}
         */
        RideStatus: "offered" | "accepted" | "declined" | "expired" | "withdrawn" | "refused" | "booked" | "left" | "arrived" | "aboard" | "dropped_off" | "no_show" | "completed" | "cancelled" | "unfulfilled";
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
        Shift: {
            area?: string;
            location?: components["schemas"]["Place"];
            /** @description of a driver who is booked */
            rideId?: components["schemas"]["Id"];
            /** @enum {string} */
            status: "off_duty" | "available" | "booked";
            vehicleClass?: components["schemas"]["VehicleClass"];
        };
        /** @description nothing was heard of you, or too many offers were left unanswered */
        ShiftEnded: {
            /** @enum {string} */
            reason: "silent" | "unresponsive";
        };
        /**
         * @example {
         *       "location": {
         *         "lat": 40.758,
         *         "lng": -73.9855
         *       }
         *     }
         */
        ShiftStart: {
            location: components["schemas"]["Place"];
            /** @description without it, the vehicle’s of the profile */
            vehicleClass?: components["schemas"]["VehicleClass"];
        };
        Statement: {
            /** @description rides that were cancelled at a fee */
            cancellations: number;
            distanceMetres: number;
            drivingSeconds: number;
            /** @description of the week; what ended from then on stands in the next one */
            end: components["schemas"]["Time"];
            fares: components["schemas"]["Money"];
            fees: components["schemas"]["Money"];
            /** @description as it was when the week ended */
            rating?: {
                average: number;
                count: number;
            };
            start: components["schemas"]["Time"];
            /** @description in which that week is (IANA) */
            timeZone: string;
            trips: number;
            /** @enum {string} */
            vehicleClass?: "standard" | "xl" | "accessible" | "unknown";
        };
        /**
         * @example {
         *       "statements": [
         *         {
         *           "start": "2026-11-16T05:00:00.000Z",
         *           "end": "2026-11-23T05:00:00.000Z",
         *           "timeZone": "America/New_York",
         *           "trips": 61,
         *           "distanceMetres": 402300,
         *           "drivingSeconds": 71280,
         *           "fares": {
         *             "minor": 98120,
         *             "currency": "USD"
         *           },
         *           "cancellations": 2,
         *           "fees": {
         *             "minor": 1000,
         *             "currency": "USD"
         *           },
         *           "vehicleClass": "standard",
         *           "rating": {
         *             "average": 4.9,
         *             "count": 120
         *           }
         *         }
         *       ]
         *     }
         */
        StatementList: {
            statements: components["schemas"]["Statement"][];
        };
        /**
         * @example {
         *       "tier": "silver",
         *       "trips": 61,
         *       "next": {
         *         "tier": "gold",
         *         "trips": 39,
         *         "rating": 4.7
         *       }
         *     }
         */
        Tier: {
            /** @description the tier above; null: there is none */
            next: {
                /** @description that it asks for; null: none */
                rating: number | null;
                /** @enum {string} */
                tier: "bronze" | "silver" | "gold" | "platinum";
                /** @description still missing */
                trips: number;
            } | null;
            /** @enum {string} */
            tier: "bronze" | "silver" | "gold" | "platinum";
            /** @description in the last 4 statements together */
            trips: number;
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC
         * @example 2026-11-25T04:12:08.120Z
         */
        Time: string;
        /**
         * Format: date-time
         * @example 2026-11-25T04:12:08.120+00:00
         */
        TimeWithOffset: string;
        /** @description something that keeps a part of the service from its work */
        Trouble: {
            /** @enum {string} */
            code: "starting" | "draining" | "database_unreachable" | "migrations_missing" | "broker_unreachable" | "broker_refuses" | "topic_missing" | "consumer_not_joined" | "consumer_silent" | "waits_in_place" | "parking_impossible" | "consumer_paused" | "unit_stuck" | "partition_stuck" | "relay_failing" | "relay_stuck" | "producer_failing" | "sweep_failing" | "task_not_running" | "redis_unreachable";
            part: string;
            since: components["schemas"]["Time"];
            todo: string;
            what: string;
        };
        /** @enum {string} */
        VehicleClass: "standard" | "xl" | "accessible";
    };
    responses: {
        /** @description `already_over`, `not_aboard`, `not_your_ride`, `request_in_flight` */
        "already_over.not_aboard.not_your_ride.request_in_flight": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_over" | "not_aboard" | "not_your_ride" | "request_in_flight";
                };
            };
        };
        /** @description `already_over`, `not_arrived`, `not_your_ride`, `pin_paused`, `request_in_flight`, `wrong_pin` */
        "already_over.not_arrived.not_your_ride.pin_paused.request_in_flight.wrong_pin": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_over" | "not_arrived" | "not_your_ride" | "pin_paused" | "request_in_flight" | "wrong_pin";
                };
            };
        };
        /** @description `already_over`, `not_arrived`, `not_your_ride`, `request_in_flight`, `rider_aboard`, `still_waiting` */
        "already_over.not_arrived.not_your_ride.request_in_flight.rider_aboard.still_waiting": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_over" | "not_arrived" | "not_your_ride" | "request_in_flight" | "rider_aboard" | "still_waiting";
                };
            };
        };
        /** @description `already_over`, `not_your_ride`, `request_in_flight` */
        "already_over.not_your_ride.request_in_flight": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_over" | "not_your_ride" | "request_in_flight";
                };
            };
        };
        /** @description `already_over`, `not_your_ride`, `request_in_flight`, `rider_aboard` */
        "already_over.not_your_ride.request_in_flight.rider_aboard": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_over" | "not_your_ride" | "request_in_flight" | "rider_aboard";
                };
            };
        };
        /** @description `already_rated`, `not_completed`, `not_your_ride`, `rating_too_late`, `request_in_flight` */
        "already_rated.not_completed.not_your_ride.rating_too_late.request_in_flight": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "already_rated" | "not_completed" | "not_your_ride" | "rating_too_late" | "request_in_flight";
                };
            };
        };
        /** @description `dead_letter_not_found` */
        dead_letter_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "dead_letter_not_found";
                };
            };
        };
        /** @description `edit_not_allowed`, `forbidden` */
        "edit_not_allowed.forbidden": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "edit_not_allowed" | "forbidden";
                };
            };
        };
        /** @description `fact_unknown`, `idempotency_key_reused`, `invalid_fact`, `key_changed` */
        "fact_unknown.idempotency_key_reused.invalid_fact.key_changed": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "fact_unknown" | "idempotency_key_reused" | "invalid_fact" | "key_changed";
                };
            };
        };
        /** @description `forbidden` */
        forbidden: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "forbidden";
                };
            };
        };
        /** @description `idempotency_key_missing`, `invalid_request`, `malformed_request` */
        "idempotency_key_missing.invalid_request.malformed_request": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_missing" | "invalid_request" | "malformed_request";
                };
            };
        };
        /** @description `idempotency_key_reused` */
        idempotency_key_reused: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency_key_reused";
                };
            };
        };
        /** @description `internal_error` */
        internal_error: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "internal_error";
                };
            };
        };
        /** @description `invalid_cursor`, `invalid_request`, `malformed_request` */
        "invalid_cursor.invalid_request.malformed_request": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "invalid_cursor" | "invalid_request" | "malformed_request";
                };
            };
        };
        /** @description `invalid_request`, `malformed_request` */
        "invalid_request.malformed_request": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "invalid_request" | "malformed_request";
                };
            };
        };
        /** @description `key_blocked`, `temporarily_unavailable` */
        "key_blocked.temporarily_unavailable": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "key_blocked" | "temporarily_unavailable";
                };
            };
        };
        /** @description `key_in_use`, `not_dead`, `overtaken`, `request_in_flight` */
        "key_in_use.not_dead.overtaken.request_in_flight": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "key_in_use" | "not_dead" | "overtaken" | "request_in_flight";
                };
            };
        };
        /** @description `method_not_allowed` */
        method_not_allowed: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "method_not_allowed";
                };
            };
        };
        /** @description `needs_restart` */
        needs_restart: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "needs_restart";
                } & {
                    /** @description counts, and ages in milliseconds, by the name of the part */
                    figures: {
                        [key: string]: {
                            [key: string]: number | null;
                        };
                    };
                    troubles: components["schemas"]["Trouble"][];
                };
            };
        };
        /** @description `not_ready` */
        not_ready: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_ready";
                } & {
                    /** @description counts, and ages in milliseconds, by the name of the part */
                    figures: {
                        [key: string]: {
                            [key: string]: number | null;
                        };
                    };
                    troubles: components["schemas"]["Trouble"][];
                };
            };
        };
        /** @description `not_started` */
        not_started: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not_started";
                } & {
                    /** @description counts, and ages in milliseconds, by the name of the part */
                    figures: {
                        [key: string]: {
                            [key: string]: number | null;
                        };
                    };
                    troubles: components["schemas"]["Trouble"][];
                };
            };
        };
        /** @description `off_duty` */
        off_duty: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "off_duty";
                };
            };
        };
        /** @description `offer_accepted`, `offer_is_over`, `request_in_flight` */
        "offer_accepted.offer_is_over.request_in_flight": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "offer_accepted" | "offer_is_over" | "request_in_flight";
                };
            };
        };
        /** @description `offer_not_found` */
        offer_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "offer_not_found";
                };
            };
        };
        /** @description `on_a_ride` */
        on_a_ride: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "on_a_ride";
                };
            };
        };
        /** @description `outside_service_areas` */
        outside_service_areas: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "outside_service_areas";
                };
            };
        };
        /** @description `overtaken`, `request_in_flight` */
        "overtaken.request_in_flight": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "overtaken" | "request_in_flight";
                };
            };
        };
        /** @description `profile_not_found` */
        profile_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "profile_not_found";
                };
            };
        };
        /** @description `rating_not_found`, `ride_not_found` */
        "rating_not_found.ride_not_found": {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "rating_not_found" | "ride_not_found";
                };
            };
        };
        /** @description `repair_not_found` */
        repair_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "repair_not_found";
                };
            };
        };
        /** @description `request_in_flight` */
        request_in_flight: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "request_in_flight";
                };
            };
        };
        /** @description `ride_not_found` */
        ride_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "ride_not_found";
                };
            };
        };
        /** @description `temporarily_unavailable` */
        temporarily_unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "temporarily_unavailable";
                };
            };
        };
        /** @description `too_large` */
        too_large: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "too_large";
                };
            };
        };
        /** @description `too_many_requests` */
        too_many_requests: {
            headers: {
                RateLimit: components["headers"]["RateLimit"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "too_many_requests";
                };
            };
        };
        /** @description `unauthenticated` */
        unauthenticated: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unauthenticated";
                };
            };
        };
        /** @description `unknown_route` */
        unknown_route: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unknown_route";
                };
            };
        };
        /** @description `unsupported_media_type` */
        unsupported_media_type: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unsupported_media_type";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description true when the request was done before, and this is its answer */
        "Idempotency-Replayed": "true";
        /** @description how many may still come (r) within the next seconds (t); not there while we can’t count, when nobody is refused */
        RateLimit: string;
        /** @description by what requests are counted, and how many (q) may come within how many seconds (w); draft-ietf-httpapi-ratelimit-headers-11 */
        "RateLimit-Policy": string;
        /** @description after so many seconds */
        "Retry-After": number;
        /** @description how to show who you are */
        "WWW-Authenticate": string;
        /** @description what logs and facts of this request carry */
        "x-correlation-id": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getDay: {
        parameters: {
            query?: {
                /** @description the day of the earnings; without it, today where the driver is */
                date?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the day */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Day"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description `next` of the page before */
                before?: string;
                /** @description what kind of failure */
                code?: string;
                fact?: string;
                /** @description last failed at this time or later */
                from?: string;
                handler?: string;
                /** @description as text, or bytes as 0x… */
                key?: string;
                limit?: number;
                status?: "waiting" | "dead" | "replayed" | "discarded" | "all";
                /** @description the service, or <service>.<effect> */
                subscription?: string;
                /** @description somewhere in the error or in the value */
                text?: string;
                /** @description last failed before this time */
                to?: string;
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the letter */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetter"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["dead_letter_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    editDeadLetter: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default false */
                    acceptOvertaken?: boolean;
                    /** @description the whole fact */
                    data: {
                        [key: string]: unknown;
                    };
                    /** @description which fact it is, when the record does not say so */
                    fact?: string;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description ordered, and done step by step */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["edit_not_allowed.forbidden"];
            404: components["responses"]["dead_letter_not_found"];
            409: components["responses"]["key_in_use.not_dead.overtaken.request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["fact_unknown.idempotency_key_reused.invalid_fact.key_changed"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    discardDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    ids: string[];
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason: string;
                } | {
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    filter: {
                        /**
                         * @description what kind of failure
                         * @example handler_failed
                         */
                        code?: string;
                        /** @example RideAccepted */
                        fact?: string;
                        /**
                         * Format: date-time
                         * @description last failed at this time or later
                         */
                        from?: string;
                        /** @example BookingHandlers.accept */
                        handler?: string;
                        /** @description as text, or bytes as 0x… */
                        key?: string;
                        /** @description the service, or <service>.<effect> */
                        subscription?: string;
                        /** @description somewhere in the error or in the value */
                        text?: string;
                        /**
                         * Format: date-time
                         * @description last failed before this time
                         */
                        to?: string;
                        /** @example rides.v1 */
                        topic?: string;
                    };
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason: string;
                } | {
                    /** @enum {boolean} */
                    all: true;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description of a dry run: what would go where; nothing is done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairPlan"];
                };
            };
            /** @description ordered, and done step by step */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    countDeadLetters: {
        parameters: {
            query?: {
                /** @description what kind of failure */
                code?: string;
                fact?: string;
                /** @description last failed at this time or later */
                from?: string;
                handler?: string;
                /** @description as text, or bytes as 0x… */
                key?: string;
                status?: "waiting" | "dead" | "replayed" | "discarded" | "all";
                /** @description the service, or <service>.<effect> */
                subscription?: string;
                /** @description somewhere in the error or in the value */
                text?: string;
                /** @description last failed before this time */
                to?: string;
                topic?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description groups of those that failed alike */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterGroup"][];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    releaseDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    ids: string[];
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason?: string;
                } | {
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    filter: {
                        /**
                         * @description what kind of failure
                         * @example handler_failed
                         */
                        code?: string;
                        /** @example RideAccepted */
                        fact?: string;
                        /**
                         * Format: date-time
                         * @description last failed at this time or later
                         */
                        from?: string;
                        /** @example BookingHandlers.accept */
                        handler?: string;
                        /** @description as text, or bytes as 0x… */
                        key?: string;
                        /** @description the service, or <service>.<effect> */
                        subscription?: string;
                        /** @description somewhere in the error or in the value */
                        text?: string;
                        /**
                         * Format: date-time
                         * @description last failed before this time
                         */
                        to?: string;
                        /** @example rides.v1 */
                        topic?: string;
                    };
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason?: string;
                } | {
                    /** @enum {boolean} */
                    all: true;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description of a dry run: what would go where; nothing is done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairPlan"];
                };
            };
            /** @description ordered, and done step by step */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    listRepairs: {
        parameters: {
            query?: {
                before?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairList"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getRepair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the repair */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["repair_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    cancelRepair: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the repair as it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["repair_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    replayDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description also those of whose keys later facts have been handled; the dry run tells which
                     * @default false
                     */
                    acceptOvertaken?: boolean;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    ids: string[];
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason?: string;
                } | {
                    /**
                     * @description also those of whose keys later facts have been handled; the dry run tells which
                     * @default false
                     */
                    acceptOvertaken?: boolean;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    filter: {
                        /**
                         * @description what kind of failure
                         * @example handler_failed
                         */
                        code?: string;
                        /** @example RideAccepted */
                        fact?: string;
                        /**
                         * Format: date-time
                         * @description last failed at this time or later
                         */
                        from?: string;
                        /** @example BookingHandlers.accept */
                        handler?: string;
                        /** @description as text, or bytes as 0x… */
                        key?: string;
                        /** @description the service, or <service>.<effect> */
                        subscription?: string;
                        /** @description somewhere in the error or in the value */
                        text?: string;
                        /**
                         * Format: date-time
                         * @description last failed before this time
                         */
                        to?: string;
                        /** @example rides.v1 */
                        topic?: string;
                    };
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason?: string;
                } | {
                    /**
                     * @description also those of whose keys later facts have been handled; the dry run tells which
                     * @default false
                     */
                    acceptOvertaken?: boolean;
                    /** @enum {boolean} */
                    all: true;
                    /**
                     * @description only tell what would go where
                     * @default false
                     */
                    dryRun?: boolean;
                    /** @description at most so many, those that stand first */
                    limit?: number;
                    /** @description facts per second */
                    rate?: number;
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description of a dry run: what would go where; nothing is done */
            200: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepairPlan"];
                };
            };
            /** @description ordered, and done step by step */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    /** @description where to see how far it is */
                    Location?: string;
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repair"];
                };
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["overtaken.request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: never;
            header?: {
                /** @description goes on after this event; without it, from now on */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a stream that stays open */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        /** @description as LiveEvents has it by `event` */
                        data: string;
                        /** @enum {string} */
                        event: "offer.made" | "offer.expired" | "offer.withdrawn" | "offer.refused" | "booking.created" | "booking.cancelled" | "cancellation.refused" | "ride.ended" | "shift.ended";
                        /** @description for Last-Event-ID; what passes has none */
                        id?: string;
                    };
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing that a restart would mend */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "up",
                     *       "troubles": [],
                     *       "figures": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["internal_error"];
            503: components["responses"]["needs_restart"];
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description yes; figures are for information */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["internal_error"];
            503: components["responses"]["not_ready"];
        };
    };
    getStartup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description yes */
            200: {
                headers: {
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "up",
                     *       "troubles": [],
                     *       "figures": {}
                     *     }
                     */
                    "application/json": components["schemas"]["Health"];
                };
            };
            500: components["responses"]["internal_error"];
            503: components["responses"]["not_started"];
        };
    };
    acceptOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                offerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description said */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["offer_not_found"];
            409: components["responses"]["offer_accepted.offer_is_over.request_in_flight"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    declineOffer: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                offerId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OfferDecline"];
            };
        };
        responses: {
            /** @description said */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["offer_not_found"];
            409: components["responses"]["offer_accepted.offer_is_over.request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description counts */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    listRideOutcomes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutcomesAsked"];
            };
        };
        responses: {
            /** @description in the order in which they were asked for */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["RideOutcome"][];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getRideOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description also of a ride that it has not heard of */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
                     *       "outcome": "completed",
                     *       "endings": 1
                     *     }
                     */
                    "application/json": components["schemas"]["RideOutcome"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    reportPositions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    points: components["schemas"]["Point"][];
                };
            };
        };
        responses: {
            /** @description the points that can be used are taken */
            202: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
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
                    "application/json": {
                        dropped: components["schemas"]["DroppedPoint"][];
                        /** @description how many points were taken */
                        taken: number;
                    };
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["off_duty"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    getProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description your profile */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverProfile"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["profile_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    changeProfile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DriverProfileChange"];
            };
        };
        responses: {
            /** @description your profile as it is now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DriverProfile"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    listRides: {
        parameters: {
            query?: {
                /** @description `next` of the page before; without it, the first page */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of them */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RideList"];
                };
            };
            400: components["responses"]["invalid_cursor.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getRide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the ride */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ride"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    reportArrival: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Arrival"];
            };
        };
        responses: {
            /** @description said */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            409: components["responses"]["already_over.not_your_ride.request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    cancelRide: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RideCancellation"];
            };
        };
        responses: {
            /** @description wished for */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            409: components["responses"]["already_over.not_your_ride.request_in_flight.rider_aboard"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    dropOffRider: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dropoff"];
            };
        };
        responses: {
            /** @description said */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            409: components["responses"]["already_over.not_aboard.not_your_ride.request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    reportNoShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description said */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            409: components["responses"]["already_over.not_arrived.not_your_ride.request_in_flight.rider_aboard.still_waiting"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    pickUpRider: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pickup"];
            };
        };
        responses: {
            /** @description said */
            202: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            409: components["responses"]["already_over.not_arrived.not_your_ride.pin_paused.request_in_flight.wrong_pin"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description your rating */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf",
                     *       "stars": 5,
                     *       "comment": "On time."
                     *     }
                     */
                    "application/json": components["schemas"]["Rating"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["rating_not_found.ride_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    rateRider: {
        parameters: {
            query?: never;
            header?: {
                /** @description yours for what you ask: sent again with the same body within 24 h, it is done once and answered the same */
                "Idempotency-Key"?: string;
            };
            path: {
                rideId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    comment?: string;
                    stars: number;
                };
            };
        };
        responses: {
            /** @description said */
            204: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["idempotency_key_missing.invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["ride_not_found"];
            409: components["responses"]["already_rated.not_completed.not_your_ride.rating_too_late.request_in_flight"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["idempotency_key_reused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    getShift: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the shift */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    goOnDuty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ShiftStart"];
            };
        };
        responses: {
            /** @description you can be offered rides */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["on_a_ride"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["outside_service_areas"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    goOffDuty: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description you are offered no more rides */
            204: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            409: components["responses"]["on_a_ride"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    listStatements: {
        parameters: {
            query?: {
                /** @description how many at most, the newest first */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the statements */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StatementList"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getTier: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the tier */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tier"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
}
