import type { z } from "zod";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RecordColumns } from "#components/ui/record-columns.tsx";
import { asked } from "#lib/api/asked.ts";
import { listExposed } from "#lib/breach/queries/list-exposed.ts";
import { listLosses } from "#lib/breach/queries/list-losses.ts";
import { type Loss, LOSSES } from "#lib/breach/words.ts";
import { translator } from "#lib/i18n/server.ts";
import { Choice } from "./_parts/choice.tsx";
import { Exposed } from "./_parts/exposed.tsx";
import { Playbook } from "./_parts/playbook.tsx";

type Params = Readonly<Record<string, string | string[] | undefined>>;

/** People on one page: as many as the server gives, since each page is printed by itself. */
const SHOWN = 100;

/** Who is exposed when something was lost, and what to do: nobody is listed, and nothing logged, before it was said what. */
export default async function BreachPage({
  params,
  searchParams,
}: {
  params: Promise<{ caseId: string }>;
  searchParams: Promise<Params>;
}) {
  const { caseId } = await params;
  const wanted = readParams(await searchParams);
  const [t, losses] = await Promise.all([translator("breach"), asked(listLosses, { caseId })]);
  const found = wanted === null ? null : await asked(listExposed, { caseId, ...wanted.input });
  const first = found?.rows[0];
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <RecordColumns
        side={<Playbook caseId={caseId} first={found?.may.report ? (first?.id ?? null) : null} />}
      >
        <Choice losses={losses} wanted={wanted} />
        {found === null ? null : <Exposed found={found} query={wanted?.query ?? ""} />}
      </RecordColumns>
    </>
  );
}

/** What an address asks for. @returns null where it does not say what was lost */
function readParams(params: Params) {
  const first = (key: string) => [params[key]].flat()[0] || undefined;
  const loss = LOSSES.find((one) => one === first("lost"));
  const [exportId, accountId, since] = [first("export"), first("account"), first("since")];
  if (loss === undefined) return null;
  if (loss === "export" && exportId === undefined) return null;
  if (loss === "access" && (accountId === undefined || since === undefined)) return null;
  const chosen: Record<Loss, Record<string, string | undefined>> = {
    case: {},
    export: { export: exportId },
    access: { account: accountId, since },
  };
  const { export: bag, account, since: day } = chosen[loss];
  const [after, before] = [first("after"), first("before")];
  const input: Omit<z.input<typeof listExposed.input>, "caseId"> = {
    ...(bag === undefined ? {} : { exportId: bag }),
    ...(account === undefined ? {} : { accountId: account }),
    ...(day === undefined ? {} : { since: day }),
    page: {
      size: SHOWN,
      ...(after === undefined ? {} : { after }),
      ...(before === undefined ? {} : { before }),
    },
  };
  const query = new URLSearchParams({
    lost: loss,
    ...(bag === undefined ? {} : { export: bag }),
    ...(account === undefined ? {} : { account }),
    ...(day === undefined ? {} : { since: day }),
  }).toString();
  return { loss, input, query };
}
