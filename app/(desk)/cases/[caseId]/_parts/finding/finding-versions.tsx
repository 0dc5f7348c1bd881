import Link from "next/link";
import classes from "#components/corroboration/corroboration.module.css";
import { Determined } from "#components/corroboration/determined.tsx";
import { FindingPill } from "#components/corroboration/pills.tsx";
import { Section } from "#components/ui/section.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { formats, translator } from "#lib/i18n/server.ts";

/** Every version of the facet's finding, newest first: what it concluded, and who did what and when. */
export async function FindingVersions({ caseId, answer }: { caseId: string; answer: FindingAnswer }) {
  const [t, format] = await Promise.all([translator("corroboration"), formats()]);
  return (
    <Section id="versions" title={t("finding.versions")}>
      <ol className={classes.links}>
        {answer.versions.map((one) => (
          <li key={one.id} className={classes.link}>
            <p>
              {one.id === answer.finding.id ? (
                <strong>{t("finding.versionNumber", { number: one.number })}</strong>
              ) : (
                <Link href={`/cases/${caseId}/findings/${one.id}`} prefetch={false}>
                  {t("finding.versionNumber", { number: one.number })}
                </Link>
              )}{" "}
              <FindingPill value={one.status} /> <Determined of={one} />
            </p>
            {deeds(one).map(({ key, name, at, conflict }) => (
              <p key={key} className={classes.quiet}>
                {t(`finding.who.${key}`)} {name === null ? null : <bdi>{name}</bdi>}
                {at === null ? null : `${name === null ? "" : ", "}${format.instant(at)}`}
                {conflict === "no" ? ` · ${t("finding.noConflict")}` : null}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}

type Version = FindingAnswer["versions"][number];

/** What was done with a version, in order; what was not done is left out. */
function deeds(one: Version) {
  return [
    { key: "author", name: one.authorName, at: one.createdAt, conflict: null },
    { key: "submitted", name: null, at: one.submittedAt, conflict: null },
    { key: "reviewer", name: one.reviewerName, at: one.reviewedAt, conflict: one.reviewerConflict },
    {
      key: "second",
      name: one.secondName,
      at: one.secondName === null ? null : one.approvedAt,
      conflict: one.secondConflict,
    },
    { key: "approved", name: null, at: one.approvedAt, conflict: null },
  ].filter(({ name, at }) => name !== null || at !== null);
}
