# The bots, with the articles that ship or those of a mounted folder (CORPUS_DIR). See docs/operating.md.
FROM node:22-slim AS build
WORKDIR /readout
COPY . .
RUN npm ci && npm prune --omit=dev --omit=optional --ignore-scripts

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
