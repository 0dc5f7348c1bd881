import { Group } from "@mantine/core";
import Link from "next/link";
import { compartmentName } from "#components/compartments/compartment-names.ts";
import { CommandButton } from "#components/form/command-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { explainSight } from "#lib/compartments/queries/explain-sight.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { recordPath } from "../../../../_parts/record-paths.ts";
import { Placements } from "../_parts/placements.tsx";
import { SightTable } from "../_parts/sight-table.tsx";

/** Who may see one record and by what, and in which compartments it is. */
export default async function SightPage({
  params,
}: {
  params: Promise<{ caseId: string; recordId: string }>;
}) {
  const { caseId, recordId } = await params;
  const [t, format, locale, sight] = await Promise.all([
    translator("compartments"),
    formats(),
    requestLocale(),
    asked(explainSight, { recordId }),
  ]);
  const { own, inherited, compartments, may } = sight;
  const nameOf = (bit: number) => {
    const named = compartments.find((one) => one.bit === bit);
    return named ? compartmentName(t, locale, named) : String(bit);
  };
  const namesOf = (bits: number) =>
    format.list(compartments.filter(({ bit }) => (bits & bit) !== 0).map(({ bit }) => nameOf(bit)));
  const input = (bit: number, of: "add" | "remove") => ({ recordId, [of]: bit });
  const isWaiting = sight.placements.some(({ waits }) => waits);
  return (
    <>
      <PageHeader
        title={t("sight.title")}
        lead={t("sight.lead")}
        breadcrumb={[
          { label: sight.code, href: recordPath(caseId, sight.noun, recordId) },
          { label: t("sight.title") },
        ]}
      />
      <Section id="where" title={t("sight.where")} lead={t("sight.explain")}>
        {own === 0 && inherited === 0 ? <p>{t("sight.none")}</p> : null}
        {own === 0 ? null : <p>{t("sight.own", { names: namesOf(own) })}</p>}
        {inherited === 0 ? null : <p>{t("sight.inherited", { names: namesOf(inherited) })}</p>}
        <Group gap="xs">
          {may.place
            ? compartments
                .filter(({ bit }) => (own & bit) === 0)
                .map(({ bit }) => (
                  <CommandButton
                    key={bit}
                    label={t("sight.place", { name: nameOf(bit) })}
                    command="compartment.place"
                    input={input(bit, "add")}
                    reason={{
                      title: t("sight.placeTitle"),
                      explanation: t("sight.placeText"),
                      confirmLabel: t("sight.place", { name: nameOf(bit) }),
                    }}
                    size="xs"
                    doneText={t("sight.placed")}
                    next={`/cases/${caseId}`}
                  />
                ))
            : null}
          {may.lift && !isWaiting
            ? compartments
                .filter(({ bit }) => (own & bit) !== 0)
                .map(({ bit }) => (
                  <CommandButton
                    key={bit}
                    label={t("sight.lift", { name: nameOf(bit) })}
                    command="compartment.proposeLift"
                    input={input(bit, "remove")}
                    reason={{
                      title: t("sight.liftTitle"),
                      explanation: t("sight.liftText"),
                      confirmLabel: t("sight.lift", { name: nameOf(bit) }),
                    }}
                    tone="danger"
                    size="xs"
                    doneText={t("sight.lifted")}
                  />
                ))
            : null}
        </Group>
      </Section>
      <Section id="people" title={t("sight.people")} bare>
        {sight.people.length === 0 ? (
          <p>{t("sight.nobody")}</p>
        ) : (
          <SightTable people={sight.people} nameOf={nameOf} />
        )}
      </Section>
      <Section id="placements" title={t("sight.history")}>
        <Placements placements={sight.placements} namesOf={namesOf} mayLift={may.lift} />
      </Section>
      <p>
        <Link href={`/cases/${caseId}/members`} prefetch={false}>
          {t("clearances.title")}
        </Link>
      </p>
    </>
  );
}
