import type { Option, SectionSpec } from "#components/form/field-spec.ts";
import {
  PROCEEDING_KINDS,
  PROCEEDING_STATUSES,
  RESPONSE_KINDS,
  RESPONSE_STATUSES,
} from "#lib/codebook/reported.ts";
import { translator } from "#lib/i18n/server.ts";

/** The form of a proceeding or a response: the kind decides which of the two it is. */
export async function proceedingSections(): Promise<readonly SectionSpec[]> {
  const [t, codebook] = await Promise.all([translator("proceedings"), translator("codebook")]);
  const option =
    (list: string, family?: string) =>
    (value: string): Option => ({
      value,
      label: codebook(`${list}.${value}.label`),
      meaning: codebook(`${list}.${value}.definition`),
      ...(family === undefined ? {} : { group: t(`family.${family}.label`) }),
    });
  const kinds = [
    ...PROCEEDING_KINDS.map(option("proceedingKind", "proceeding")),
    ...RESPONSE_KINDS.map(option("responseKind", "response")),
  ];
  // A state that both families know stands once; the server refuses one that does not fit the kind.
  const ofProceedings: readonly string[] = PROCEEDING_STATUSES;
  const statuses = [
    ...PROCEEDING_STATUSES.map(option("proceedingStatus")),
    ...RESPONSE_STATUSES.filter((status) => !ofProceedings.includes(status)).map(option("responseStatus")),
  ];
  return [
    {
      key: "proceeding",
      fields: [
        { kind: "select", name: "kind", required: true, options: kinds },
        { kind: "text", name: "title", required: true, width: "full" },
        { kind: "textarea", name: "summary", required: true, rows: 5 },
      ],
    },
    {
      key: "time",
      fields: [
        { kind: "edtf", name: "held" },
        { kind: "select", name: "status", options: statuses },
        { kind: "edtf", name: "statusAsOfEdtf", as: "bare" },
      ],
    },
    {
      key: "belonging",
      fields: [
        { kind: "reference", name: "bodyActorId", query: "actor.suggest" },
        { kind: "reference", name: "parentId", query: "proceeding.suggest" },
        { kind: "textarea", name: "note", rows: 3 },
      ],
    },
  ];
}
