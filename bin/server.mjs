/**
 * The server of the built program: the JSON doors answer by themselves, everything else is Next's.
 *   node bin/server.mjs HOST PORT      started by bin/serve.mjs, which has checked the settings and migrated
 */
import { once } from "node:events";
import { createServer } from "node:http";
import next from "next";
import { readEnv } from "../lib/platform/env.ts";
import { answeredInFront } from "../lib/platform/front.ts";

const [host, port] = process.argv.slice(2);

const app = next({ dev: false, hostname: host, port: Number(port) });
await app.prepare();
const pages = app.getRequestHandler();

const isHttps = new URL(readEnv().url).protocol === "https:";

const server = createServer((request, response) => {
  if (answeredInFront(request, response, isHttps)) return;
  // Opened by instrumentation.ts, from within what Next has built (lib/api/node-door.ts).
  if (globalThis.attestDoors?.(request, response)) return;
  pages(request, response).catch((error) => {
    console.error(error);
    response.destroy();
  });
});
server.listen(Number(port), host);
await once(server, "listening");

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.on(signal, () => void stop());

/** Lets those who are being answered have their answer. */
async function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
}
