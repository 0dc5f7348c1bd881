import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/api/asked.ts";
import { pathWithin } from "#lib/api/locale.ts";
import { translator } from "#lib/i18n/server.ts";
import { readEnv } from "#lib/platform/env.ts";
import { RecoveryCodes } from "./_parts/recovery-codes.tsx";

interface Props {
  searchParams: Promise<{ to?: string | string[] }>;
}

/** One's recovery codes, to be kept on paper. With `to`, as a step on the way there: after the first factor. */
export default async function RecoveryCodesPage({ searchParams }: Props) {
  const [t, { to }] = await Promise.all([translator("account"), searchParams, requirePerson()]);
  return (
    <>
      <PageHeader title={t("codes.title")} lead={t("codes.lead")} />
      <RecoveryCodes next={typeof to === "string" ? pathWithin(to, readEnv().url) : null} />
    </>
  );
}
