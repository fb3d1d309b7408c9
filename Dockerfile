# Built where the compiler is, run where it is not.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts && npm rebuild better-sqlite3
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY questions/terms.yaml questions/
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production CUECARD_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY migrations migrations
COPY questions questions
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
HEALTHCHECK --interval=1m --start-period=2m --timeout=10s CMD ["node", "dist/cli.js", "health"]
CMD ["node", "dist/main.js"]
