import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { TakeMatrix } from "#components/victim-lists/take-matrix.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { readMatrix } from "#lib/victim-lists/queries/read-matrix.ts";
import classes from "../_parts/lists.module.css";

/** On which lists persons stand, counted by the set of lists. It adds up to the documented minimum, and nothing is estimated. */
export default async function MatrixPage({ params }: { params: Promise<{ caseId: string }> }) {
  const { caseId } = await params;
  const [t, format, found] = await Promise.all([
    translator("rolls"),
    formats(),
    asked(readMatrix, { caseId }),
  ]);
  const { lists, patterns, persons, may } = found;
  return (
    <>
      <PageHeader
        title={t("matrix.title")}
        lead={t("matrix.lead")}
        breadcrumb={[
          { label: t("title"), href: `/cases/${caseId}/victim-lists` },
          { label: t("matrix.title") },
        ]}
      />
      <p>
        <strong>{t("minimum", { count: persons, number: format.number(persons) })}</strong> {t("minimumLead")}
      </p>
      <Section id="matrix" title={t("matrix.caption")} bare>
        {persons === 0 ? (
          <p>{t("matrix.empty")}</p>
        ) : (
          <div className={classes.scroller}>
            <table className={classes.table}>
              <thead>
                <tr>
                  {lists.map(({ id, code, title }) => (
                    <th key={id} scope="col">
                      <Link href={`/cases/${caseId}/victim-lists/${id}`} prefetch={false}>
                        <Code code={code} />
                      </Link>
                      <span className={classes.title}>
                        <bdi>{title}</bdi>
                      </span>
                    </th>
                  ))}
                  <th scope="col">{t("matrix.persons")}</th>
                </tr>
              </thead>
              <tbody>
                {patterns.map(({ on, persons: those }) => (
                  <tr key={on.join("")}>
                    {lists.map(({ id }, at) => (
                      <td key={id}>{on[at] === 1 ? t("matrix.on") : t("matrix.off")}</td>
                    ))}
                    <td>{format.number(those)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  {lists.map(({ id, persons: those }) => (
                    <td key={id}>
                      {t("matrix.perList")}: {format.number(those)}
                    </td>
                  ))}
                  <td>
                    {t("matrix.sum")}: {format.number(persons)}
                  </td>
                </tr>
              </tfoot>
            </table>
          </div>
        )}
        {found.hasMore ? <p>{t("matrix.more")}</p> : null}
        {may.export && persons > 0 ? <TakeMatrix caseId={caseId} name="list-membership.csv" /> : null}
      </Section>
    </>
  );
}
