/** What is believed of a provider, and how long it is listened to. This one says whatever a test has it say. */
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { type NotProven, wayTo, whoCameBack } from "./open-id.ts";

const AT = "https://attest.example.org/sign-in/return";
const CLIENT = { clientId: "attest", clientSecret: "zq secret", name: "Example ID" };
const SUBJECT = "zq-somebody";

const pair = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
const key = pair();
const anotherKey = pair();
const jwk = { ...key.publicKey.export({ format: "jwk" }), kid: "one", use: "sig", alg: "ES256" };

type Claims = Record<string, unknown>;
type Answer = (request: IncomingMessage, response: ServerResponse) => void;
let issuer = "";
let asked: string[] = [];
/** What is said otherwise than rightly. */
let odd: { metadata?: object; claims?: Claims; key?: typeof key.privateKey; alg?: string; token?: Answer } =
  {};
let nonce = "";

const json = (response: ServerResponse, body: unknown) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function idToken(): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = { iss: issuer, aud: "attest", sub: SUBJECT, nonce, iat: now, exp: now + 60, ...odd.claims };
  const alg = odd.alg ?? "ES256";
  const body = `${base64url({ alg, kid: "one" })}.${base64url(claims)}`;
  if (alg === "none") return `${body}.`;
  const by = createPrivateKey((odd.key ?? key.privateKey).export({ format: "pem", type: "pkcs8" }));
  const signature = sign("sha256", Buffer.from(body), { key: by, dsaEncoding: "ieee-p1363" });
  return `${body}.${signature.toString("base64url")}`;
}

const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  if (request.url === "/.well-known/openid-configuration")
    return json(response, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["ES256"],
      authorization_response_iss_parameter_supported: true,
      ...odd.metadata,
    });
  if (request.url === "/keys") return json(response, { keys: [jwk] });
  if (odd.token) return odd.token(request, response);
  json(response, { access_token: "zq-token", token_type: "Bearer", expires_in: 60, id_token: idToken() });
});

beforeAll(async () => {
  server.listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  issuer = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
afterEach(() => {
  odd = {};
  asked = [];
  said.mockClear();
});

let clients = 0;
/** Each time as if the program had just been started. */
const provider = () => ({ ...CLIENT, issuer, clientSecret: `${CLIENT.clientSecret} ${++clients}` });

async function trip(changed: (query: URLSearchParams) => void = () => undefined, isFresh = false) {
  const one = provider();
  const { location, away } = await wayTo(one, AT, isFresh);
  nonce = away.nonce;
  expect(location.startsWith(`${issuer}/authorize?`)).toBe(true);
  const { searchParams } = new URL(location);
  const anew = [searchParams.get("prompt"), searchParams.get("max_age")];
  expect(anew).toEqual(isFresh ? ["login", "0"] : [null, null]);
  const query = new URLSearchParams({ code: "a-code", state: away.state, iss: issuer });
  changed(query);
  return whoCameBack(one, AT, `?${query}`, away);
}
const whyNot = (going: Promise<unknown>) =>
  going.then(
    () => "proven",
    (error: NotProven) => error.why,
  );

it("believes what is said by whom, to whom, of when and for this time, under a known seal", async () => {
  expect(await trip()).toEqual({ issuer, subject: SUBJECT });
  expect(asked).toEqual(["GET /.well-known/openid-configuration", "POST /token", "GET /keys"]);
  expect(said).not.toHaveBeenCalled();
});

const past = Math.floor(Date.now() / 1_000) - 3_600;
it.each<[string, typeof odd]>([
  ["another nonce", { claims: { nonce: "of another sign-in" } }],
  ["no nonce", { claims: { nonce: undefined } }],
  ["another issuer", { claims: { iss: "https://evil.example" } }],
  ["another audience", { claims: { aud: "another-program" } }],
  ["a time that is over", { claims: { iat: past, exp: past + 60 } }],
  ["no subject", { claims: { sub: undefined } }],
  ["a subject that is no text", { claims: { sub: { $ne: null } } }],
  ["another's seal", { key: anotherKey.privateKey }],
  ["no seal", { alg: "none" }],
  [
    "a page",
    { token: (_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>") },
  ],
  ["no token", { token: (_, response) => json(response, { access_token: "a", token_type: "Bearer" }) }],
  ["rubbish", { token: (_, response) => json(response, [null, "zq-rubbish"]) }],
  ["a fault", { token: (_, response) => response.writeHead(500).end("zq-fault") }],
  ["another way", { token: (_, response) => response.writeHead(307, { location: "/elsewhere" }).end() }],
])("does not believe %s, and says in the log what kind it was and nothing of it", async (_, otherwise) => {
  odd = otherwise;
  expect(await whyNot(trip())).toBe("wrong");
  expect(asked).not.toContain("POST /elsewhere");
  const log = JSON.stringify(said.mock.calls);
  expect(log).toContain("open_id.not_proven");
  expect(log).not.toMatch(/zq|a-code|evil/);
});

describe("where somebody is to sign in there anew", () => {
  const now = () => Math.floor(Date.now() / 1_000);
  const anew = (claims: Claims) => {
    odd = { claims };
    return trip(undefined, true);
  };

  it("believes a provider that says that they did", async () => {
    expect(await anew({ auth_time: now() })).toEqual({ issuer, subject: SUBJECT });
    // Its clock may be a little behind.
    expect(await anew({ auth_time: now() - 20 })).toEqual({ issuer, subject: SUBJECT });
  });

  it.each<[string, Claims]>([
    ["says that they did an hour ago", { auth_time: past }],
    ["says that they did a minute before they left", { auth_time: now() - 60 }],
    ["says that they will in an hour", { auth_time: now() + 3_600 }],
    ["does not say when they did", {}],
  ])("is told apart that it %s", async (_, claims) => {
    expect(await whyNot(anew(claims))).toBe("stale");
    expect(JSON.stringify(said.mock.calls)).toContain('"why\\":\\"stale');
    odd = { claims };
    expect(await whyNot(trip())).toBe("proven"); // to sign in, that is enough
  });

  it.each([null, "now", -1, { $gt: 0 }])("does not believe that they did at %j", async (time) => {
    expect(await whyNot(anew({ auth_time: time }))).toBe("wrong");
  });

  it("believes nothing else for being fresh", async () => {
    odd = { claims: { auth_time: now() }, key: anotherKey.privateKey };
    expect(await whyNot(trip(undefined, true))).toBe("wrong");
  });
});

it("takes no answer of another provider, of another sign-in, or given twice", async () => {
  expect(await whyNot(trip((query) => query.set("iss", "https://evil.example")))).toBe("wrong");
  expect(await whyNot(trip((query) => query.delete("iss")))).toBe("wrong");
  expect(await whyNot(trip((query) => query.set("state", "another")))).toBe("wrong");
  expect(await whyNot(trip((query) => query.append("code", "another")))).toBe("wrong");
  expect(asked.filter((one) => one.startsWith("POST"))).toEqual([]);
});

it("hears that somebody stopped, or that the provider cannot now", async () => {
  const failing = (error: string) => (query: URLSearchParams) => {
    query.delete("code");
    query.set("error", error);
  };
  expect(await whyNot(trip(failing("access_denied")))).toBe("stopped");
  expect(await whyNot(trip(failing("temporarily_unavailable")))).toBe("down");
});

it("asks nobody but the provider's own origin, whatever it says of its addresses", async () => {
  const inside = "http://127.0.0.1:1";
  for (const name of ["token_endpoint", "jwks_uri", "authorization_endpoint"]) {
    odd = { metadata: { [name]: `${inside}/x` } };
    expect(await whyNot(trip()), name).toBe("wrong");
  }
  odd = { metadata: { issuer: "https://evil.example" } };
  expect(await whyNot(trip())).toBe("wrong");
});

it("waits for no answer without end, and reads none", async () => {
  odd = {
    token: (_, response) => void response.writeHead(200, { "content-type": "application/json" }).write("{"),
  };
  const began = Date.now();
  expect(await whyNot(trip())).toBe("down");
  expect(Date.now() - began).toBeLessThan(15_000);
  odd = {
    token(_, response) {
      response.writeHead(200, { "content-type": "application/json" });
      response.on("error", () => undefined);
      const more = (): void => {
        while (!response.destroyed && response.write(" ".repeat(65_536)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    },
  };
  expect(await whyNot(trip())).toBe("down");
});

it("shows its secret as the provider takes it", async () => {
  const shown: [string, string][] = [];
  const noted: Answer = (request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      shown.push([
        request.headers.authorization?.split(" ")[0] ?? "none",
        body.includes("client_secret=") ? "body" : "-",
      ]);
      json(response, { access_token: "a", token_type: "Bearer", id_token: idToken() });
    });
  };
  odd = { token: noted };
  await trip();
  odd = { token: noted, metadata: { token_endpoint_auth_methods_supported: ["client_secret_post"] } };
  await trip();
  expect(shown).toEqual([
    ["Basic", "-"],
    ["none", "body"],
  ]);
});
