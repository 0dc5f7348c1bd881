import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { AccountCover } from "./account-cover.tsx";
import { statementNotes } from "./testimony-statements.tsx";

/** The text of one version, the original beside its translation, with the statements that were cut from each paragraph. */
export async function TestimonyText({ caseId, answer }: { caseId: string; answer: TestimonyAnswer }) {
  const { testimony, version, may } = answer;
  const [t, notes] = await Promise.all([translator("testimonies"), statementNotes(testimony.id)]);
  const home = `/cases/${caseId}/testimonies/${testimony.id}`;
  const isOld = version.number !== testimony.versionNumber;
  return (
    <Section
      id="text"
      title={t(isOld ? "oldVersion" : "text", { number: version.number })}
      lead={t(`textBasis.${version.textBasis}`)}
      actions={
        isOld ? (
          <LinkButton href={home} variant="default" size="xs">
            {t("toNewest")}
          </LinkButton>
        ) : may.save ? (
          <LinkButton href={`${home}/edit`} size="xs">
            {t("editShort")}
          </LinkButton>
        ) : undefined
      }
    >
      <AccountCover testimonyId={testimony.id}>
        <BilingualText
          paragraphs={version.paragraphs}
          originalLanguage={version.originalLanguage === "unknown" ? "und" : version.originalLanguage}
          {...(version.translationLanguage === null
            ? {}
            : { translation: { language: version.translationLanguage, translator: version.translator } })}
          notes={notes}
        />
      </AccountCover>
    </Section>
  );
}
