import { LockNow } from "#components/keys/lock-now.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked, requirePerson } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readCustody } from "#lib/keys/queries/read-custody.ts";
import { readKeys } from "#lib/keys/queries/read-keys.ts";
import { Changes } from "./_parts/changes.tsx";
import { DrillForm } from "./_parts/drill-form.tsx";
import classes from "./_parts/keys.module.css";

/** How the keys are kept, who can recover them, and the drill by which custodians prove it. */
export default async function KeysPage() {
  const [t, format, { displayName }, kept, { custodians }] = await Promise.all([
    translator("keys"),
    formats(),
    requirePerson(),
    asked(readKeys, {}),
    asked(readCustody, {}),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className={classes.screen}>
        <Section
          id="kept"
          title={t("kept.title")}
          actions={
            kept.source === "passphrase" ? (
              <LockNow words={{ label: t("lock.label"), text: t("lock.text"), locking: t("lock.locking") }} />
            ) : null
          }
        >
          <Facts
            items={[
              { label: t("kept.source"), value: t(`source.${kept.source}`), wide: true },
              { label: t("kept.generation"), value: <bdi>{kept.generation}</bdi> },
              { label: t("kept.database"), value: t(`database.${kept.database}`) },
              {
                label: t("kept.locks"),
                value:
                  kept.source !== "passphrase"
                    ? t("kept.locksNever")
                    : kept.lockMinutes === null
                      ? t("kept.locksByHand")
                      : t("kept.locksAfter", { minutes: kept.lockMinutes }),
              },
            ]}
          />
        </Section>
        <Section id="custodians" title={t("custodians.title")} lead={t("custodians.lead")}>
          {custodians === null ? (
            <p>{t("custodians.none")}</p>
          ) : (
            <Facts
              items={[
                {
                  label: t("custodians.count"),
                  value: t("custodians.of", { needed: custodians.needed, shares: custodians.shares }),
                },
                { label: t("custodians.set"), value: <bdi>{custodians.set}</bdi> },
                { label: t("custodians.since"), value: format.instant(custodians.madeAt) },
                {
                  label: t("custodians.lastDrill"),
                  value:
                    custodians.lastDrillAt === null
                      ? t("custodians.noDrill")
                      : format.instant(custodians.lastDrillAt),
                },
              ]}
            />
          )}
        </Section>
        <Changes />
      </div>
      {custodians === null ? null : (
        <Section id="drill" title={t("drill.title")} lead={t("drill.lead")}>
          <DrillForm
            needed={custodians.needed}
            generation={kept.generation}
            leader={displayName}
            words={{
              fields: Array.from({ length: custodians.needed }, (_, at) =>
                t("drill.share", { number: at + 1, needed: custodians.needed }),
              ),
              help: t("drill.help"),
              submit: t("drill.submit"),
              done: t("drill.done"),
              again: t("drill.again"),
              protocol: t("protocol.title"),
              outcome: t("protocol.outcome"),
              when: t("protocol.when"),
              leader: t("protocol.leader"),
              set: t("protocol.set"),
              shares: t("protocol.shares"),
              generation: t("protocol.generation"),
              name: t("protocol.name"),
              signature: t("protocol.signature"),
              print: t("protocol.print"),
            }}
          />
        </Section>
      )}
    </>
  );
}
