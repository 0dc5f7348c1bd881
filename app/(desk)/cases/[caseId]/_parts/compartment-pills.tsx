import { compartmentName } from "#components/compartments/compartment-names.ts";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { compartmentsOfRecord } from "#lib/compartments/queries/compartments-of-record.ts";
import { requestLocale, translator } from "#lib/i18n/server.ts";

/** Says of a record that is in compartments that it is not for everybody's ears; of others nothing. */
export async function CompartmentPills({ recordId }: { recordId: string }) {
  const found = await maybeAsked(compartmentsOfRecord, { recordId });
  if (!found || found.compartments.length === 0) return null;
  const [t, locale] = await Promise.all([translator("compartments"), requestLocale()]);
  return found.compartments.map((one) => (
    <StatusPill
      key={one.bit}
      focusable
      label={compartmentName(t, locale, one)}
      meaning={t("pill")}
      tone="sealed"
    />
  ));
}
