/** A provider of OpenID Connect on this machine, whole and strict, at which whoever comes is the person that the test says. */
import { generateKeyPairSync, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import Provider, { type Configuration } from "oidc-provider";

/** How this installation is known there. */
export const CLIENT = { clientId: "attest", clientSecret: "known to the two of us alone" } as const;

export interface TestProvider {
  readonly issuer: string;
  /** Who comes from now on; null for somebody who changes their mind. */
  comes(subject: string | null): void;
  close(): Promise<void>;
}

/**
 * Starts a provider.
 * @param redirectUri the one address to which it sends anybody back
 * @param port a free one when absent
 */
export async function aProvider(redirectUri: string, port = 0): Promise<TestProvider> {
  const server = createServer((request, response) => void handler(request, response)).listen(
    port,
    "localhost",
  );
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  const issuer = `http://localhost:${address.port}`;
  const provider = new Provider(issuer, configuration(redirectUri));
  const answer = provider.callback();
  let subject: string | null = "somebody";

  /** Where people would be asked who they are. */
  const interact = async (...[request, response]: Parameters<typeof answer>): Promise<void> => {
    const said =
      subject === null
        ? { error: "access_denied", error_description: "they changed their mind" }
        : { login: { accountId: subject } };
    await provider.interactionFinished(request, response, said);
  };
  const handler: typeof answer = (request, response) =>
    request.url?.startsWith("/asked/") ? interact(request, response) : answer(request, response);

  return {
    issuer,
    comes: (next) => (subject = next),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function configuration(redirectUri: string): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
  return {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    jwks: {
      keys: [{ ...privateKey.export({ format: "jwk" }), kid: randomUUID(), use: "sig", alg: "RS256" }],
    },
    cookies: { keys: ["signs the cookies of a test"] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/asked/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    /** Nobody is asked whether our installation may know them. */
    async loadExistingGrant({ oidc }) {
      const accountId = oidc.session?.accountId;
      if (!oidc.client || accountId === undefined) return undefined;
      const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  };
}

/**
 * Goes to the provider as a browser does, and comes back.
 * @returns the query of the address at which it comes back
 */
export async function thereAndBack(location: string, redirectUri: string): Promise<string> {
  const jar = new Map<string, string>();
  for (let at = location, hops = 0; hops < 10; hops++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: { cookie } });
    for (const one of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(one) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    const next = new URL(answer.headers.get("location") ?? "", at);
    if (next.href.startsWith(redirectUri)) return next.search;
    if (answer.status < 300 || answer.status > 399) throw new Error(`the provider answered ${answer.status}`);
    at = next.href;
  }
  throw new Error("the provider leads nowhere");
}
