import type { SectionSpec } from "#components/form/field-spec.ts";
import { WAYS_REACHED, YES_NO } from "#lib/contact/words.ts";

/** The form of a talk: about whom, when and how, and what the person said. */
export const talkSections: readonly SectionSpec[] = [
  {
    key: "talk",
    fields: [
      { kind: "reference", name: "recipientId", query: "recipient.suggest", required: true },
      { kind: "text", name: "talkedOn", input: "date", required: true },
      { kind: "select", name: "agrees", required: true, options: YES_NO },
      { kind: "select", name: "howReached", required: true, options: WAYS_REACHED },
      { kind: "textarea", name: "note", rows: 2 },
    ],
  },
];
