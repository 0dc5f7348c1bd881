/** What was asked of the witnesses of a training case, and done for them, before anything of theirs could leave. */
import { recordConsent } from "#lib/consent/commands/record-consent.ts";
import { assessRisk } from "#lib/risk/commands/assess-risk.ts";
import { indexPersons } from "#lib/third-persons/commands/index-persons.ts";
import type { TrainingCase } from "./schema.ts";
import type { Script } from "./script.ts";

const DAY_MS = 86_400_000;
type Testimony = TrainingCase["testimonies"][number];

/** Whose account may leave by the script, and was accepted. */
const mayLeave = ({ consent, witness, path }: Testimony): boolean =>
  witness !== undefined &&
  witness !== null &&
  consent.internal === "yes" &&
  consent.export === "yes" &&
  path.some((step) => step.do === "accept") &&
  path.every((step) => step.do !== "retract");

/**
 * Each witness who agreed is asked for whom and how, their risk is assessed, and their accounts are read for others in them. Witnesses
 * who said no, or were not asked, stay as they are.
 */
export async function loadProtection(script: Script): Promise<void> {
  const { training, act, idOf, now } = script;
  const day = (after: number) => new Date(now + after * DAY_MS).toISOString().slice(0, 10);
  const asked = new Set<string>();
  for (const { key, witness, author, path } of training.testimonies.filter(mayLeave)) {
    const witnessId = idOf(witness ?? "");
    if (!asked.has(witnessId)) {
      asked.add(witnessId);
      await act(author, recordConsent, {
        ...AGREES,
        witnessId,
        seen: 0,
        answeredOn: day(0),
      });
      await act("protection_officer", assessRisk, {
        witnessId,
        seen: 0,
        likelihood: 2,
        impact: 3,
        threats: ["community"],
        triggers: ["trial"],
        mitigations: [{ text: "Moved to another town (invented)", done: true }],
        validOn: day(60),
      });
    }
    const testimonyNumber = 1 + path.filter((step) => step.do === "amend").length;
    await act(author, indexPersons, { testimonyId: idOf(key), testimonyNumber, seen: 0, persons: [] });
  }
}

/** What somebody answers who lets a court and a mechanism of the UN have what they told, under a code. */
export const AGREES = {
  language: "ar",
  interpreterUsed: "no",
  risksExplained: "yes",
  rightToRefuse: "yes",
  noPaymentOrPromise: "yes",
  howGiven: "signed",
  safeCopy: "kept_for_person",
  ourselves_analysis: "identified",
  icc_proceedings: "pseudonymous",
  un_mechanism_inquiry: "pseudonymous",
  un_mechanism_proceedings: "pseudonymous",
} as const;
