import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { settings } from '@ride/configuration';
import { logger } from '@ride/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { filesIn, FOLDER, NOT_BUILT, type PageFile } from './files.js';
import { headersOf } from './headers.js';

/** The addresses of the page, whose own router shows what belongs to each; every other one is the REST's, or nobody's. */
const PAGES = [
  '/',
  '/signed-in',
  '/find',
  '/journey/*',
  '/facts',
  '/facts/*',
  '/failed',
  '/failed/*',
  '/area',
  '/break',
];

/** Answers with the built page. Its files are read once: they are few, and change with the process only. */
@Injectable()
export class PageRoutes implements OnModuleInit {
  constructor(private readonly adapters: HttpAdapterHost<FastifyAdapter>) {}

  onModuleInit(): void {
    const fastify = this.adapters.httpAdapter.getInstance();
    const headers = headersOf(settings());
    const files = filesIn(FOLDER);
    const index = files.get('/index.html');
    if (index === undefined) logger('console').warn({ folder: FOLDER }, 'the page is not built');
    const answerWith = (file: PageFile) => (request: FastifyRequest, reply: FastifyReply) =>
      answer(file, request, reply.headers(headers));
    for (const page of PAGES) fastify.get(page, answerWith(index ?? NOT_BUILT));
    for (const [path, file] of files) if (file !== index) fastify.get(path, answerWith(file));
  }
}

function answer(file: PageFile, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  void reply.headers({ 'content-type': file.type, 'cache-control': file.cacheControl, etag: file.etag });
  if (headers['if-none-match'] === file.etag) return reply.code(304).send();
  const isPacked = file.packed !== undefined && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  void reply.code(file.status).header('vary', 'accept-encoding');
  return isPacked ? reply.header('content-encoding', 'gzip').send(file.packed) : reply.send(file.content);
}
