/** A passkey made of nothing but Node's own ciphers, with the browser around it: answers as they come to the server. */
import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { readEnv } from "#lib/platform/env.ts";
import type { MadePasskey, ShownPasskey } from "../vocabulary.ts";

/** What a browser or an authenticator could do otherwise. */
export interface Odd {
  origin?: string;
  rpId?: string;
  /** Nobody was asked for a PIN, a finger or a face. */
  unverified?: true;
  /** The counter that is told. */
  count?: number;
}

const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;

/** A fresh passkey (ES256), which counts only where it is told to. */
export function aPasskey() {
  const id = randomBytes(16);
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

  const authData = (odd: Odd, withKey: boolean): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(odd.count ?? 0);
    const flags = PRESENT | (odd.unverified ? 0 : VERIFIED) | (withKey ? WITH_KEY : 0);
    const head = [sha256(odd.rpId ?? new URL(readEnv().url).hostname), Buffer.from([flags]), count];
    const length = Buffer.from([0, id.length]);
    return Buffer.concat(
      withKey ? [...head, Buffer.alloc(16), length, id, coseOf(publicKey.export({ format: "jwk" }))] : head,
    );
  };
  const clientData = (type: string, challenge: string, odd: Odd): Buffer =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge,
        origin: odd.origin ?? new URL(readEnv().url).origin,
        crossOrigin: false,
      }),
    );
  const signed = (data: Buffer, client: Buffer): Buffer =>
    sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
  return {
    id: id.toString("base64url"),
    /** What the browser answers when it is made. @param by who vouches for it: the passkey itself, or a maker */
    made(challenge: string, odd: Odd = {}, by: "nobody" | "itself" | "maker" = "nobody"): MadePasskey {
      const data = authData(odd, true);
      const client = clientData("webauthn.create", challenge, odd);
      const signature = signed(data, client);
      const maps = { nobody: 0xa0, itself: 0xa2, maker: 0xa3 };
      const statement = [text("alg"), Buffer.from([0x26]), text("sig"), bytes(signature)];
      const certificate = [text("x5c"), Buffer.from([0x81]), bytes(signature)];
      const attestationObject = Buffer.concat([
        Buffer.from([0xa3]),
        text("fmt"),
        text(by === "nobody" ? "none" : "packed"),
        text("attStmt"),
        Buffer.from([maps[by]]),
        ...(by === "nobody" ? [] : statement),
        ...(by === "maker" ? certificate : []),
        text("authData"),
        bytes(data),
      ]);
      return {
        id: id.toString("base64url"),
        clientDataJSON: client.toString("base64url"),
        attestationObject: attestationObject.toString("base64url"),
      };
    },
    /** What the browser answers when it is shown. */
    shown(challenge: string, odd: Odd = {}): ShownPasskey {
      const data = authData(odd, false);
      const client = clientData("webauthn.get", challenge, odd);
      return {
        id: id.toString("base64url"),
        clientDataJSON: client.toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signed(data, client).toString("base64url"),
      };
    },
  };
}

/** A short text, and bytes, in CBOR (RFC 8949 §3.1, major types 3 and 2). */
const text = (value: string): Buffer => Buffer.from([0x60 + value.length, ...Buffer.from(value)]);

const bytes = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, value.length]), value]);

/** A point on P-256 as COSE has it (RFC 9053 §7.1.1): key type 2, ES256, curve 1, x, y. */
const coseOf = ({ x = "", y = "" }: { x?: string; y?: string }): Buffer =>
  Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    Buffer.from(x, "base64url"),
    Buffer.from([0x22, 0x58, 0x20]),
    Buffer.from(y, "base64url"),
  ]);
