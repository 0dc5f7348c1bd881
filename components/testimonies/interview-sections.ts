import type { Condition, FieldSpec, SectionSpec } from "#components/form/field-spec.ts";
import { INTERVIEW_PLACES } from "#lib/codebook/vocabulary.ts";
import {
  BREAKS_MAX,
  EARLIER_ASKERS,
  FREE_RECALL,
  HEARD_ANSWERS,
  INFORMED,
  INFORMED_OF,
  LEADING_MAX,
  RECORDINGS,
  SUPPORT_OFFERED,
  TESTIMONY_FORMS,
} from "#lib/testimonies/words.ts";

const YES = ["yes"] as const;
const heard = { kind: "asked", of: "heardBefore", options: HEARD_ANSWERS } as const;
const heardLabels = { optionLabels: "testimonies.heardAnswer" } as const;
const words = { kind: "textarea", of: "heardBefore", rows: 2 } as const;

/** What the witness heard before they told it: each question with an answer for not having been put. */
const HEARD: readonly FieldSpec[] = [
  { ...heard, ...heardLabels, name: "talked" },
  { ...words, name: "talkedWords", when: { field: "talked", is: YES } },
  { ...heard, ...heardLabels, name: "sawPosts" },
  { ...words, name: "sawPostsWords", when: { field: "sawPosts", is: YES } },
  { ...heard, ...heardLabels, name: "inGroup" },
  { ...words, name: "inGroupWords", when: { field: "inGroup", is: YES } },
  { ...heard, ...heardLabels, name: "askedBefore" },
  {
    kind: "multiselect",
    of: "heardBefore",
    name: "askedBeforeBy",
    options: EARLIER_ASKERS,
    optionLabels: "testimonies.earlierAsker",
    when: { field: "askedBefore", is: YES },
    width: "full",
  },
];

const of = { of: "interview" } as const;

/** What an interview has to say of itself before it is handed in. */
const FIRST: readonly FieldSpec[] = [
  { ...of, kind: "text", name: "startedAt", input: "datetime-local" },
  { ...of, kind: "boolean", name: "startUnknown" },
  {
    ...of,
    kind: "asked",
    name: "informed",
    options: INFORMED,
    optionLabels: "testimonies.informedAnswer",
  },
  {
    ...of,
    kind: "multiselect",
    name: "informedOf",
    options: INFORMED_OF,
    optionLabels: "testimonies.informedPart",
    when: { field: "informed", is: ["in_part"] },
    width: "full",
  },
  {
    ...of,
    kind: "asked",
    name: "freeRecall",
    options: FREE_RECALL,
    optionLabels: "testimonies.recordedAnswer",
  },
  {
    ...of,
    kind: "asked",
    name: "support",
    options: SUPPORT_OFFERED,
    optionLabels: "testimonies.supportAnswer",
  },
  {
    ...of,
    kind: "textarea",
    name: "supportWords",
    rows: 2,
    when: { field: "support", is: ["accepted", "declined"] },
  },
];

/** What else is written down of an interview. */
const WHOLE: readonly FieldSpec[] = [
  { ...of, kind: "text", name: "endedAt", input: "datetime-local" },
  {
    ...of,
    kind: "select",
    name: "placeType",
    options: INTERVIEW_PLACES,
    optionLabels: "codebook.interviewPlace",
  },
  {
    ...of,
    kind: "list",
    name: "breaks",
    countMax: BREAKS_MAX,
    fields: [
      { kind: "text", name: "from", input: "datetime-local", required: true },
      { kind: "text", name: "to", input: "datetime-local" },
    ],
  },
  {
    ...of,
    kind: "asked",
    name: "recording",
    options: RECORDINGS,
    optionLabels: "testimonies.recordingAnswer",
  },
  {
    ...of,
    kind: "list",
    name: "leading",
    countMax: LEADING_MAX,
    fields: [{ kind: "textarea", name: "question", rows: 2, required: true }],
  },
];

const FULL: Condition = { field: "form", is: ["full_statement"] };

/** How far the account goes, for whoever may take a full statement. */
export const FORM: FieldSpec = {
  kind: "asked",
  name: "form",
  required: true,
  options: TESTIMONY_FORMS,
  optionLabels: "testimonies.form",
};

/**
 * The parts of a testimony's form that say what the witness heard before and how the interview went: of a first account
 * what it has to say, of a full statement all of it.
 * @param kind of a testimony that exists; null while the form itself asks for it
 */
export function interviewSections(kind: string | null): readonly SectionSpec[] {
  const asked = (fields: readonly FieldSpec[], kinds: readonly string[]): readonly FieldSpec[] =>
    kind === null
      ? fields.map((field) => ({ ...field, when: [{ field: "kind", is: kinds }, ...conditions(field)] }))
      : kinds.includes(kind)
        ? fields
        : [];
  const sections = [
    { key: "heardBefore", fields: asked(HEARD, ["interview", "written_statement"]) },
    { key: "interview", fields: asked([...FIRST, ...WHOLE.map(ofFullStatement)], ["interview"]) },
  ];
  return sections.filter(({ fields }) => fields.length > 0);
}

const ofFullStatement = (field: FieldSpec): FieldSpec => ({ ...field, when: [FULL, ...conditions(field)] });
const conditions = ({ when = [] }: FieldSpec): readonly Condition[] => [when].flat();
