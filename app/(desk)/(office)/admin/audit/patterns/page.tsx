import Link from "next/link";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import { asked } from "#lib/api/asked.ts";
import {
  type Measure,
  measures,
  NIGHT,
  NOTABLE_MIN,
  OPENING_ACTS,
  spans,
  TAKING_ACTS,
  USUAL_TIMES,
} from "#lib/audit/patterns.ts";
import { readPatterns } from "#lib/audit/queries/read-patterns.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./_parts/patterns.module.css";
import { spanDays } from "./_parts/span-days.ts";

type Params = Promise<Record<string, string | string[] | undefined>>;

/** What narrows the log to what a number counts, as far as its address can say it. */
const NARROWER: Partial<Record<Measure, string>> = {
  opened: `&decision=allow${actsIn(OPENING_ACTS)}`,
  searched: `&decision=allow${actsIn(["search.find"])}`,
  taken: `&decision=allow${actsIn(TAKING_ACTS)}`,
  refused: "&decision=deny",
  notFound: "&decision=deny",
};

function actsIn(acts: readonly string[]): string {
  return acts.map((act) => `&act=${act}`).join("");
}

/** What each person did, beside what is usual: where an auditor might look, and no more than that. */
export default async function PatternsPage({ searchParams }: { searchParams: Params }) {
  const { span } = await searchParams;
  const [t, format] = await Promise.all([translator("audit"), formats()]);
  const zone = format.timeZone;
  const days = spans.find((one) => String(one) === span) ?? spans[1];
  const { range, ...window } = spanDays(days, zone);
  const { rows, medians } = await asked(readPatterns, window);
  const entriesOf = (accountId: string, measure: Measure) =>
    `/admin/audit?person=${accountId}&when_from=${range.from}&when_to=${range.to}${NARROWER[measure] ?? ""}`;
  return (
    <>
      <PageHeader
        title={t("patterns.title")}
        lead={t("patterns.lead")}
        breadcrumb={[{ label: t("title"), href: "/admin/audit" }, { label: t("patterns.title") }]}
      />
      <nav aria-label={t("patterns.spans")} className={classes.spans}>
        {spans.map((one) => (
          <Link
            key={one}
            href={`/admin/audit/patterns?span=${one}`}
            prefetch={false}
            aria-current={one === days ? "page" : undefined}
          >
            {t("patterns.span", { days: one })}
          </Link>
        ))}
      </nav>
      <p className={classes.quiet}>
        {t("patterns.rule", { min: NOTABLE_MIN, times: USUAL_TIMES })}{" "}
        {t("patterns.night", { from: NIGHT.from, to: NIGHT.to, zone: `\u2068${zone}\u2069` })}
      </p>
      {rows.length === 0 ? (
        <p>{t("patterns.none")}</p>
      ) : (
        <section className={classes.scroll} aria-label={t("patterns.title")}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("patterns.person")}</th>
                {measures.map((measure) => (
                  <th key={measure} scope="col">
                    {t(`patterns.measures.${measure}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ accountId, person, counts, before, more }) => (
                <tr key={accountId}>
                  <th scope="row">
                    <bdi>{person}</bdi>
                  </th>
                  {measures.map((measure) => (
                    <td key={measure}>
                      <Link href={entriesOf(accountId, measure)} prefetch={false}>
                        {format.number(counts[measure])}
                      </Link>{" "}
                      {more.includes(measure) ? (
                        <StatusPill tone="caution" label={t("patterns.more")} />
                      ) : null}
                      <div className={classes.quiet}>
                        {t("patterns.beside", {
                          median: format.number(medians[measure]),
                          before: before === null ? "–" : format.number(before[measure]),
                        })}
                      </div>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
