import Link from "next/link";
import type { ReactNode } from "react";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { describer } from "../describe.ts";

/** Who gave the account and in what capacity, when and where it was taken, who was present. */
export async function TestimonyFacts({ answer, caseId }: { answer: TestimonyAnswer; caseId: string }) {
  const { testimony, people, publishers } = answer;
  const [t, codebook, common, locale, describe] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    translator("common"),
    requestLocale(),
    describer(),
  ]);
  const named = (name: string | null, nameAr: string | null) => (locale === "ar" && nameAr ? nameAr : name);
  const record = (path: string, id: string, label: ReactNode) => (
    <Link href={`/cases/${caseId}/${path}/${id}`} prefetch={false}>
      {label}
    </Link>
  );
  return (
    <Section id="facts" title={t("facts")}>
      <Facts
        items={[
          testimony.witnessId === null
            ? {
                label: t("fields.sourceId.label"),
                value:
                  testimony.sourceId &&
                  record(
                    "sources",
                    testimony.sourceId,
                    <bdi>{named(answer.sourceName, answer.sourceNameAr)}</bdi>,
                  ),
              }
            : {
                label: t("fields.witnessId.label"),
                value: record("witnesses", testimony.witnessId, <Code code={answer.witnessCode ?? ""} />),
              },
          ...(publishers.length === 0
            ? []
            : [
                {
                  label: t("fields.publisherIds.label"),
                  value: publishers.map((one) => (
                    <div key={one.id}>
                      {record("sources", one.id, <bdi>{named(one.name, one.nameAr)}</bdi>)}
                    </div>
                  )),
                },
              ]),
          { label: t("fields.voice.label"), value: codebook(`voice.${testimony.voice}.label`) },
          {
            label: t("fields.basis.label"),
            value: codebook(`basis.${testimony.basis}.label`),
            note: codebook(`basis.${testimony.basis}.definition`),
          },
          {
            label: t("fields.taken.label"),
            value: testimony.takenEdtf && describe(testimony.takenEdtf),
            note: testimony.takenWording && <q dir="auto">{testimony.takenWording}</q>,
          },
          {
            label: t("fields.takenPlaceId.label"),
            value:
              testimony.takenPlaceId &&
              record(
                "places",
                testimony.takenPlaceId,
                <bdi>{named(answer.placeName, answer.placeNameAr)}</bdi>,
              ),
            note: answer.placePrecision && codebook(`placePrecision.${answer.placePrecision}.label`),
          },
          {
            label: t("fields.people.label"),
            value:
              people.length === 0
                ? null
                : people.map((one) => (
                    <div key={`${one.role}-${one.accountId ?? one.description ?? ""}`}>
                      {codebook(`presentRole.${one.role}.label`)}:{" "}
                      <bdi>{[one.name, one.description].filter(Boolean).join(", ")}</bdi>
                    </div>
                  )),
          },
          {
            label: t("fields.contamination.label"),
            value: testimony.contamination === "not_asked" ? null : common(testimony.contamination),
            missing: "notAsked",
          },
          {
            label: t("fields.event.label"),
            value: testimony.eventEdtf && describe(testimony.eventEdtf),
            note: testimony.eventWording && <q dir="auto">{testimony.eventWording}</q>,
          },
          {
            label: t("fields.note.label"),
            value: testimony.note && <span dir="auto">{testimony.note}</span>,
            wide: true,
          },
        ]}
      />
    </Section>
  );
}
