import Link from "next/link";
import { asked } from "#lib/api/asked.ts";
import { translator } from "#lib/i18n/server.ts";
import { readIncident } from "#lib/incidents/queries/read-incident.ts";
import { readSource } from "#lib/sources/queries/read-source.ts";
import { localNames } from "../../_parts/local-names.ts";
import { RecordName } from "../../_parts/record-name.tsx";

interface Props {
  caseId: string;
  incidentId: string | undefined;
  sourceId: string | undefined;
}

/** Says that the list holds only the figures of one incident or one source, and leads back to all. */
export async function FiguresOnly({ caseId, incidentId, sourceId }: Props) {
  if (!incidentId && !sourceId) return null;
  const [t, named, incident, source] = await Promise.all([
    translator("figures"),
    localNames(),
    incidentId ? asked(readIncident, { incidentId }) : null,
    sourceId ? asked(readSource, { sourceId }) : null,
  ]);
  return (
    <p>
      {incident === null ? null : (
        <>
          {t("only.incident")}{" "}
          <RecordName
            href={`/cases/${caseId}/incidents/${incident.id}`}
            name={named(incident.title, incident.titleAr)}
          />
          {" · "}
        </>
      )}
      {source === null ? null : (
        <>
          {t("only.source")}{" "}
          <RecordName
            href={`/cases/${caseId}/sources/${source.id}`}
            name={named(source.name, source.nameAr)}
          />
          {" · "}
        </>
      )}
      <Link href={`/cases/${caseId}/figures`}>{t("only.show")}</Link>
    </p>
  );
}
