import Link from "next/link";
import classes from "#components/corroboration/corroboration.module.css";
import { AppealPill } from "#components/corroboration/pills.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import type { FindingAnswer } from "#lib/corroboration/queries/read-finding.ts";
import { formats, translator } from "#lib/i18n/server.ts";

/** The appeals against any version of the finding; left out where there are none. */
export async function FindingAppeals({ caseId, answer }: { caseId: string; answer: FindingAnswer }) {
  const { appeals, versions } = answer;
  if (appeals.length === 0) return null;
  const [t, format] = await Promise.all([translator("corroboration"), formats()]);
  return (
    <Section id="appeals" title={t("appeal.title")}>
      <ul className={classes.links}>
        {appeals.map((one) => (
          <li key={one.id} className={classes.link}>
            <p>
              <Link href={`/cases/${caseId}/appeals/${one.id}`} prefetch={false}>
                <Code code={one.code} /> {t(`appeal.ground.${one.ground}`)}
              </Link>{" "}
              <AppealPill value={one.state} />
            </p>
            <p className={classes.quiet}>
              {t("appeal.against", { number: versions.find(({ id }) => id === one.findingId)?.number ?? 0 })}
              {" · "}
              <bdi>{one.appellantName}</bdi>
              {" · "}
              {format.instantDay(one.createdAt)}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
