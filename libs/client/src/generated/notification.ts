/** Made by `npm run docs` from the service’s OpenAPI document. */
export interface paths {
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
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your messages, newest first */
        get: operations["listMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{messageId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark a message as read
         * @description Your other devices hear of it by `message.read` on GET /events. Again changes nothing.
         */
        put: operations["markMessageRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark a message and all older ones as read
         * @description Your other devices hear of it by `message.read` on GET /events. Again changes nothing.
         */
        put: operations["markMessagesReadUpTo"];
        post?: never;
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
    "/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Your language, and where you are told which messages */
        get: operations["getPreferences"];
        /**
         * Change your language, and where you are told which messages
         * @description What is left out stays as it is, so that two devices that change different things don’t undo each other’s. It counts for messages that come from then on: a kind that is off in both channels is not told at all.
         */
        put: operations["changePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where your messages are posted */
        get: operations["getWebhook"];
        /**
         * Say where to post your messages
         * @description Again: another address, or a new secret.
         */
        put: operations["registerWebhook"];
        post?: never;
        /** Post no more messages */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Channels: {
            /** @description in GET /messages and on GET /events */
            inApp: boolean;
            /** @description posted to your webhook, if you have one */
            webhook: boolean;
        };
        ChannelsOfRequired: {
            /**
             * @description stays true: what says how much is paid is kept in GET /messages
             * @constant
             */
            inApp: true;
            /** @description posted to your webhook, if you have one */
            webhook: boolean;
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
            "message.new": components["schemas"]["NewMessage"];
            "message.read": components["schemas"]["MessageRead"];
        };
        /**
         * @example {
         *       "messageId": "01a21044-9a01-7d02-8c11-6a0f5d1e2b3c",
         *       "kind": "driver_on_the_way",
         *       "text": "Your driver is on the way and comes in about 4 minutes. The fare is $12.50.",
         *       "language": "en",
         *       "about": {
         *         "fact": "BookingCreated",
         *         "factId": "01a21044-9a00-7d02-8c11-6a0f5d1e2b3c",
         *         "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf"
         *       },
         *       "sentAt": "2026-11-25T04:12:15.020Z"
         *     }
         */
        Message: {
            /** @description the fact that it tells of */
            about: {
                fact: string;
                factId: components["schemas"]["Id"];
                rideId: components["schemas"]["Id"];
            };
            /** @description what it tells; there may be more kinds one day */
            kind: string;
            /** @description of the text (ISO 639-1): what you wished when it was written */
            language: string;
            messageId: components["schemas"]["Id"];
            /** @description absent: it is unread */
            readAt?: components["schemas"]["Time"];
            sentAt: components["schemas"]["Time"];
            text: string;
        };
        MessageList: {
            messages: components["schemas"]["Message"][];
            /** @description the `cursor` of the next page; absent on the last */
            next?: string;
            /** @description how many are unread, on this page or not */
            unread: number;
        };
        /** @description on another device, perhaps */
        MessageRead: {
            /** @description the one that was marked */
            messageId?: components["schemas"]["Id"];
            readAt: components["schemas"]["Time"];
            /** @description or: this one and all older ones */
            upTo?: components["schemas"]["Id"];
        };
        MessagesReadUpTo: {
            /** @description the newest message that was read */
            upTo: components["schemas"]["Id"];
        };
        /**
         * @example {
         *       "messageId": "01a21044-9a01-7d02-8c11-6a0f5d1e2b3c",
         *       "kind": "driver_on_the_way",
         *       "text": "Your driver is on the way and comes in about 4 minutes. The fare is $12.50.",
         *       "language": "en",
         *       "about": {
         *         "fact": "BookingCreated",
         *         "factId": "01a21044-9a00-7d02-8c11-6a0f5d1e2b3c",
         *         "rideId": "01a21044-98be-71cf-a7d5-4bb8552fbabf"
         *       },
         *       "sentAt": "2026-11-25T04:12:15.020Z"
         *     }
         */
        NewMessage: {
            /** @description the fact that it tells of */
            about: {
                fact: string;
                factId: components["schemas"]["Id"];
                rideId: components["schemas"]["Id"];
            };
            /** @description what it tells; there may be more kinds one day */
            kind: string;
            /** @description of the text (ISO 639-1): what you wished when it was written */
            language: string;
            messageId: components["schemas"]["Id"];
            sentAt: components["schemas"]["Time"];
            text: string;
        };
        OutcomesAsked: {
            rideIds: components["schemas"]["Id"][];
        };
        PreferenceChange: {
            kinds?: {
                cancellation_refused?: components["schemas"]["Channels"];
                driver_arrived?: components["schemas"]["Channels"];
                driver_on_the_way?: components["schemas"]["Channels"];
                earnings?: components["schemas"]["ChannelsOfRequired"];
                off_the_ride?: components["schemas"]["Channels"];
                receipt?: components["schemas"]["ChannelsOfRequired"];
                ride_cancelled?: components["schemas"]["ChannelsOfRequired"];
                ride_is_yours?: components["schemas"]["Channels"];
                ride_unfulfilled?: components["schemas"]["Channels"];
                searching_again?: components["schemas"]["Channels"];
            };
            /** @enum {string} */
            language?: "en" | "es";
        };
        Preferences: {
            kinds: {
                cancellation_refused: components["schemas"]["ShownChannels"];
                driver_arrived: components["schemas"]["ShownChannels"];
                driver_on_the_way: components["schemas"]["ShownChannels"];
                earnings: components["schemas"]["ShownChannels"];
                off_the_ride: components["schemas"]["ShownChannels"];
                receipt: components["schemas"]["ShownChannels"];
                ride_cancelled: components["schemas"]["ShownChannels"];
                ride_is_yours: components["schemas"]["ShownChannels"];
                ride_unfulfilled: components["schemas"]["ShownChannels"];
                searching_again: components["schemas"]["ShownChannels"];
            };
            /** @description ISO 639-1 */
            language: string;
        };
        Problem: {
            /**
             * @description what it is: it stays
             * @enum {string}
             */
            code: "dead_letter_not_found" | "edit_not_allowed" | "fact_unknown" | "forbidden" | "idempotency_key_missing" | "idempotency_key_reused" | "internal_error" | "invalid_cursor" | "invalid_fact" | "invalid_request" | "key_blocked" | "key_changed" | "key_in_use" | "malformed_request" | "message_kind_required" | "message_not_found" | "method_not_allowed" | "needs_restart" | "not_dead" | "not_ready" | "not_started" | "overtaken" | "repair_not_found" | "request_in_flight" | "temporarily_unavailable" | "too_large" | "too_many_requests" | "unauthenticated" | "unknown_route" | "unsupported_media_type" | "webhook_address_refused" | "webhook_not_found";
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
        RegisteredWebhook: {
            goneAt?: components["schemas"]["Time"];
            registeredAt: components["schemas"]["Time"];
            /** @description signs what is posted (Standard Webhooks); shown now and never again */
            secret: string;
            /**
             * @description gone: it answered 410, and nothing is posted any more
             * @enum {string}
             */
            status: "on" | "gone";
            url: string;
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
        RideOutcome: {
            /** @description how often the service heard of an end: once */
            endings: number;
            /** @description null: it goes on */
            outcome: ("completed" | "cancelled" | "unfulfilled") | null;
            rideId: components["schemas"]["Id"];
        };
        ShownChannels: {
            /** @description in GET /messages and on GET /events */
            inApp: boolean;
            /** @description its `inApp` can’t be switched off */
            required: boolean;
            /** @description posted to your webhook, if you have one */
            webhook: boolean;
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
        /**
         * @example {
         *       "url": "https://example.com/ride",
         *       "status": "on",
         *       "registeredAt": "2026-11-25T04:12:08.120Z"
         *     }
         */
        Webhook: {
            goneAt?: components["schemas"]["Time"];
            registeredAt: components["schemas"]["Time"];
            /**
             * @description gone: it answered 410, and nothing is posted any more
             * @enum {string}
             */
            status: "on" | "gone";
            url: string;
        };
        /**
         * @example {
         *       "url": "https://example.com/ride"
         *     }
         */
        WebhookRegistration: {
            /** Format: uri */
            url: string;
        };
    };
    responses: {
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
        /** @description `message_kind_required` */
        message_kind_required: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "message_kind_required";
                };
            };
        };
        /** @description `message_not_found` */
        message_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "message_not_found";
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
        /** @description `webhook_address_refused` */
        webhook_address_refused: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "webhook_address_refused";
                };
            };
        };
        /** @description `webhook_not_found` */
        webhook_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "webhook_not_found";
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
                        event: "message.new" | "message.read";
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
    listMessages: {
        parameters: {
            query?: {
                /** @description `next` of the page before; without it, the first page */
                cursor?: string;
                limit?: number;
                /** @description `true`: only messages that are not marked as read */
                unread?: "true" | "false";
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
                    "application/json": components["schemas"]["MessageList"];
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
    markMessageRead: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                messageId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description marked */
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
            404: components["responses"]["message_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    markMessagesReadUpTo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesReadUpTo"];
            };
        };
        responses: {
            /** @description marked */
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
            404: components["responses"]["message_not_found"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
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
    getPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description of every kind */
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
                     *       "language": "en",
                     *       "kinds": {
                     *         "driver_on_the_way": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "ride_is_yours": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "driver_arrived": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "receipt": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": true
                     *         },
                     *         "earnings": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": true
                     *         },
                     *         "ride_cancelled": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": true
                     *         },
                     *         "ride_unfulfilled": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "searching_again": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "off_the_ride": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "cancellation_refused": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreferenceChange"];
            };
        };
        responses: {
            /** @description all of them, as they are now */
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
                     *       "language": "en",
                     *       "kinds": {
                     *         "driver_on_the_way": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "ride_is_yours": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "driver_arrived": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "receipt": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": true
                     *         },
                     *         "earnings": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": true
                     *         },
                     *         "ride_cancelled": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": true
                     *         },
                     *         "ride_unfulfilled": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "searching_again": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "off_the_ride": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         },
                     *         "cancellation_refused": {
                     *           "inApp": true,
                     *           "webhook": true,
                     *           "required": false
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["message_kind_required"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the webhook */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["webhook_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    registerWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookRegistration"];
            };
        };
        responses: {
            /** @description messages are posted there from now on */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredWebhook"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            413: components["responses"]["too_large"];
            415: components["responses"]["unsupported_media_type"];
            422: components["responses"]["webhook_address_refused"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description nothing is posted any more */
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
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["key_blocked.temporarily_unavailable"];
        };
    };
}
