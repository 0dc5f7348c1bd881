import Link from "next/link";
import type { ReactNode } from "react";
import { Code } from "#components/ui/code.tsx";
import type { Fact } from "#components/ui/facts.tsx";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import type { FactName } from "#lib/testimonies/rules.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { describer } from "../describe.ts";
import { heardLines, interviewLines } from "./interview-lines.tsx";

interface VersionShown {
  readonly stated: TestimonyAnswer["stated"];
  readonly textBasis: string;
  readonly originalLanguage: string;
  readonly translationLanguage: string | null;
  readonly translator: string | null;
}

/** Everything a version states beside its paragraphs, in words of this request's language, by the name of its field. */
export async function factItems(version: VersionShown, caseId: string): Promise<Record<FactName, Fact>> {
  const { stated } = version;
  const { witness, source, publishers, place, people } = stated;
  const [t, codebook, common, locale, describe, format, heard, interview] = await Promise.all([
    translator("testimonies"),
    translator("codebook"),
    translator("common"),
    requestLocale(),
    describer(),
    formats(),
    heardLines(stated.heardBefore),
    interviewLines(stated.interview),
  ]);
  const label = (name: FactName) => t(`fields.${name}.label`);
  const named = ({ name, nameAr }: { name: string; nameAr: string | null }) => (
    <bdi>{locale === "ar" && nameAr ? nameAr : name}</bdi>
  );
  const record = (path: string, id: string, text: ReactNode) => (
    <Link key={id} href={`/cases/${caseId}/${path}/${id}`} prefetch={false}>
      {text}
    </Link>
  );
  const quoted = (words: string | null) => words && <q dir="auto">{words}</q>;
  const language = (tag: string | null) =>
    tag && (tag === "unknown" ? codebook("language.unknown.label") : format.language(tag));
  return {
    title: { label: label("title"), value: <span dir="auto">{stated.title}</span> },
    witnessId: {
      label: label("witnessId"),
      value: witness && record("witnesses", witness.id, <Code code={witness.code} />),
    },
    sourceId: { label: label("sourceId"), value: source && record("sources", source.id, named(source)) },
    publisherIds: {
      label: label("publisherIds"),
      value:
        publishers.length === 0
          ? null
          : publishers.map((one) => <div key={one.id}>{record("sources", one.id, named(one))}</div>),
    },
    voice: { label: label("voice"), value: codebook(`voice.${stated.voice}.label`) },
    basis: {
      label: label("basis"),
      value: codebook(`basis.${stated.basis}.label`),
      note: codebook(`basis.${stated.basis}.definition`),
    },
    taken: {
      label: label("taken"),
      value: stated.takenEdtf && describe(stated.takenEdtf),
      note: quoted(stated.takenWording),
    },
    takenPlaceId: {
      label: label("takenPlaceId"),
      value: place && record("places", place.id, named(place)),
      note: place?.precision && codebook(`placePrecision.${place.precision}.label`),
    },
    people: {
      label: label("people"),
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
    contamination: {
      label: label("contamination"),
      value:
        stated.contamination === "yes"
          ? common("yes")
          : stated.contamination === "no"
            ? t("notAllAsked")
            : null,
      missing: "notAsked",
    },
    form: { label: label("form"), value: t(`form.${stated.form}`) },
    heardBefore: { label: label("heardBefore"), value: heard, wide: true },
    interview: { label: label("interview"), value: interview, wide: true },
    event: {
      label: label("event"),
      value: stated.eventEdtf && describe(stated.eventEdtf),
      note: quoted(stated.eventWording),
    },
    note: { label: label("note"), value: stated.note && <span dir="auto">{stated.note}</span>, wide: true },
    textBasis: { label: label("textBasis"), value: codebook(`textBasis.${version.textBasis}.label`) },
    originalLanguage: { label: label("originalLanguage"), value: language(version.originalLanguage) },
    translationLanguage: {
      label: label("translationLanguage"),
      value: language(version.translationLanguage),
      missing: "none",
    },
    translator: {
      label: label("translator"),
      value: version.translator && <bdi>{version.translator}</bdi>,
      missing: "none",
    },
  };
}
