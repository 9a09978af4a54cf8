# One image for everything that runs: which service, says the argument.
#
#   docker build -t ride .
#   docker run ride apps/booking/dist/src/main.js            # the service
#   docker run ride apps/booking/dist/src/main.js migrate    # only its tables, then it ends
#
# Nothing is written into it at run time: it runs with --read-only. Where no engine runs, `node infra/compose/without-engine.mjs` does
# these steps in a folder and starts every service from there.

FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /ride
COPY . .
# What npm needs and no more, so that a change of code alone does not install again.
RUN mkdir /manifests && find . -name package.json -not -path '*/node_modules/*' -exec cp --parents '{}' /manifests ';' && cp package-lock.json .npmrc /manifests

FROM node:24.21.0-bookworm-slim AS production
WORKDIR /ride
COPY --from=manifests /manifests ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /ride
COPY --from=manifests /manifests ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node node_modules/@typescript/native/bin/tsc -b apps/rider apps/driver apps/matching apps/booking apps/notification apps/console apps/insights infra/local
RUN node apps/console/web/build.mjs
RUN node infra/compose/strip.mjs

FROM node:24.21.0-bookworm-slim
# PID 1 can't kill itself, and a service that is caught in a loop must: tini passes signals on and ends with it.
RUN apt-get update && apt-get install --yes --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
WORKDIR /ride
COPY --from=production /ride ./
COPY --from=build /ride/apps ./apps
COPY --from=build /ride/libs ./libs
COPY --from=build /ride/infra/local ./infra/local
COPY infra/compose/healthy.mjs infra/compose/forward.mjs nx.json ./
COPY docs/asyncapi.json ./docs/
ENV NODE_ENV=production RIDE_LISTEN_HOST=0.0.0.0
USER node
EXPOSE 13001 13002 13003 13004 13005 13006 13007
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["node", "healthy.mjs"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "--enable-source-maps", "--disable-warning=TimeoutNegativeWarning", "--max-semi-space-size=64"]
CMD ["apps/rider/dist/src/main.js"]
