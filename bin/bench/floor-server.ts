/**
 * The floor behind plain node:http, as a process of its own, so that it stands as far from the one who measures as the
 * product does:  node bin/bench/floor-server.ts FOLDER
 * Prints its port. POST /<question> with the input as JSON.
 */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openInstallation } from "#lib/core/installation.ts";
import { type FloorInput, type FloorQuestion, openFloor } from "./floor.ts";
import { type Dataset, settingsIn } from "./generate.ts";

const folder = process.argv[2] ?? "";
const dataset = JSON.parse(readFileSync(join(folder, "dataset.json"), "utf8")) as Dataset;
const { fileKey } = await openInstallation(settingsIn(folder));
const floor = openFloor(join(folder, "attest.sqlite"), fileKey, dataset);

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8");
  request.on("data", (text: string) => (body += text));
  request.on("end", () => {
    const question = (request.url ?? "/").slice(1) as FloorQuestion;
    const answer = JSON.stringify(floor.ask[question](JSON.parse(body) as FloorInput));
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  });
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.on("SIGTERM", () => {
  server.close();
  server.closeAllConnections();
  floor.close();
});
