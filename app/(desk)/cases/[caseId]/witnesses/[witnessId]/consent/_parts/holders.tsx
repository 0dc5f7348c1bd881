import { counts, translator } from "#lib/i18n/server.ts";
import { RecordList } from "../../../../_parts/record-list.tsx";
import { localNames } from "../../../../_parts/local-names.ts";
import type { Ledger } from "./ledger.ts";

/** Who fetched an export with an account of the person, and so is to be told when they take something back. */
export async function Holders({ caseId, holders }: { caseId: string; holders: Ledger["holders"] }) {
  const [t, named, counted] = await Promise.all([translator("consent"), localNames(), counts()]);
  if (holders === null) return <p>{t("holders.hidden")}</p>;
  return (
    <RecordList
      none={t("holders.none")}
      items={holders.map(({ exportId, code, recipient, downloads }) => ({
        id: exportId,
        href: `/cases/${caseId}/exports/${exportId}`,
        code,
        label: recipient === null ? t("holders.unnamed") : named(recipient.name, recipient.nameAr),
        detail: t("holders.line", { count: downloads, total: counted(downloads) }),
      }))}
      more={null}
    />
  );
}
