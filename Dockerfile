# The bots, with the articles that ship or those of a mounted folder (CORPUS_DIR). See docs/operating.md.
FROM node:22-slim AS build
WORKDIR /readout
COPY . .
# Not --omit=optional: the machine code of libsql is optional dependencies of it. TDLib is for benchmarks.
RUN npm ci && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@prebuilt-tdlib

FROM node:22-slim
WORKDIR /readout
ENV NODE_ENV=production
COPY --from=build /readout/package.json .
COPY --from=build /readout/node_modules node_modules
COPY --from=build /readout/dist dist
COPY --from=build /readout/data data
COPY --from=build /readout/corpus corpus
USER node
CMD ["node", "dist/readout.js", "bot"]
