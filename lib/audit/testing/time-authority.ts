/** A time authority on this machine, by OpenSSL, with a CA of its own; it can be told to answer wrongly. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

const EXTENSIONS = {
  ca: "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n",
  /** A CA that may have no CA below it. */
  last: "basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign\n",
  good: "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n",
  notCritical: "extendedKeyUsage=timeStamping\n",
  twoPurposes: "extendedKeyUsage=critical,timeStamping,codeSigning\n",
  notSigning: "keyUsage=critical,keyEncipherment\nextendedKeyUsage=critical,timeStamping\n",
  constrained: "extendedKeyUsage=critical,timeStamping\nnameConstraints=critical,permitted;DNS:example.org\n",
} as const;
export type Extensions = keyof typeof EXTENSIONS;

/** Runs OpenSSL. @throws Error in plain words where there is none */
function openssl(folder: string, ...args: string[]): void {
  try {
    execFileSync("openssl", args, { cwd: folder, stdio: "pipe" });
  } catch (error) {
    const isMissing = error instanceof Error && Reflect.get(error, "code") === "ENOENT";
    throw isMissing ? new Error("these tests need openssl: install it (Debian: apt install openssl)") : error;
  }
}

export interface Pair {
  certificate: string;
  key: string;
}

/**
 * Makes a certificate.
 * @param by who signs it; itself where there is nobody
 * @param valid from and to, as OpenSSL writes times; for decades where it is not given
 */
export function makeCertificate(
  folder: string,
  name: string,
  kind: Extensions,
  {
    by,
    algorithm = "ec",
    valid,
  }: { by?: Pair; algorithm?: "rsa" | "ec"; valid?: readonly [string, string] } = {},
): Pair {
  mkdirSync(folder, { recursive: true });
  const made = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  const kindOfKey = algorithm === "rsa" ? ["RSA", "rsa_keygen_bits:2048"] : ["EC", "ec_paramgen_curve:P-256"];
  const [type = "", option = ""] = kindOfKey;
  openssl(folder, "genpkey", "-algorithm", type, "-pkeyopt", option, "-out", made.key);
  const subject = ["-subj", `/O=Attest tests/CN=${name}`, "-key", made.key];
  const extensions = join(folder, `${name}.ext`);
  writeFileSync(extensions, EXTENSIONS[kind]);
  const config = join(folder, `${name}.cnf`);
  writeFileSync(config, caConfig(folder, name));
  writeFileSync(join(folder, `${name}.db`), "");
  openssl(folder, "req", "-new", "-config", config, ...subject, "-out", `${name}.csr`);
  const [from, to] = valid ?? ["20200101000000Z", "20990101000000Z"];
  const signer = by ? ["-cert", by.certificate, "-keyfile", by.key] : ["-selfsign", "-keyfile", made.key];
  const dates = ["-startdate", from, "-enddate", to];
  const files = ["-in", `${name}.csr`, "-out", made.certificate, "-extfile", extensions];
  openssl(folder, "ca", "-batch", "-notext", "-config", config, ...signer, ...dates, ...files);
  return made;
}

const caConfig = (folder: string, name: string): string => `[req]
distinguished_name=dn
prompt=no
[dn]
[ca]
default_ca=it
[it]
database=${join(folder, `${name}.db`)}
new_certs_dir=${folder}
rand_serial=yes
default_md=sha256
policy=any
unique_subject=no
[any]
organizationName=optional
commonName=supplied
`;

/**
 * The answer of a time authority to a request.
 * @param between certificates that it sends beside its own
 */
export function answerOf(
  folder: string,
  signer: Pair,
  request: Uint8Array,
  between: readonly Pair[] = [],
): Buffer {
  const config = join(folder, "tsa.cnf");
  writeFileSync(config, tsaConfig(folder));
  const query = join(folder, "request.tsq");
  writeFileSync(query, request);
  const chain = join(folder, "sent-beside.pem");
  writeFileSync(chain, between.map(({ certificate }) => readFileSync(certificate, "utf8")).join(""));
  const sent = between.length > 0 ? ["-chain", chain] : [];
  const keys = ["-signer", signer.certificate, "-inkey", signer.key, ...sent];
  openssl(folder, "ts", "-reply", "-config", config, "-queryfile", query, ...keys, "-out", "answer.tsr");
  return readFileSync(join(folder, "answer.tsr"));
}

const tsaConfig = (folder: string): string => `[tsa]
default_tsa=it
[it]
dir=${folder}
serial=${join(folder, "serial")}
crypto_device=builtin
signer_digest=sha256
default_policy=1.2.3.4.1
digests=sha256,sha384,sha512
accuracy=secs:1,millisecs:500,microsecs:100
ordering=no
tsa_name=no
ess_cert_id_chain=no
ess_cert_id_alg=sha256
`;

/** Whether OpenSSL finds an answer right, for bytes and a CA. */
export function opensslAccepts(folder: string, answer: Uint8Array, stamped: Uint8Array, ca: Pair): boolean {
  writeFileSync(join(folder, "kept.tsr"), answer);
  writeFileSync(join(folder, "stamped"), stamped);
  try {
    openssl(folder, "ts", "-verify", "-in", "kept.tsr", "-data", "stamped", "-CAfile", ca.certificate);
    return true;
  } catch {
    return false;
  }
}

/** What a place outside answers. `null`: nothing, ever. */
export type Reply = { status?: number; type?: string; body: string | Uint8Array; to?: string } | null;

/**
 * A server on this machine.
 * @param reply what it answers to a path and a body
 */
export async function serveReplies(
  reply: (path: string, body: Buffer) => Reply | Promise<Reply>,
): Promise<{ url: string; close: () => Promise<void> }> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const found = await reply(request.url ?? "", body);
    if (found === null) return;
    const { status = 200, type = "text/plain", to } = found;
    response.writeHead(status, { "content-type": type, ...(to === undefined ? {} : { location: to }) });
    response.end(found.body);
  };
  // What a test planted wrongly hangs up, and the test says the rest.
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  // Guarantee: a server that listens on an address of this machine has a port.
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, close };
}
