import Link from "next/link";
import { Unprinted } from "#components/care/unprinted.tsx";
import { StagePill } from "#components/testimonies/pills.tsx";
import { Section } from "#components/ui/section.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { TestimonyAnswer } from "#lib/testimonies/queries/read-testimony.ts";
import classes from "./testimony.module.css";

/** Every version: who wrote it and why, who decided and with which comment; two versions can be compared. */
export async function TestimonyVersions({ answer, caseId }: { answer: TestimonyAnswer; caseId: string }) {
  const [t, format] = await Promise.all([translator("testimonies"), formats()]);
  const home = `/cases/${caseId}/testimonies/${answer.testimony.id}`;
  return (
    <Section id="versions" title={t("versionsTitle")}>
      <ol className={classes.versions}>
        {answer.versions.map((version) => (
          <li key={version.number}>
            <p>
              <Link href={`${home}?version=${version.number}`} prefetch={false}>
                {t("versionNumber", { number: version.number })}
              </Link>{" "}
              <StagePill value={version.stage} />
            </p>
            <p className={classes.quiet}>
              {t("writtenBy", { who: version.authorName, when: format.instant(version.createdAt) })}
            </p>
            {version.amendmentReason === null ? null : (
              <p>
                {t("amendedBecause")}{" "}
                <Unprinted isInline>
                  <q dir="auto">{version.amendmentReason}</q>
                </Unprinted>
              </p>
            )}
            {version.decidedAt === null ? null : (
              <p className={classes.quiet}>
                {t(`decided.${version.stage}`, {
                  who: version.deciderName ?? "",
                  when: format.instant(version.decidedAt),
                })}
              </p>
            )}
            {version.comment === null ? null : (
              <Unprinted>
                <blockquote dir="auto" className={classes.comment}>
                  {version.comment}
                </blockquote>
              </Unprinted>
            )}
            {version.number > 1 ? (
              <p>
                <Link
                  href={`${home}/compare?before=${version.number - 1}&after=${version.number}`}
                  prefetch={false}
                >
                  {t("compareWith", { number: version.number - 1 })}
                </Link>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
