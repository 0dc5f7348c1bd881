import { Section } from "#components/ui/section.tsx";
import type { CompartmentName } from "#lib/compartments/vocabulary.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";
import { ClearanceForm } from "./clearance-form.tsx";
import { type ClearanceRow, ClearanceTable } from "./clearance-table.tsx";
import { compartmentName } from "./compartment-names.ts";

interface Props {
  caseId: string;
  rows: readonly ClearanceRow[];
  compartments: readonly CompartmentName[];
  mayPropose: boolean;
  /** Those who work on the case; each once. */
  people: readonly { readonly value: string; readonly label: string }[];
}

/** Who may see what is in the compartments of a case, and a form for who clears people. */
export async function Clearances({ caseId, rows, compartments, mayPropose, people }: Props) {
  const [t, cases, locale] = await Promise.all([
    translator("compartments"),
    translator("cases"),
    requestLocale(),
  ]);
  return (
    <>
      <Section id="clearances" title={t("clearances.title")} lead={t("clearances.lead")}>
        <ClearanceTable rows={rows} compartments={compartments} />
      </Section>
      {mayPropose && people.length > 0 ? (
        <Section id="clear" title={t("clearances.clear")} lead={t("clearances.clearLead")}>
          <ClearanceForm
            caseId={caseId}
            people={people}
            compartments={compartments.map((one) => ({
              value: String(one.bit),
              label: compartmentName(t, locale, one),
            }))}
            words={{
              account: t("clearances.account"),
              compartment: t("one"),
              expires: t("clearances.expires"),
              never: cases("members.never"),
              why: t("clearances.why"),
              whyHelp: t("clearances.whyHelp"),
              submit: t("clearances.submit"),
              asked: t("clearances.asked"),
            }}
          />
        </Section>
      ) : null}
    </>
  );
}
