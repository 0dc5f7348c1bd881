import { IconShieldCheck } from "@tabler/icons-react";
import Link from "next/link";
import { RecordTable } from "#components/table/record-table.tsx";
import { parseTableUrl } from "#components/table/url-state.ts";
import { Code } from "#components/ui/code.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { listEvents } from "#lib/audit/queries/list-events.ts";
import { sentenceOf } from "#lib/audit/sentence.ts";
import { actWords, decisions, decisionWords } from "#lib/audit/vocabulary.ts";
import { isId } from "#lib/core/id-forms.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import classes from "./_parts/audit.module.css";
import { auditUrl, knownActs } from "./_parts/audit-url.ts";
import { windowOf } from "./_parts/day-range.ts";
import { LogSummary } from "./_parts/log-summary.tsx";
import { OutcomePill } from "./_parts/outcome-pill.tsx";
import { TakeExcerpt } from "./_parts/take-excerpt.tsx";
import { VerifyLog } from "./_parts/verify-log.tsx";
import { keptList } from "../../../_parts/kept-list.ts";

type Params = Promise<Record<string, string | string[] | undefined>>;

/** The log, newest first; one record's or one case's entries alone where the address names it. */
export default async function AuditPage({ searchParams }: { searchParams: Params }) {
  const params = await searchParams;
  const { chosen, days, size, after, before } = parseTableUrl(params, auditUrl);
  const [objectId, caseId] = [idIn(params["record"]), idIn(params["case"])];
  const [accountId, requestId] = [idIn(params["person"]), idIn(params["request"])];
  const [t, roles, format] = await Promise.all([translator("audit"), translator("access"), formats()]);
  const decision = decisions.find((one) => one === chosen["decision"]?.[0]);
  const acts = chosen["act"] ?? [];
  const sought = {
    ...(decision ? { decision } : {}),
    ...(acts.length > 0 ? { act: [...acts] } : {}),
    ...(objectId ? { objectId } : {}),
    ...(caseId ? { caseId } : {}),
    ...(accountId ? { accountId } : {}),
    ...(requestId ? { requestId } : {}),
    ...windowOf(days["when"], format.timeZone),
  };
  const found = await asked(listEvents, {
    ...sought,
    page: { size, ...(after ? { after } : {}), ...(before ? { before } : {}) },
  });
  const [first] = found.rows;
  const only = [
    ...(objectId ? [t("only.record", { code: apart(first?.objectCode) })] : []),
    ...(caseId ? [t("only.case", { code: apart(first?.caseCode) })] : []),
    ...(accountId ? [t("only.person", { name: apart(first?.person) })] : []),
    ...(requestId ? [t("only.request")] : []),
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <>
            <LinkButton href="/admin/audit/patterns">{t("patterns.title")}</LinkButton>
            <LinkButton href="/admin/audit/standing">{t("standing.title")}</LinkButton>
          </>
        }
      />
      <LogSummary />
      <Section id="verify" title={t("verify.title")} lead={t("verify.lead")}>
        <VerifyLog />
      </Section>
      <Section id="excerpt" title={t("excerpt.title")} lead={t("excerpt.lead")}>
        <TakeExcerpt sought={sought} />
      </Section>
      {only.length > 0 ? (
        <p role="note" className={classes.only}>
          {only.join(" ")} <Link href="/admin/audit">{t("only.all")}</Link>
        </p>
      ) : null}
      <div className={classes.list}>
        <RecordTable
          {...await keptList("audit")}
          caption={t("title")}
          urlSpec={auditUrl}
          columns={[
            { key: "seq", header: t("columns.seq"), kind: "code" },
            // Before all that repeats a part of it: on a phone no more than this is in sight.
            { key: "act", header: t("columns.sentence") },
            { key: "when", header: t("columns.when"), kind: "date" },
            { key: "person", header: t("columns.person") },
            { key: "decision", header: t("columns.decision"), kind: "pill" },
            { key: "object", header: t("columns.object"), kind: "code" },
            { key: "case", header: t("columns.case"), kind: "code", isSecondary: true },
            { key: "role", header: t("columns.role"), isSecondary: true },
          ]}
          filters={[
            {
              kind: "enum",
              key: "decision",
              label: t("columns.decision"),
              options: decisions.map((value) => ({ value, label: decisionWords(t, value) })),
            },
            {
              kind: "enum",
              key: "act",
              label: t("columns.act"),
              options: knownActs.map((value) => ({ value, label: actWords(t, value) })),
            },
            { kind: "days", key: "when", label: t("filters.when") },
          ]}
          rows={found.rows.map((row) => ({
            id: String(row.seq),
            href: `/admin/audit/${row.seq}`,
            cells: {
              seq: <bdi>{row.seq}</bdi>,
              when: format.instant(row.at),
              person:
                row.accountId === null ? (
                  t("nobody")
                ) : (
                  <Link href={`/admin/audit?person=${row.accountId}`} prefetch={false}>
                    <bdi className={classes.person}>{row.person}</bdi>
                  </Link>
                ),
              act: <div className={classes.act}>{sentenceOf(t, roles, row)}</div>,
              decision: <OutcomePill value={row.decision} />,
              object:
                row.objectCode === null ? null : (
                  <Link href={`/admin/audit?record=${row.objectId}`} prefetch={false}>
                    <Code code={row.objectCode} />
                  </Link>
                ),
              case:
                row.caseCode === null ? null : (
                  <Link href={`/admin/audit?case=${row.caseId}`} prefetch={false}>
                    <Code code={row.caseCode} />
                  </Link>
                ),
              role: row.role === null ? null : roles(`role.${row.role}`),
            },
          }))}
          page={found}
          total={found.total}
          empty={<EmptyState title={t("empty")} icon={<IconShieldCheck size={32} stroke={1.4} />} />}
        />
      </div>
    </>
  );
}

const apart = (text: string | null | undefined) => `\u2068${text ?? "–"}\u2069`;

const idIn = (value: string | string[] | undefined): string | null =>
  typeof value === "string" && isId(value) ? value : null;
