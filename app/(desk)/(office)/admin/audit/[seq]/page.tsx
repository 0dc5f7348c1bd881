import type { ReactNode } from "react";
import Link from "next/link";
import { Code } from "#components/ui/code.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { asked } from "#lib/api/asked.ts";
import { readEvent } from "#lib/audit/queries/read-event.ts";
import { sentenceOf } from "#lib/audit/sentence.ts";
import { actWords, authWords, reasonWords, ruleWords } from "#lib/audit/vocabulary.ts";
import { formats, translator } from "#lib/i18n/server.ts";
import { OutcomePill } from "../_parts/outcome-pill.tsx";

export default async function EventPage({ params }: { params: Promise<{ seq: string }> }) {
  const { seq } = await params;
  const [t, roles, format, event] = await Promise.all([
    translator("audit"),
    translator("access"),
    formats(),
    asked(readEvent, { seq: Number(seq) }),
  ]);
  const follow = [
    { key: "person", id: event.accountId },
    { key: "record", id: event.objectId },
    { key: "request", id: event.requestId },
  ].flatMap(({ key, id }) => (id === null ? [] : [{ key, id }])) as { key: keyof typeof WORDS; id: string }[];
  return (
    <>
      <PageHeader
        lead={sentenceOf(t, roles, event)}
        title={actWords(t, event.act)}
        pills={<OutcomePill value={event.decision} focusable />}
        breadcrumb={[
          { label: t("title"), href: "/admin/audit" },
          { label: t("event.one", { seq: String(event.seq) }) },
        ]}
      />
      <Section id="facts" title={t("event.facts")}>
        <Facts
          items={[
            { label: t("columns.when"), value: format.instant(event.at) },
            {
              label: t("columns.person"),
              value: event.person === null ? t("nobody") : <bdi>{event.person}</bdi>,
            },
            {
              label: t("columns.role"),
              value: event.role === null ? null : roles(`role.${event.role}`),
              missing: "none",
            },
            {
              label: t("event.auth"),
              value: event.auth === null ? null : authWords(t, event.auth),
              missing: "none",
            },
            {
              label: t("columns.object"),
              value: event.objectCode === null ? null : <Code code={event.objectCode} />,
              missing: "none",
              note:
                event.objectVersion === null
                  ? null
                  : t("event.version", { version: format.number(event.objectVersion) }),
            },
            {
              label: t("columns.case"),
              value: event.caseCode === null ? null : <Code code={event.caseCode} />,
              missing: "none",
            },
            {
              label: t("event.rules"),
              value:
                event.rules.length === 0 ? null : format.list(event.rules.map((rule) => ruleWords(t, rule))),
              missing: "none",
            },
            {
              label: t("event.reason"),
              value: event.reason === null ? null : reasonWords(t, event.reason),
              missing: "none",
            },
            { label: t("event.repeats"), value: format.number(event.repeats) },
            { label: t("event.detail"), value: event.hasDetail ? t("event.detailYes") : t("event.detailNo") },
            { label: t("event.shown"), value: codes(event.shown), missing: "none", wide: true },
            { label: t("event.rows"), value: codes(event.rows), missing: "none", wide: true },
          ]}
        />
      </Section>
      <Section id="follow" title={t("follow.title")}>
        <ul>
          {follow.map(({ key, id }) => (
            <li key={key}>
              <Link href={`/admin/audit?${key}=${id}`} prefetch={false}>
                {t(WORDS[key])}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="chain" title={t("event.chain")}>
        <Facts
          items={[
            { label: t("event.leaf"), value: <Code code={event.leaf} copy />, wide: true },
            {
              label: t("event.prev"),
              value: event.prev === null ? null : <Code code={event.prev} copy />,
              wide: true,
            },
            { label: t("event.request"), value: <bdi dir="ltr">{event.requestId}</bdi> },
          ]}
        />
      </Section>
      <Section id="body" title={t("event.body")}>
        {typed(event.body)}
      </Section>
      <Section id="offline" title={t("event.offline")} lead={t("event.offlineLead")}>
        <ol>
          <li>
            {t("event.offline1")}
            {typed("npm run audit-export")}
          </li>
          <li>
            {t("event.offline2")}
            {typed(
              "node docs/verify/verify.mjs events.jsonl --noted SIZE:ROOT\npython3 docs/verify/verify-events.py events.jsonl --noted SIZE:ROOT",
            )}
          </li>
          <li>{t("event.offline3")}</li>
        </ol>
      </Section>
    </>
  );
}

const WORDS = { person: "follow.person", record: "follow.record", request: "follow.act" } as const;

const codes = (list: readonly string[]): ReactNode =>
  list.length === 0 ? null : (
    <ul>
      {list.map((one) => (
        <li key={one}>
          <bdi dir="ltr">{one}</bdi>
        </li>
      ))}
    </ul>
  );

const typed = (text: string): ReactNode => (
  <pre dir="ltr" style={{ margin: 0, whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
    <code>{text}</code>
  </pre>
);
