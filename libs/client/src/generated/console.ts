/** Made by `npm run docs` from the service’s OpenAPI document. */
export interface paths {
    "/areas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The service areas */
        get: operations["listAreas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/console-config.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the services are, and who signs operators in */
        get: operations["getConsoleConfig"];
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
    "/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened lately, newest first */
        get: operations["listJourneys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/journeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All that happened to a ride, or under a correlation id, and because of what
         * @description Requests, facts, who handled them when and in which attempt, retries and dead letters. What was handled is there about a second later.
         */
        get: operations["getJourney"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where drivers are, and where drivers are looked for, in one service area */
        get: operations["getAreaMap"];
        put?: never;
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
    "/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which instances live and how they are, and how far each subscription is behind
         * @description May be asked each second: it is answered from memory.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rides/by-state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many rides there are in each state, and how those of the last hour ended */
        get: operations["getRidesByState"];
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
        Area: {
            /** @description its id */
            area: string;
            name: string;
            /** @description GeoJSON: longitude, latitude */
            polygon: {
                coordinates: [
                    number,
                    number
                ][][];
                /** @constant */
                type: "Polygon";
            };
        };
        AreaMap: {
            area: components["schemas"]["Area"];
            /** @description whose position is not older than a minute */
            drivers: components["schemas"]["DriverOnMap"][];
            /** @description for which a driver is looked for now */
            searches: components["schemas"]["SearchOnMap"][];
        };
        Areas: {
            areas: components["schemas"]["Area"][];
        };
        ConsoleConfig: {
            audience: string;
            clientId: string;
            /** @description where the local stack can be broken; null elsewhere */
            faultsUrl: string | null;
            /** @description the OpenID provider at which operators sign in */
            issuer: string;
            /** @description with {correlationId} */
            logUrl: string | null;
            /** @description where in a token the role stands */
            roleClaim: string;
            /** @description where the page asks them itself */
            services: {
                /** Format: uri */
                booking: string;
                /** Format: uri */
                driver: string;
                /** Format: uri */
                matching: string;
                /** Format: uri */
                notification: string;
                /** Format: uri */
                rider: string;
            };
            /** @description with {traceId} */
            traceUrl: string | null;
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
        DriverOnMap: {
            at: components["schemas"]["Time"];
            driverId: components["schemas"]["Id"];
            lat: number;
            lng: number;
            /** @description null: off duty, or not known */
            state: ("free" | "offered" | "booked") | null;
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
        Instance: {
            /** @description how late its event loop was at worst, in the 2 s before */
            eventLoopMs: number;
            host: string;
            instance: components["schemas"]["Id"];
            pid: number;
            reportedAt: components["schemas"]["Time"];
            rssBytes: number;
            startedAt: components["schemas"]["Time"];
            /**
             * @description silent: nothing was heard of it for 10 s
             * @enum {string}
             */
            state: "ready" | "troubled" | "silent" | "stopped";
            troubles: {
                /** @description see docs/health.md */
                code: string;
                message: string;
            }[];
            version: string;
        };
        Journey: {
            correlationId: string;
            /** @description by time; a tree by `causationId` */
            entries: components["schemas"]["JourneyEntry"][];
            /** @description there is more than can be shown at once */
            isCut: boolean;
            links: {
                logs: string | null;
                trace: string | null;
            };
            ride: components["schemas"]["JourneyRide"] | null;
            traceIds: string[];
        };
        JourneyEntry: {
            at: components["schemas"]["Time"];
            causationId: null;
            id: string;
            /** @constant */
            kind: "request";
            /** @description method and route; null: a round, a deadline, or not told */
            request: string | null;
            service: string;
        } | {
            at: components["schemas"]["Time"];
            causationId: string | null;
            /** @description without names, contacts and places */
            data: {
                [key: string]: unknown;
            } | null;
            id: string;
            key: string | null;
            /** @constant */
            kind: "fact";
            /** @description by the broker’s clock */
            loggedAt: components["schemas"]["Time"];
            offset: string;
            partition: number;
            service: string;
            topic: string;
            traceId: string | null;
            type: string;
            /** @description why nobody can read it; null: it can be read */
            unreadable: string | null;
        } | {
            at: components["schemas"]["Time"];
            attempt: number;
            causationId: string | null;
            handler: string;
            id: string;
            /** @constant */
            kind: "handled";
            /** @constant */
            outcome: "done";
            service: string;
            subscription: string;
            tookMs: number | null;
        } | {
            at: components["schemas"]["Time"];
            /** @description the one that failed */
            attempt: number;
            causationId: string | null;
            /** @description when the next one was due */
            dueAt: components["schemas"]["Time"] | null;
            error: string | null;
            handler: string;
            id: string;
            /** @constant */
            kind: "retry";
            offset: string;
            partition: number;
            service: string;
            subscription: string;
            topic: string;
        } | {
            at: components["schemas"]["Time"];
            attempts: number;
            causationId: string | null;
            error: string;
            handler: string;
            id: string;
            /** @constant */
            kind: "dead-letter";
            /** @description its id at /dead-letters; null: ask there by its key */
            letterId: string | null;
            offset: string;
            partition: number;
            /** @description a stable code */
            reason: string;
            service: string;
            subscription: string;
            topic: string;
        };
        JourneyList: {
            journeys: components["schemas"]["JourneySummary"][];
            /** @description the `cursor` of the next page; absent on the last */
            next?: string;
        };
        JourneyRide: {
            area: string | null;
            driverId: string | null;
            endedAt: components["schemas"]["Time"] | null;
            requestedAt: components["schemas"]["Time"] | null;
            rideId: string;
            riderId: string | null;
            state: string;
        };
        JourneySummary: {
            correlationId: string;
            deadLetters: number;
            facts: number;
            lastAt: components["schemas"]["Time"];
            retries: number;
            ride: components["schemas"]["JourneyRide"] | null;
            startedAt: components["schemas"]["Time"];
        };
        OutcomesAsked: {
            rideIds: components["schemas"]["Id"][];
        };
        Overview: {
            at: components["schemas"]["Time"];
            /** @description when Kafka was last asked for the lag; null: it has not answered yet */
            lagAt: components["schemas"]["Time"] | null;
            services: components["schemas"]["ServiceSeen"][];
            subscriptions: components["schemas"]["Subscription"][];
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
        Problem: {
            /**
             * @description what it is: it stays
             * @enum {string}
             */
            code: "area_not_found" | "forbidden" | "internal_error" | "invalid_cursor" | "invalid_request" | "journey_not_found" | "malformed_request" | "method_not_allowed" | "needs_restart" | "not_ready" | "not_started" | "temporarily_unavailable" | "too_large" | "too_many_requests" | "unauthenticated" | "unknown_route" | "unsupported_media_type";
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
        RideOutcome: {
            /** @description how often the service heard of an end: once */
            endings: number;
            /** @description null: it goes on */
            outcome: ("completed" | "cancelled" | "unfulfilled") | null;
            rideId: components["schemas"]["Id"];
        };
        RidesByState: {
            outcomesLastHour: {
                /** @enum {string} */
                outcome: "completed" | "cancelled" | "unfulfilled";
                rides: number;
            }[];
            states: {
                /** @description since when the ride that was longest in it has been; null: none */
                oldestAt: components["schemas"]["Time"] | null;
                rides: number;
                /** @enum {string} */
                state: "requested" | "booked" | "arrived" | "aboard";
            }[];
        };
        SearchOnMap: {
            /** @description drivers who are being asked */
            offers: number;
            openedAt: components["schemas"]["Time"];
            pickup: components["schemas"]["Place"];
            /** @description within which a driver is looked for now */
            radiusMetres: number;
            rideId: components["schemas"]["Id"];
        };
        ServiceSeen: {
            /** @description handlers that were broken on purpose */
            breaks: number;
            failed: {
                /** @description facts that were given up on, up to 100,000 */
                dead: number;
                /** @description facts to be tried again; counted each 10 s, up to 100,000 */
                waiting: number;
            };
            instances: components["schemas"]["Instance"][];
            name: string;
            /** @description as it was last told */
            outbox: {
                /** @description how long the first has waited; null: not known */
                oldestSeconds: number | null;
                /** @description facts that the broker refuses for good */
                refused: number;
                /** @description facts to be sent; counted each 10 s, up to 100,000 */
                waiting: number;
            };
            /**
             * @description silent: no instance is heard; troubled: one is not ready
             * @enum {string}
             */
            state: "ready" | "troubled" | "silent";
        };
        Subscription: {
            /** @description its consumer group in Kafka */
            group: string;
            lagRecords: number;
            /** @description age of the oldest record that is not handled; 0: there is none */
            lagSeconds: number;
            members: number;
            partitions: {
                /** @description the next record to be handled; null: none was yet */
                committed: number | null;
                /** @description the offset that the next record gets */
                end: number;
                lagRecords: number;
                /** @description seconds */
                lagSeconds: number;
                partition: number;
                topic: string;
            }[];
            service: string;
            /**
             * @description stuck: something waits, and nothing was handled for 30 s; nobody: it has no member
             * @enum {string}
             */
            state: "moving" | "idle" | "stuck" | "nobody";
            /** @description a service’s handlers, its retries, or one effect */
            subscription: string;
            /** @description of the last ten minutes, the worst of each 5 s */
            trend: {
                at: components["schemas"]["Time"];
                lagRecords: number;
                /** @description seconds */
                lagSeconds: number;
            }[];
        };
        /**
         * Format: date-time
         * @description ISO 8601, UTC
         * @example 2026-11-25T04:12:08.120Z
         */
        Time: string;
        /** @description something that keeps a part of the service from its work */
        Trouble: {
            /** @enum {string} */
            code: "starting" | "draining" | "database_unreachable" | "migrations_missing" | "broker_unreachable" | "broker_refuses" | "topic_missing" | "consumer_not_joined" | "consumer_silent" | "waits_in_place" | "parking_impossible" | "consumer_paused" | "unit_stuck" | "partition_stuck" | "relay_failing" | "relay_stuck" | "producer_failing" | "sweep_failing" | "task_not_running" | "redis_unreachable";
            part: string;
            since: components["schemas"]["Time"];
            todo: string;
            what: string;
        };
    };
    responses: {
        /** @description `area_not_found` */
        area_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "area_not_found";
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
        /** @description `journey_not_found` */
        journey_not_found: {
            headers: {
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "journey_not_found";
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
    listAreas: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description in the order of their file */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Areas"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getConsoleConfig: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description no secret */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsoleConfig"];
                };
            };
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
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
    listJourneys: {
        parameters: {
            query?: {
                correlation?: string;
                /** @description `next` of the page before; without it, the first page */
                cursor?: string;
                /** @description journeys in which this driver is named, offers among them */
                driver?: components["schemas"]["Id"];
                limit?: number;
                ride?: components["schemas"]["Id"];
                /** @description journeys in which this rider is named */
                rider?: components["schemas"]["Id"];
                /** @description how the id of a ride, a person or a journey begins */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of journeys */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JourneyList"];
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
    getJourney: {
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
            /** @description the journey */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Journey"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["journey_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getAreaMap: {
        parameters: {
            query?: {
                /** @description id or name of a service area; without it the first */
                area?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description as the log says now */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AreaMap"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            404: components["responses"]["area_not_found"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
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
    getOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description every service and every consumer group */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["temporarily_unavailable"];
        };
    };
    getRidesByState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description each state and each outcome, also those of no ride */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RidesByState"];
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
