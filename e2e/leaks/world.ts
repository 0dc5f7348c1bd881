/**
 * The world of the unit tests' specimens, at a running server: what the specimens do, they do here through the program's own
 * doors, as people with sessions of their own. Every free text of theirs holds a canary.
 */
import { createHash, randomUUID } from "node:crypto";
import type { z } from "zod";
import { caseRoles } from "#lib/access/permissions.ts";
import type { Command, Subject } from "#lib/core/command.ts";
import type { Query } from "#lib/core/query.ts";
import { DEMO_PASSWORD } from "#lib/imports/demo/accounts.ts";
import { MARKER, type Person, type PersonKey, type World } from "#lib/testing/world.ts";
import { canariesIn, canary, plainCanary } from "./canaries.ts";
import { inTurns } from "./turns.ts";
import { signedIn, type Visitor } from "../fixtures/visitor.ts";

/** A world whose people are visitors. */
export interface ServedWorld extends World {
  visitor(key: PersonKey): Visitor;
  baseURL: string;
  /** What somebody typed, with a canary in each free text. */
  typed(input: unknown): unknown;
  /** A fresh canary, for what is typed elsewhere. */
  canary(): string;
}

const KEYS: readonly PersonKey[] = [
  "auditor",
  ...caseRoles,
  "investigator2",
  "reviewer2",
  "stranger",
  "newcomer",
];
const ROLE: Partial<Record<PersonKey, string>> = {
  investigator2: "investigator",
  reviewer2: "reviewer",
  legal_officer2: "legal_officer",
};
const IN_NO_CASE: readonly PersonKey[] = ["auditor", "stranger", "newcomer"];

type Word = (number: number) => string;

/** Fields in which specimens write plain words; in all others they mark them. */
const FREE =
  /^(?:reason|note|comment|description|displayName|label|title|titleAr|summary|body|purpose|wording|name(?:Ar)?|.*(?:Note|Reason|Wording|Result))$/;
/** Names that must stay as they are: those of accounts are plain, and sit in `name` beside `displayName`. */
const isAccount = (value: object) => "displayName" in value;

/**
 * Makes the people and the case.
 * @param options.administrator who makes them, signed in; the demonstration's where there is none
 * @param options.keys who comes; everybody where that is not said
 * @param options.asAuditor makes the account of this name one; only a demonstration has an auditor already
 * @param options.word what stands in each free text, and `plainWord` in names of accounts; canaries where that is not said
 */
export async function aServedWorld(
  baseURL: string,
  options: {
    administrator?: Visitor;
    keys?: readonly PersonKey[];
    asAuditor?: (name: string) => void;
    word?: Word;
    plainWord?: Word;
  } = {},
): Promise<ServedWorld> {
  let made = 0;
  const { word = canary, plainWord = plainCanary } = options;
  const next = () => word((made += 1));
  const mapped = (value: unknown, key = ""): unknown => {
    if (typeof value === "string") {
      if (value.includes(MARKER)) return value.replaceAll(MARKER, next());
      if (value.endsWith("@house.example")) return plainName(value);
      return FREE.test(key) && canariesIn(Buffer.from(value)).length === 0 ? `${next()} ${value}` : value;
    }
    if (Array.isArray(value)) return value.map((one) => mapped(one, key));
    if (value === null && key === "nameAr") return next();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        name,
        name === "name" && isAccount(value) ? plainName(inner) : mapped(inner, name),
      ]),
    );
  };
  const plainName = (name: unknown) => `${plainWord((made += 1))}-${String(name)}`;
  const visitors = new Map<PersonKey, Visitor>();
  const people = new Map<PersonKey, Person>();
  const boss = options.administrator ?? (await signedIn(baseURL, "admin", DEMO_PASSWORD));
  visitors.set("administrator", boss);

  const invited = async (key: string): Promise<Account> => {
    const input = mapped({ name: key.replaceAll("_", "-"), displayName: key }) as { name: string };
    const made = await done(boss.command("account.invite", input));
    const { id, humanId, version, invitationId } = made as unknown as Invited;
    const link = new URL(
      String((await done(boss.ask("invitation.link", { invitationId }), "whole"))["link"]),
    );
    const password = `${next()} a long password`;
    await done(boss.post("/api/welcome", { token: link.hash.slice(1), password }));
    return { id, humanId, version, name: input.name, password };
  };
  const opened = (title: string) =>
    done(boss.command("case.open", mapped({ title, titleAr: title, summary: title, kind: "live" })));
  const admitted = (member: { caseId: string; accountId: string; role: string }) =>
    done(boss.command("member.admit", { ...member, expiresAt: null, reason: next() }));
  const caseId = String((await opened("canaries"))["id"]);
  const otherCaseId = String((await opened("another"))["id"]);
  const arrives = async (key: PersonKey) => {
    if (key === "auditor" && !options.asAuditor) return keepsTheLog();
    const { id: accountId, humanId, name, password } = await invited(key);
    people.set(key, { kind: "person", accountId, humanId, session: null, auth: "totp" });
    if (!IN_NO_CASE.includes(key)) await admitted({ caseId, accountId, role: ROLE[key] ?? key });
    if (key === "auditor") options.asAuditor?.(name);
    if (key === "stranger")
      for (const role of caseRoles) await admitted({ caseId: otherCaseId, accountId, role });
    visitors.set(key, await signedIn(baseURL, name, password));
  };
  // Nobody is made an auditor by one person, and this house has one administrator: its own auditor has come already.
  const keepsTheLog = async () => {
    const { rows } = (await done(boss.ask("account.list", { page: {} }), "whole")) as {
      rows: { id: string; humanId: string; name: string }[];
    };
    const { id: accountId = "", humanId = "" } = rows.find(({ name }) => name === "auditor") ?? {};
    people.set("auditor", { kind: "person", accountId, humanId, session: null, auth: "totp" });
    visitors.set("auditor", await signedIn(baseURL, "auditor", DEMO_PASSWORD));
  };
  await inTurns(options.keys ?? KEYS, arrives);

  const visitor = (key: PersonKey): Visitor => {
    const found = visitors.get(key);
    if (!found) throw new Error(`no ${key} in this world`);
    return found;
  };
  const person = (key: PersonKey): Person => {
    const found = people.get(key);
    if (!found) throw new Error(`${key} is nobody of this world`);
    return found;
  };
  const notHere = (): never => {
    throw new Error("this world is a server");
  };
  return {
    baseURL,
    caseId,
    otherCaseId,
    visitor,
    person,
    typed: (input) => mapped(input),
    canary: next,
    marked: next,
    now: () => Date.now(),
    pass: notHere,
    again: notHere,
    enter: notHere,
    close: async () => {},
    get fresh() {
      return notHere();
    },
    async do<I extends z.ZodType, S extends Subject, R>(
      as: PersonKey,
      verb: Command<I, S, R>,
      input: z.input<I>,
    ) {
      if (verb.name === "testimony.attach") return (await attached(visitor(as), input as Attached)) as R;
      if (verb.name === "account.create") return (await invited("made")) as R;
      return (await done(visitor(as).command(verb.name, mapped(input)), "result", verb.name)) as R;
    },
    async ask<I extends z.ZodType, R>(as: PersonKey, question: Query<I, R>, input: z.input<I>) {
      return (await done(visitor(as).ask(question.name, mapped(input)), "whole", question.name)) as R;
    },
  };

  async function attached(by: Visitor, { testimonyId, fileName }: Attached) {
    const headers = {
      "x-request-id": randomUUID(),
      "x-file-name": Buffer.from(fileName).toString("base64url"),
    };
    const body = `${next()} ${createHash("sha256").update(fileName).digest("hex")}`;
    const path = `/api/testimonies/${testimonyId}/attachments`;
    return done(by.send(path, { method: "POST", headers, body }), "result", "testimony.attach");
  }
}

interface Invited {
  id: string;
  humanId: string;
  version: number;
  invitationId: string;
}
interface Account extends Omit<Invited, "invitationId"> {
  name: string;
  password: string;
}
interface Attached {
  testimonyId: string;
  fileName: string;
}

/** What was answered, or an error that says by which rule not. */
async function done(
  answer: ReturnType<Visitor["post"]>,
  part: "result" | "whole" = "result",
  what = "",
): Promise<Record<string, unknown>> {
  const { status, body } = await answer;
  if (status !== 200)
    throw new Error(
      `${what} ${status} ${String(body["rule"] ?? body["code"])} ${JSON.stringify(body["fields"] ?? "")}`,
    );
  return part === "whole" ? body : ((body["result"] ?? {}) as Record<string, unknown>);
}
