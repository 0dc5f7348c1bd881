import { IconBell } from "@tabler/icons-react";
import Link from "next/link";
import { recordPath } from "#app/(desk)/_parts/record-paths.ts";
import { NoticeLink, ReadButton } from "#components/teamwork/notice-acts.tsx";
import classes from "#components/teamwork/notices.module.css";
import { Code } from "#components/ui/code.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { isolated } from "#components/ui/isolated.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { asked } from "#lib/api/asked.ts";
import { formats, requestLocale, translator } from "#lib/i18n/server.ts";
import { listNotices } from "#lib/notices/queries/list-notices.ts";
import { NOTICE_KINDS } from "#lib/notices/vocabulary.ts";

type Params = Readonly<Record<string, string | string[] | undefined>>;
type Shown = Awaited<ReturnType<typeof find>>["rows"][number];

const find = ({ unread, kind, after }: ReturnType<typeof readParams>) =>
  asked(listNotices, {
    unread,
    ...(kind === undefined ? {} : { kind }),
    page: { size: 30, ...(after === undefined ? {} : { after }) },
  });

/** What an address asks for; what it cannot mean is as if it were not there. */
function readParams(params: Params) {
  const first = (key: string) => [params[key]].flat()[0];
  return {
    unread: first("show") === "unread",
    kind: NOTICE_KINDS.find((one) => one === first("kind")),
    after: first("after"),
  };
}

/** What was done that concerns the person: which act, to what and by whom. */
export default async function NoticesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const wanted = readParams(await searchParams);
  const [t, found] = await Promise.all([translator("teamwork"), find(wanted)]);
  const { unread, kind, after } = wanted;
  const isFiltered = unread || kind !== undefined;
  const addressOf = (cursor?: string) =>
    `/notices?${new URLSearchParams({ ...(unread ? { show: "unread" } : {}), ...(kind ? { kind } : {}), ...(cursor ? { after: cursor } : {}) }).toString()}`;
  return (
    <>
      <PageHeader title={t("notice.title")} lead={t("notice.lead")} />
      <div className={classes.bar}>
        {isFiltered ? (
          <Link href="/notices" prefetch={false}>
            {t("notice.showAll")}
          </Link>
        ) : (
          <Link href="/notices?show=unread" prefetch={false}>
            {t("notice.showUnread")}
          </Link>
        )}
        <Link href="/account#notices" prefetch={false}>
          {t("notice.choose")}
        </Link>
        {found.rows.some((row) => row.readAt === null) ? (
          <ReadButton which={{ all: true }} label={t("notice.readAll")} />
        ) : null}
      </div>
      {found.rows.length === 0 ? (
        <EmptyState
          title={t(isFiltered ? "notice.none.unread" : "notice.none.title")}
          icon={<IconBell size={32} stroke={1.4} />}
        >
          {t("notice.none.text")}
        </EmptyState>
      ) : (
        <ol className={classes.list}>
          {found.rows.map((row) => (
            <Notice key={row.id} row={row} />
          ))}
        </ol>
      )}
      <div className={classes.bar}>
        {after === undefined ? null : (
          <Link href={addressOf()} prefetch={false}>
            {t("notice.newest")}
          </Link>
        )}
        {found.next === null ? null : (
          <Link href={addressOf(found.next)} prefetch={false}>
            {t("notice.earlier")}
          </Link>
        )}
      </div>
    </>
  );
}

async function Notice({ row }: { row: Shown }) {
  const [t, format, locale] = await Promise.all([translator("teamwork"), formats(), requestLocale()]);
  const { id, kind, noun, code, by, createdAt, readAt } = row;
  const isUnread = readAt === null;
  return (
    <li className={classes.notice} data-unread={isUnread || undefined}>
      <div className={classes.what}>
        <p>
          <NoticeLink id={id} href={pathOf(row)} isUnread={isUnread}>
            {t(
              noun === "export" && kind === "review_waiting" ? "notice.exportWaiting" : `notice.kind.${kind}`,
              { by: isolated(by ?? t("notice.somebody")) },
            )}
          </NoticeLink>
          {isUnread ? <span className={classes.where}> · {t("notice.unread")}</span> : null}
        </p>
        <p className={classes.where}>
          {t(`noun.${noun}`)} {code === null ? null : <Code code={code} />} ·{" "}
          <bdi>{locale === "ar" && row.case.titleAr ? row.case.titleAr : row.case.title}</bdi> ·{" "}
          <DateText text={format.instant(createdAt)} iso={new Date(createdAt).toISOString()} />
        </p>
      </div>
      {isUnread ? <ReadButton which={{ ids: [id] }} label={t("notice.read")} /> : null}
    </li>
  );
}

function pathOf({ noun, recordId, anchorId, kind, case: { id: caseId } }: Shown): string {
  if (noun === "case") return `/cases/${caseId}`;
  if (noun === "emergency") return kind === "emergency_reviewed" ? "/emergency" : `/emergencies/${recordId}`;
  if (noun === "export") return `/cases/${caseId}/exports/${recordId}`;
  const anchor = anchorId ?? (kind === "assigned" ? "assignment" : null);
  return `${recordPath(caseId, noun, recordId)}${anchor === null ? "" : `#${anchor}`}`;
}
