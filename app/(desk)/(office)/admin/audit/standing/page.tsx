import { CommandButton } from "#components/form/command-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readStanding } from "#lib/audit/queries/read-standing.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { Anchors } from "./_parts/anchors.tsx";
import { Departed } from "./_parts/departed.tsx";
import classes from "./_parts/standing.module.css";

/** What stands behind the log: what was signed of it, where that lies out of reach, and what no longer fits. */
export default async function StandingPage() {
  const [t, format, found] = await Promise.all([translator("audit"), formats(), asked(readStanding, {})]);
  const { standing, may } = found;
  return (
    <>
      <PageHeader
        title={t("standing.title")}
        lead={t("standing.lead")}
        {...(may.read
          ? { breadcrumb: [{ label: t("title"), href: "/admin/audit" }, { label: t("standing.title") }] }
          : {})}
      />
      {standing?.problem ? (
        <Departed
          problem={standing.problem}
          size={standing.size}
          departures={standing.departures}
          mayAccept={may.anchor}
        />
      ) : null}
      <Section
        id="signed"
        title={t("standing.signed")}
        lead={t("standing.signedLead")}
        actions={
          standing?.last && may.anchor ? (
            <LinkButton href="/admin/audit/standing/sheet">{t("standing.sheet")}</LinkButton>
          ) : null
        }
      >
        {standing?.last ? (
          <Facts
            items={[
              { label: t("standing.size"), value: format.number(standing.last.size) },
              { label: t("standing.since"), value: format.number(standing.size - standing.last.size) },
              { label: t("standing.at"), value: format.instant(standing.last.at) },
              { label: t("standing.origin"), value: <Code code={standing.last.origin} copy /> },
              {
                label: t("standing.root"),
                value: <Code code={`${standing.last.size}:${standing.last.root}`} copy />,
                wide: true,
              },
            ]}
          />
        ) : (
          <p>{t("standing.unsigned")}</p>
        )}
      </Section>
      <Anchors found={found} />
      <Section id="keys" title={t("standing.keys")} lead={t("standing.keysLead")}>
        <ul className={classes.keys}>
          {(standing?.keys ?? []).map(({ vkey, size, isChanged }) => (
            <li key={vkey}>
              <Code code={vkey} copy />{" "}
              <span className={classes.quiet}>
                {t(isChanged ? "standing.keyChanged" : "standing.keyFirst", {
                  size: isChanged ? size : size + 1,
                })}
              </span>
            </li>
          ))}
        </ul>
        {may.rotate && standing && standing.keys.length > 0 ? (
          <CommandButton
            label={t("standing.rotate")}
            command="audit.rotateKey"
            input={{}}
            confirm={t("standing.rotateText")}
            doneText={t("standing.rotated")}
          />
        ) : null}
      </Section>
    </>
  );
}
