import { RecordList } from "../../../_parts/record-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { listAllegations } from "#lib/corroboration/queries/list-allegations.ts";
import { counts, translator } from "#lib/i18n/server.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { localNames } from "../../../_parts/local-names.ts";

const SHOWN = 5;

/** The acts alleged within an incident: the first of them, and the way to all. */
export async function IncidentAllegations({ caseId, incidentId }: { caseId: string; incidentId: string }) {
  const found = await maybeAsked(listAllegations, { caseId, incidentId, page: { size: SHOWN } });
  if (found === null) return null;
  const [t, codebook, named, counted] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    localNames(),
    counts(),
  ]);
  const all = t("allegations.all", { count: found.total, total: counted(found.total) });
  return (
    <Section
      id="allegations"
      title={t("allegations.title")}
      lead={t("allegations.lead")}
      actions={
        found.total === 0 ? undefined : (
          <LinkButton
            href={`/cases/${caseId}/allegations?incident=${incidentId}`}
            size="xs"
            variant="default"
          >
            {all}
          </LinkButton>
        )
      }
    >
      <RecordList
        none={all}
        items={found.rows.map((row) => ({
          id: row.id,
          href: `/cases/${caseId}/allegations/${row.id}`,
          code: row.code,
          label: codebook(`violation.${row.violation}.label`),
          detail: (
            <>
              <span dir="auto">{row.wording}</span>
              {row.actor === null ? null : (
                <>
                  {" · "}
                  <bdi>{named(row.actor.name, row.actor.nameAr)}</bdi>
                </>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}
