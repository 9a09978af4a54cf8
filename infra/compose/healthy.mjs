/* global fetch */
// The image's health check: asks what runs beside it, as the first process of the container, whether it has started.
import { readFileSync } from 'node:fs';
import { settings } from '@ride/configuration';

const [, name = 'rider'] = /(?:apps|src)\/(\w+)\/(?:dist|main)/.exec(readFileSync('/proc/1/cmdline', 'utf8')) ?? [];
const { ports } = settings();
const path = name === 'issuer' ? '/jwks' : '/health/started';
const answer = await fetch(`http://127.0.0.1:${ports[name]}${path}`);
process.exit(answer.ok ? 0 : 1);
