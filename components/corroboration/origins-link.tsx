import Link from "next/link";
import { translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";

interface Props {
  readonly caseId: string;
  readonly allegationId: string;
  readonly facet: string;
}

/** Leads to the picture of what ties the evidence of an aspect. */
export async function OriginsLink({ caseId, allegationId, facet }: Props) {
  const t = await translator("origins");
  return (
    <p className={classes.acts}>
      <Link href={`/cases/${caseId}/allegations/${allegationId}/origins?facet=${facet}`} prefetch={false}>
        {t("link")}
      </Link>
    </p>
  );
}
