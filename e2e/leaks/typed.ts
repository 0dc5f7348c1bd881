/** Types canaries into every field there is, through the program's own doors: rightly, and in every wrong way. */
import type { PersonKey } from "#lib/testing/world.ts";
import { commandSpecimens, querySpecimens } from "#lib/testing/specimens/index.ts";
import { aPlan } from "#lib/testing/specimens/contact.ts";
import { aSupportedAllegation } from "#lib/testing/specimens/corroboration.ts";
import { aFigure } from "#lib/testing/specimens/figures.ts";
import { taken } from "#lib/testing/specimens/findings.ts";
import { aTestimony } from "#lib/testing/specimens/testimonies.ts";
import { codeAt } from "#lib/factors/rules.ts";
import { canary, plainCanary } from "./canaries.ts";
import { inTurns } from "./turns.ts";
import { aVisitor, secondStep } from "../fixtures/visitor.ts";
import type { ServedWorld } from "./world.ts";

/** Verbs that are not done as their specimens do them, and why. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "account.setUpAdministrator": "is over once there is an account; e2e/journeys/first-run.spec.ts does it",
  "session.begin": "is no door: signing in does it",
  "account.create": "is no door: an invitation does it",
  "audit.acceptLoss":
    "its specimen takes the key of the log away; what is typed stands in a sealed detail alone",
  "audit.excerpt": "its specimen signs with the server's keys, and nothing is typed",
  "audit.notePrint": "its specimen signs with the server's keys; lib/audit/checkpoints.db.test.ts does it",
  "audit.rotateKey": "its specimen signs with the server's keys, and nothing is typed",
  "testimony.attach": "is no door: files come in by one of their own, as the specimens' do",
  "account.grantRole": "the world's auditor was given the role by it",
  "invitation.accept": "is no door: each person of the world came in by it",
  "invitation.mail": "is no door: one of its own does it; done by hand below",
  "invitation.failMail": "is no door: the server notes it itself",
  "recovery.approve": "wants a second administrator",
  "role.propose": "wants a second administrator",
  "role.approve": "wants a second administrator",
  "role.withdraw": "wants a second administrator",
  "account.leave": "would end a colleague of the others first; done by hand below",
  "member.handOver": "is no door: leaving does it",
  "contact.usePermit": "is no door: the act that it lets past does it",
  "record.shred": "is no door: the approval of a deletion does it",
  "keys.request": "wants a second administrator",
  "keys.approve": "wants a second administrator",
  "keys.refuse": "wants a second administrator",
  "keys.change": "is no door: the terminal does it",
  "keys.custody": "its specimen sets custodians in a folder of its own, and nothing is typed",
  "keys.drill": "its specimen lays other keys onto the disk, and what is typed is kept nowhere",
  "contact.readPlan": "its reason is from a closed list; asked by hand below",
  "appeal.decide": "wants a second senior reviewer; this house has one",
  "finding.gradeBlind": "would blind the reviewers of the others for a moment; done by hand below",
  "case.setBlindReview": "as finding.gradeBlind",
  "finding.takeOver":
    "its specimen drafts in the name of somebody it has no password of, and nothing is typed",
  "factor.addTotp": "its specimen makes the offer with the server's keys; done by hand below",
  "factor.addPasskey": "its specimen's passkey is for another address",
  "factor.retire": "its specimen connects apps by the server's keys, and nothing is typed",
  "factor.forget": "is no door",
  "identity.demandForCase": "would close the openings of the others; nothing is typed",
  "identity.tie": "its specimen makes the proof with the server's keys, and nothing is typed",
  "identity.untie": "its specimen ties first, and nothing is typed",
  "review.decided": "its specimen keeps a decision without a door, and nothing is typed in asking",
  "rules.accept": "its specimen sets the case back by hand, and nothing is typed",
  "export.finish": "is no door: the export that was asked for is built by the server",
  "export.fail": "is no door",
  "export.download": "its specimen finishes an export by hand",
  "export.approveLegal": "as export.download",
  "export.approveProtection": "as export.download",
  "export.assemble": "is no door",
  "pseudonymKey.start": "as export.download",
  "pseudonymKey.download": "as export.download",
  "pseudonymKey.preview": "as export.download",
  "pseudonymKey.assemble": "is no door",
  "breach.losses": "as export.download",
  "account.changePassword": "ends the sessions of whom the others need; done by hand below",
  "session.end": "ends a session that the others need; done by hand below",
  "account.disable": "would end the newcomer's first; done by hand below",
  "account.endRole": "would end the auditor's first; done by hand below",
  "member.end": "would end a reviewer's first; done by hand below",
  "case.retract": "would end the case; done by hand below, to another",
  "emergency.open": "opens one case at a time; done by hand below",
  "emergency.end": "ends what the others opened; done by hand below",
  "emergency.review": "wants one that is over; done by hand below",
  "emergency.own": "its specimen opens a case while others have it open; asked by hand below",
  "emergency.list": "as emergency.own",
  "emergency.read": "as emergency.own",
};

interface Wanted {
  verb: string;
  as: PersonKey;
  isQuestion: boolean;
  input: unknown;
}

/** @returns what could not be done as it should, and reasons for what is gone */
export async function typeEverywhere(world: ServedWorld): Promise<string[]> {
  const faults: string[] = [];
  const sent: Wanted[] = [];
  const specimens = [
    ...querySpecimens.map(({ query, ...rest }) => ({ ...rest, verb: query.name, isQuestion: true })),
    ...commandSpecimens.map(({ command, ...rest }) => ({ ...rest, verb: command.name, isQuestion: false })),
  ];
  await inTurns(
    specimens.filter(({ verb }) => !(verb in OTHERWISE)),
    async ({ verb, as, isQuestion, input }) => {
      const key = as as PersonKey;
      const typed = world.typed(await input(world));
      const visitor = world.visitor(key);
      const { status, body } = await (isQuestion ? visitor.ask(verb, typed) : visitor.command(verb, typed));
      if (status !== 200) faults.push(`${verb}: ${status} ${String(body["rule"] ?? body["code"])}`);
      sent.push({ verb, as: key, isQuestion, input: typed });
    },
  );
  const gone = Object.keys(OTHERWISE).filter((name) => !specimens.some(({ verb }) => verb === name));
  await byHand(world);
  await inTurns(sent, (wanted) => wrongly(world, wanted));
  await atTheEntrance(world);
  return [...faults, ...gone.map((verb) => `${verb}: a reason for what is gone`)];
}

/** Fields that specimens leave open, and what would have been in the way of others. */
async function byHand(world: ServedWorld): Promise<void> {
  await aTestimony(world, {
    people: [{ role: "interpreter", accountId: null, description: world.canary() }],
    paragraphs: [{ number: null, original: world.canary(), translation: world.canary() }],
    translationLanguage: "ar",
    translator: world.canary(),
  });
  await aFigure(world, { min: null, max: null, certainty: "unquantified", valueText: world.canary() });
  const draft = { version: 0, body: { title: world.canary(), [world.canary()]: [world.canary()] } };
  await put(world, "investigator", `/api/drafts/${world.caseId}.note`, draft);

  const { witnessId } = await aPlan(world);
  const asked = { witnessId, reason: "other", why: world.canary() };
  const opened = await world.visitor("investigator").ask("contact.readPlan", asked);
  if (opened.status !== 200) throw new Error(`contact.readPlan: ${opened.status}`);

  const app = (await world.visitor("investigator2").ask("factor.offerTotp", {})).body;
  const code = codeAt(String(app["secret"]), Date.now());
  await mustDo(world, "investigator2", "factor.addTotp", {
    offer: app["offer"],
    code,
    label: world.canary(),
  });
  await mailedTo(world, `${plainCanary(0)}@house.example`);
  await mustDo(world, "newcomer", "account.changePassword", { password: `${world.canary()} and long` });
  await mustDo(world, "newcomer", "session.end", { everywhere: true });
  const { rows } = (await world.visitor("administrator").ask("account.list", { page: { size: 100 } }))
    .body as {
    rows: { id: string; version: number }[];
  };
  const leaver = rows.find(({ id }) => id === world.person("newcomer").accountId);
  await mustDo(world, "administrator", "account.leave", {
    accountId: leaver?.id,
    version: leaver?.version,
    reason: world.canary(),
    successors: [],
  });
  await breaksTheGlass(world);
  await gradesBlind(world);
  const { otherCaseId: caseId } = world;
  await mustDo(world, "stranger", "case.retract", { caseId, version: 1, reason: world.canary() });
}

/** Has a finding graded before its conclusion is seen, and approved though it says something else. */
async function gradesBlind(world: ServedWorld): Promise<void> {
  const { caseId } = world;
  await mustDo(world, "legal_officer", "case.setBlindReview", { caseId, isOn: true });
  const { allegation } = await aSupportedAllegation(world);
  const { id: findingId, version } = await taken(world, allegation.id);
  const graded = { determination: 1, standard: "none", reasoning: world.canary() };
  await mustDo(world, "reviewer", "finding.gradeBlind", { findingId, ...graded });
  await mustDo(world, "reviewer", "finding.approve", { findingId, version, reason: world.canary() });
  await mustDo(world, "legal_officer", "case.setBlindReview", { caseId, isOn: false });
}

/** Opens the case in an emergency, reads in it, closes it and has it reviewed. */
async function breaksTheGlass(world: ServedWorld): Promise<void> {
  const { caseId } = world;
  const [onCall, officer] = [world.visitor("on_call"), world.visitor("protection_officer")];
  await mustDo(world, "on_call", "emergency.open", { caseId, minutes: 5, reason: world.canary() });
  await onCall.ask("testimony.list", { caseId, page: {} });
  const { rows } = (await onCall.ask("emergency.own", {})).body as {
    rows: { id: string; version: number }[];
  };
  const emergencyId = rows[0]?.id;
  await mustDo(world, "on_call", "emergency.end", { emergencyId, version: 1 });
  const found = { emergencyId, version: 2, verdict: "justified", note: world.canary() };
  await mustDo(world, "protection_officer", "emergency.review", found);
  await officer.ask("emergency.list", { page: {} });
  await officer.ask("emergency.read", { emergencyId });
}

/** Has a link mailed. Whether the mail server of a journey is there just then or not, the address stays nowhere. */
async function mailedTo(world: ServedWorld, email: string): Promise<void> {
  const admin = world.visitor("administrator");
  const made = await admin.command("account.invite", { name: "guest-of-leaks", displayName: world.canary() });
  const { invitationId } = made.body["result"] as { invitationId: string };
  const requestId = crypto.randomUUID();
  const { status } = await admin.post("/api/mail-link", { input: { invitationId, email }, requestId });
  if (status !== 200 && status !== 502) throw new Error(`mail-link: ${status}`);
}

async function mustDo(world: ServedWorld, as: PersonKey, verb: string, input: object): Promise<void> {
  const { status, body } = await world.visitor(as).command(verb, input);
  if (status !== 200) throw new Error(`${verb}: ${status} ${JSON.stringify(body["fields"] ?? body["rule"])}`);
}

async function put(world: ServedWorld, as: PersonKey, path: string, body: unknown): Promise<void> {
  const headers = { "content-type": "application/json" };
  const { status } = await world
    .visitor(as)
    .send(path, { method: "PUT", headers, body: JSON.stringify(body) });
  if (status !== 200) throw new Error(`${path}: ${status}`);
}

/** By whom it is hidden from, in the wrong shape under names that no field has, far too long, and again. */
async function wrongly(world: ServedWorld, { verb, as, isQuestion, input }: Wanted): Promise<void> {
  const surplus = { [world.canary()]: world.canary() };
  const tries: [PersonKey, unknown][] = [
    ["stranger", input],
    [as, { ...(changed(input, (text) => ({ [text]: text })) as object), ...surplus }],
  ];
  if (!isQuestion) tries.push([as, changed(input, (text) => text.repeat(400))], [as, input]);
  for (const [who, typed] of tries) {
    const visitor = world.visitor(who);
    await (isQuestion ? visitor.ask(verb, typed) : visitor.command(verb, typed));
  }
}

/** The same with every text replaced. */
function changed(value: unknown, to: (text: string) => unknown): unknown {
  if (typeof value === "string") return to(value);
  if (Array.isArray(value)) return value.map((one) => changed(one, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, changed(inner, to)]));
}

/** Names, passwords, codes, secrets of links and bodies that no door takes. */
async function atTheEntrance(world: ServedWorld): Promise<void> {
  const stranger = aVisitor(world.baseURL);
  const words = world.canary();
  const name = plainCanary(0);
  await stranger.post("/api/enter", { name, password: words });
  await stranger.post("/api/enter", { name: words, password: { [words]: words } });
  await stranger.post("/api/welcome", { token: words, password: words });
  await stranger.post("/api/setup", { code: words, name, displayName: words, password: words });
  await secondStep(stranger, { ticket: words, code: words, offer: words, passkey: words });
  const known = world.visitor("investigator");
  const paths = [
    "v1/testimony.record",
    "v1/ask/search.find",
    `drafts/${world.caseId}.wrong`,
    "seen",
    "locale",
  ];
  for (const path of [...paths, "enter", "welcome", "none"]) {
    for (const body of [
      `{"input":"${words}`,
      `{"${words}":"\\u0000"}`,
      JSON.stringify(words),
      `"${canary(0).repeat(70_000)}"`,
    ])
      await known
        .send(`/api/${path}`, { method: "POST", headers: { "content-type": "application/json" }, body })
        .catch(() => null); // hung up on, as it may be
  }
}
