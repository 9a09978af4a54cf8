/** Made by `npm run docs` from the service’s OpenAPI document. */
export interface paths {
    "/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is asked for in a cell, and who is free there, in the minutes that are under way
         * @description Whichever instance is asked: the one that has the cell answers. Minutes that are over are on demand.v1.
         */
        get: operations["getDemand"];
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
    "/streams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The applications over streams, with the tasks of this instance */
        get: operations["listStreamApplications"];
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
         *       "cell": "882a100d67fffff",
         *       "minutes": [
         *         {
         *           "start": "2026-11-25T04:17:00.000Z",
         *           "end": "2026-11-25T04:18:00.000Z",
         *           "requests": 7,
         *           "freeDrivers": 3
         *         }
         *       ]
         *     }
         */
        Demand: {
            cell: string;
            /** @description that are not measured yet, the earliest first: what has been seen of them so far */
            minutes: {
                end: components["schemas"]["Time"];
                freeDrivers: number;
                requests: number;
                start: components["schemas"]["Time"];
            }[];
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
        OutcomesAsked: {
            rideIds: components["schemas"]["Id"][];
        };
        Problem: {
            /**
             * @description what it is: it stays
             * @enum {string}
             */
            code: "forbidden" | "internal_error" | "invalid_request" | "malformed_request" | "method_not_allowed" | "needs_restart" | "not_ready" | "not_started" | "state_moving" | "temporarily_unavailable" | "too_large" | "too_many_requests" | "unauthenticated" | "unknown_route" | "unsupported_media_type";
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
        StreamApplication: {
            /** @description changes when its state would mean something else */
            fingerprint: string;
            /** @description of its group */
            isMember: boolean;
            name: string;
            /** @description this instance, as its group knows it */
            owner: string | null;
            /** @description of this instance */
            tasks: {
                /** @description sub-topology and partition */
                id: string;
                keyless: number;
                /** @description by topic: records that have not been committed */
                lag: {
                    [key: string]: number;
                };
                /** @description by aggregate: records that came too late */
                late: {
                    [key: string]: number;
                };
                lost: {
                    code: string;
                    message: string;
                } | null;
                /** @description by topic: the next offset */
                position: {
                    [key: string]: number;
                };
                /** @description records of its changelog */
                restored: {
                    done: number;
                    of: number;
                };
                /** @enum {string} */
                state: "opening" | "running" | "dead";
                /** @description by aggregate: the highest event time that it has seen */
                streamTime: {
                    [key: string]: components["schemas"]["Time"];
                };
                /** @description records that could not be read, or at which its own functions threw */
                unusable: number;
            }[];
            /** @description its graph, sub-topologies, tasks and internal topics, in words */
            topology: string;
        };
        StreamApplications: {
            applications: components["schemas"]["StreamApplication"][];
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
        /** @description `state_moving`, `temporarily_unavailable` */
        "state_moving.temporarily_unavailable": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                "x-correlation-id": components["headers"]["x-correlation-id"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "state_moving" | "temporarily_unavailable";
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
    getDemand: {
        parameters: {
            query: {
                cell: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the demand */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Demand"];
                };
            };
            400: components["responses"]["invalid_request.malformed_request"];
            401: components["responses"]["unauthenticated"];
            403: components["responses"]["forbidden"];
            429: components["responses"]["too_many_requests"];
            500: components["responses"]["internal_error"];
            503: components["responses"]["state_moving.temporarily_unavailable"];
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
    listStreamApplications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the applications */
            200: {
                headers: {
                    RateLimit: components["headers"]["RateLimit"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    "x-correlation-id": components["headers"]["x-correlation-id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamApplications"];
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
