/** What the settings say of a deployment, before anything is opened. None of their secrets is repeated. */
import { isIP } from "node:net";
import type { Env } from "#lib/platform/env.ts";
import { type Finding, fix, look, ok } from "./finding.ts";

const NODE_LEAST = 24;

/** @param version as Node gives it, such as `24.21.0` */
export function nodeFinding(version: string): Finding {
  if (Number(version.split(".")[0]) >= NODE_LEAST) return ok(`Node is ${version}.`);
  return fix(
    `Node is ${version}, and Attest needs ${NODE_LEAST} or newer. Run npm ci, which brings its own, and use npm run.`,
  );
}

/** @param userId of whoever runs the doctor; null where the system has no such thing */
export function userFinding(userId: number | null): Finding {
  if (userId !== 0) return ok("The doctor does not run as root.");
  return look(
    "The doctor runs as root. Run Attest and its commands under an account of its own (docs/deployment.md).",
  );
}

/** Every finding that follows from the settings alone. */
export function settingsFindings({ host, url, idleMs, smtp, openId }: Env): Finding[] {
  return [
    addressFinding(url),
    hostFinding(host, url),
    idleFinding(idleMs),
    mailFinding(smtp?.url ?? null),
    providerFinding(openId?.issuer ?? null),
  ];
}

function addressFinding(url: string): Finding {
  const { protocol, hostname } = new URL(url);
  if (protocol === "https:") return ok("People reach Attest by https.");
  if (hostname.endsWith(".onion")) return ok("People reach Attest as an onion service, which is encrypted.");
  if (isLocal(hostname)) return ok("People reach Attest on this machine only.");
  return fix(
    "The address of ATTEST_URL is plain http: whoever is on the way reads and changes everything. Put a proxy with https before it and set ATTEST_URL to its address.",
  );
}

function hostFinding(host: string, url: string): Finding {
  if (isLocal(host)) return ok("The server listens on this machine only.");
  if (!isLocal(new URL(url).hostname) && isPrivate(host))
    return look(
      "The server listens in the local network: whoever is in it reaches it past the proxy, without https. Unset ATTEST_HOST if the proxy is on this machine.",
    );
  return fix(
    "The server listens for other machines, who reach it without a proxy and without https. Unset ATTEST_HOST and let a proxy on this machine stand before it.",
  );
}

function idleFinding(idleMs: number): Finding {
  const minutes = idleMs / 60_000;
  const words = `A session ends after ${minutes} minutes without a request`;
  if (minutes > 30) return look(`${words}. Where screens are left alone, set ATTEST_IDLE_MINUTES to 15.`);
  return ok(`${words}.`);
}

function mailFinding(url: string | null): Finding {
  if (url === null) return ok("No mail server is set, and no mail is sent.");
  const { protocol, hostname } = new URL(url);
  if (protocol === "smtps:" || isLocal(hostname))
    return ok(
      "Mail is sent: that something waits, and the links of invitations that an administrator has mailed.",
    );
  return look(
    "Mail is sent by smtp, which an attacker on the way can keep from being encrypted. Set ATTEST_SMTP_URL to an smtps address.",
  );
}

/** What is missing or plain http stops the program, and is among the bad settings. */
function providerFinding(issuer: string | null): Finding {
  if (issuer === null) return ok("Everybody signs in by password, and no provider is asked.");
  return ok(
    `People may sign in by way of ${new URL(issuer).host} in place of their password. It learns when, and stands for one of two proofs; it is the one machine that the server asks.`,
  );
}

/** An address of this machine alone. */
export function isLocal(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  if (bare === "localhost" || bare.endsWith(".localhost") || bare === "::1") return true;
  return isIP(bare) === 4 && bare.startsWith("127.");
}

/** An address that the internet does not carry (RFC 1918, RFC 4193). */
function isPrivate(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").toLowerCase();
  if (isIP(bare) === 6) return /^f[cd]/.test(bare);
  return isIP(bare) === 4 && /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(bare);
}
