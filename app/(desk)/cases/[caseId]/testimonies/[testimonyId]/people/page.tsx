import { CommandButton } from "#components/form/command-button.tsx";
import { RecordForm } from "#components/form/record-form.tsx";
import { THIRD_PERSON_SECTIONS } from "#components/third-persons/third-person-sections.ts";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readThirdPersons } from "#lib/third-persons/queries/read-third-persons.ts";
import { AccountCover } from "../../../_parts/testimony/account-cover.tsx";
import { ThirdPersonsState } from "../../../_parts/testimony/third-persons-state.tsx";

/** Where an account is read for others in it, and said what becomes of each. */
export default async function PeoplePage({
  params,
}: {
  params: Promise<{ caseId: string; testimonyId: string }>;
}) {
  const { caseId, testimonyId } = await params;
  const [t, testimonies, format, answer] = await Promise.all([
    translator("people"),
    translator("testimonies"),
    formats(),
    asked(readThirdPersons, { testimonyId }),
  ]);
  const { testimony, text, seen, persons, readNumber, may } = answer;
  const list = `/cases/${caseId}/testimonies`;
  const home = `${list}/${testimonyId}`;
  const fixed = { testimonyId, testimonyNumber: text.number, seen };
  const mayBeNobody = may.write && readNumber !== text.number;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        code={testimony.code}
        breadcrumb={[
          { label: testimonies("title"), href: list },
          { label: testimony.code, href: home },
          { label: t("title") },
        ]}
      />
      <Section id="text" title={t("text", { number: format.number(text.number) })}>
        <AccountCover testimonyId={testimonyId}>
          <BilingualText
            paragraphs={text.paragraphs}
            originalLanguage={text.originalLanguage === "unknown" ? "und" : text.originalLanguage}
            {...(text.translationLanguage === null
              ? {}
              : { translation: { language: text.translationLanguage, translator: text.translator } })}
          />
        </AccountCover>
      </Section>
      <Section
        id="state"
        title={t("short")}
        actions={
          mayBeNobody ? (
            <CommandButton
              label={t("nobody")}
              command="testimony.indexPersons"
              input={{ ...fixed, persons: [] }}
              size="xs"
              next={home}
            />
          ) : undefined
        }
      >
        <ThirdPersonsState
          others={{
            isPublished: testimony.kind === "published_account",
            countsNumber: text.number,
            readNumber,
            count: persons.length,
            undecided: persons.filter(({ decision }) => decision === "undecided").length,
          }}
        />
      </Section>
      {may.write ? (
        <RecordForm
          command="testimony.indexPersons"
          namespace="people"
          sections={THIRD_PERSON_SECTIONS}
          caseId={caseId}
          fixed={fixed}
          record={{ persons: persons.map((one) => ({ ...one, words: one.words.join(", ") })) }}
          draftKey={`testimony.indexPersons.${testimonyId}`}
          next={home}
          cancelHref={home}
        />
      ) : null}
    </>
  );
}
