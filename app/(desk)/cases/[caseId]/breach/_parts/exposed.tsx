import {
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
} from "@mantine/core";
import Link from "next/link";
import { PrintButton } from "#components/ui/print-button.tsx";
import { Code } from "#components/ui/code.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { Section } from "#components/ui/section.tsx";
import { StatusPill } from "#components/ui/status-pill.tsx";
import type { listExposed } from "#lib/breach/queries/list-exposed.ts";
import { COUNTED_MAX } from "#lib/core/counted.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { localNames } from "../../_parts/local-names.ts";
import classes from "./breach.module.css";

type Found = Awaited<ReturnType<typeof listExposed.run>>;
type Row = Found["rows"][number];

/** Whom a loss exposes, as a table that goes onto paper whole. @param query of the address, without its page */
export async function Exposed({ found, query }: { found: Found; query: string }) {
  const [t, format] = await Promise.all([translator("breach"), formats()]);
  const { rows, total, loss, next, previous } = found;
  const count =
    total > COUNTED_MAX
      ? t("list.totalMore", { count: format.number(COUNTED_MAX) })
      : t("list.total", { count: total });
  return (
    <Section
      id="exposed"
      title={t(`list.${loss}`)}
      lead={t("list.lead")}
      actions={
        rows.length === 0 ? undefined : (
          <div className={classes.button}>
            <PrintButton label={t("list.print")} />
          </div>
        )
      }
    >
      <p>
        <strong>{count}</strong>
      </p>
      {rows.length === 0 ? (
        <p>{t("list.none")}</p>
      ) : (
        <TableScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="sm" aria-label={t("list.caption")}>
            <TableThead>
              <TableTr>
                {(["person", "risk", "contact", "copies", "acts"] as const).map((key) => (
                  <TableTh key={key} scope="col" {...(key === "acts" ? { className: classes.button } : {})}>
                    {t(`columns.${key}`)}
                  </TableTh>
                ))}
              </TableTr>
            </TableThead>
            <TableTbody>
              {rows.map((row) => (
                <Person key={row.id} row={row} caseId={found.caseId} mayReport={found.may.report} />
              ))}
            </TableTbody>
          </Table>
        </TableScrollContainer>
      )}
      {previous === null && next === null ? null : (
        <div className={classes.pages}>
          {previous === null ? null : (
            <Link href={`?${query}&before=${previous}`} prefetch={false}>
              {t("list.back")}
            </Link>
          )}
          {next === null ? null : (
            <Link href={`?${query}&after=${next}`} prefetch={false}>
              {t("list.more")}
            </Link>
          )}
        </div>
      )}
    </Section>
  );
}

async function Person({ row, caseId, mayReport }: { row: Row; caseId: string; mayReport: boolean }) {
  const [t, risk, named] = await Promise.all([translator("breach"), translator("risk"), localNames()]);
  const person = `/cases/${caseId}/witnesses/${row.id}`;
  const marks = [
    t("row.accounts", { count: row.accounts }),
    ...(row.isChild ? [t("row.child")] : []),
    ...(row.isApart ? [t("row.apart")] : []),
    ...(row.retractedAt === null ? [] : [t("row.retracted")]),
  ];
  return (
    <TableTr className={classes.row ?? ""}>
      <TableTd>
        <Link href={person} prefetch={false}>
          <Code code={row.code} />
        </Link>
        <div className={classes.quiet}>{marks.join(" · ")}</div>
      </TableTd>
      <TableTd>
        {row.risk === null ? (
          <StatusPill label={t("row.unassessed")} tone="bad" />
        ) : (
          <>
            <StatusPill
              label={risk("level", { level: row.risk.level })}
              tone={row.risk.level > 3 ? "bad" : row.risk.level > 1 ? "caution" : "neutral"}
            />
            {row.risk.isOver ? <div>{t("row.over")}</div> : null}
            {row.risk.hasHappened ? <div>{t("row.happened")}</div> : null}
          </>
        )}
      </TableTd>
      <TableTd>
        <Way contact={row.contact} />
        {row.hasPlan ? <div>{t("row.hasPlan")}</div> : null}
      </TableTd>
      <TableTd>
        {row.copies.length === 0
          ? t("row.nobody")
          : row.copies.map(({ id, name, nameAr }) => (
              <div key={id}>
                <bdi>{named(name, nameAr)}</bdi>
              </div>
            ))}
      </TableTd>
      <TableTd className={classes.button ?? ""}>
        <div className={classes.acts}>
          <Link href={`${person}/contact`} prefetch={false} aria-label={`${t("row.toContact")}: ${row.code}`}>
            {t("row.toContact")}
          </Link>
          {mayReport ? (
            <Link
              href={`${person}/risk/report`}
              prefetch={false}
              aria-label={`${t("row.toReport")}: ${row.code}`}
            >
              {t("row.toReport")}
            </Link>
          ) : null}
        </div>
      </TableTd>
    </TableTr>
  );
}

/** On which way somebody may be reached. */
async function Way({ contact: { mode, through, windowFrom, windowUntil } }: Pick<Row, "contact">) {
  const [t, contact, format] = await Promise.all([translator("breach"), translator("contact"), formats()]);
  switch (mode) {
    case "open":
      return <>{t("row.open")}</>;
    case "never":
      return <strong>{t("row.never")}</strong>;
    case "only_through":
      return <>{t("row.through", { through: isolated(through ?? "") })}</>;
    case "only_window":
      return (
        <>
          {contact("fields.mode.options.only_window.label")}
          {windowFrom === null || windowUntil === null
            ? null
            : `: ${contact("window", { from: format.day(windowFrom), until: format.day(windowUntil) })}`}
        </>
      );
  }
}
