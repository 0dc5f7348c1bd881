import Link from "next/link";
import { ORIGIN_PATHS } from "#components/corroboration/origin-paths.ts";
import { Unprinted } from "#components/care/unprinted.tsx";
import { Code } from "#components/ui/code.tsx";
import { Section } from "#components/ui/section.tsx";
import { maybeAsked } from "#lib/api/asked.ts";
import { evidenceMatrix } from "#lib/corroboration/queries/evidence-matrix.ts";
import { translator } from "#lib/i18n/server.ts";
import { localNames } from "../../../_parts/local-names.ts";
import classes from "./incident.module.css";

/** The allegations of an incident by what they rest on; left out where nothing is linked, or where the caller may not know. */
export async function IncidentMatrix({ caseId, incidentId }: { caseId: string; incidentId: string }) {
  const found = await maybeAsked(evidenceMatrix, { incidentId });
  if (found === null || found.origins.length === 0) return null;
  const [t, codebook, named] = await Promise.all([
    translator("incidents"),
    translator("codebook"),
    localNames(),
  ]);
  return (
    <Section id="matrix" title={t("matrix.title")} lead={t("matrix.lead")}>
      <div className={classes.scroller}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.act")}</th>
              {found.origins.map(({ id, type, code, title, witness, source }) => (
                <th key={id} scope="col">
                  <Link href={`/cases/${caseId}/${ORIGIN_PATHS[type]}/${id}`} prefetch={false}>
                    <Code code={code} />
                  </Link>
                  <Unprinted>
                    <bdi className={classes.head}>
                      {witness ?? (source === null ? title : named(source.name, source.nameAr))}
                    </bdi>
                  </Unprinted>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.acts.map(({ id, code, violation, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`/cases/${caseId}/allegations/${id}`} prefetch={false}>
                    <Code code={code} />
                  </Link>{" "}
                  {codebook(`violation.${violation}.label`)}
                </th>
                {found.origins.map((origin) => (
                  <Cell key={origin.id} cell={cells.find(({ originId }) => originId === origin.id)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.left.acts + found.left.origins === 0 ? null : (
        <p className={classes.quiet}>{t("matrix.left", found.left)}</p>
      )}
    </Section>
  );
}

type Cells = Awaited<ReturnType<typeof evidenceMatrix.run>>["acts"][number]["cells"];

/** Coloured by sense and weight, and said in words: nobody has to tell the colours apart. */
async function Cell({ cell }: { cell: Cells[number] | undefined }) {
  const t = await translator("incidents");
  if (cell === undefined) return <td className={classes.quiet}>–</td>;
  const { support, against, resolved, facets } = cell;
  const words = [
    ...(support === null ? [] : [t("matrix.support", { quality: support })]),
    ...(against === null ? [] : [t("matrix.against", { quality: against })]),
    ...(resolved ? [t("matrix.resolved")] : []),
  ];
  const weight = Math.max(support ?? 0, against ?? 0);
  return (
    <td
      data-supports={support === null ? undefined : true}
      data-contradicts={against === null ? undefined : true}
      data-weight={weight}
    >
      {words.length === 0 ? t("matrix.bears") : words.join(" · ")}
      <div className={classes.detail}>{t("matrix.facets", { count: facets })}</div>
    </td>
  );
}
