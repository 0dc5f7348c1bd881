import type { ReactNode } from "react";
import { maybeAsked } from "#lib/api/asked.ts";
import { listStatementsOf } from "#lib/corroboration/queries/list-statements-of.ts";
import type { CutProps } from "./statement-cutter.tsx";
import { WordsCutter } from "./words-cutter.tsx";
import { exactSections } from "#components/contradictions/sections.ts";
import { BilingualText } from "#components/ui/bilingual-text.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Section } from "#components/ui/section.tsx";
import { translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import { AccountCover } from "./account-cover.tsx";
import { statementNotes } from "./testimony-statements.tsx";

interface Props {
  caseId: string;
  answer: TestimonyAnswer;
  /** A statement whose words are marked. */
  statementId?: string | undefined;
}

/** The text of one version, the original beside its translation, with the statements that were cut from each paragraph. */
export async function TestimonyText({ caseId, answer, statementId }: Props) {
  const { testimony, version, may } = answer;
  const [t, notes, statements] = await Promise.all([
    translator("testimonies"),
    statementNotes(testimony.id),
    maybeAsked(listStatementsOf, { testimonyId: testimony.id }),
  ]);
  const cited = statements?.rows.find(({ id }) => id === statementId);
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
        <Cuttable
          may={statements?.may.cut === true && version.stage !== "draft"}
          of={{
            caseId,
            testimonyId: testimony.id,
            number: version.number,
            paragraphs: version.paragraphs,
            exactSections,
          }}
        >
          <BilingualText
            cited={cited?.testimonyNumber === version.number ? (cited.spans ?? []) : []}
            paragraphs={version.paragraphs}
            originalLanguage={version.originalLanguage === "unknown" ? "und" : version.originalLanguage}
            {...(version.translationLanguage === null
              ? {}
              : { translation: { language: version.translationLanguage, translator: version.translator } })}
            notes={notes}
          />
        </Cuttable>
      </AccountCover>
    </Section>
  );
}

/** The text as one from which words are cut, for whoever may. */
function Cuttable({ may, of, children }: { may: boolean; of: CutProps; children: ReactNode }) {
  return may ? <WordsCutter {...of}>{children}</WordsCutter> : children;
}
