import { Alert } from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import Link from "next/link";
import { asked } from "#lib/api/asked.ts";
import { readCase } from "#lib/cases/queries/read-case.ts";
import { ALGORITHM_VERSION } from "#lib/corroboration/vocabulary.ts";
import { translator } from "#lib/i18n/server.ts";

/** Says that the rules of levels are newer than those the case goes by, and leads to what they would change. */
export async function NewerRules({ caseId }: { caseId: string }) {
  const [t, caseFile] = await Promise.all([translator("corroboration"), asked(readCase, { caseId })]);
  if (caseFile.algorithmVersion === ALGORITHM_VERSION) return null;
  return (
    <Alert variant="light" icon={<IconScale size={18} aria-hidden />} mb="md">
      {t("rules.banner")}{" "}
      <Link href={`/cases/${caseId}/findings/rules`} prefetch={false}>
        {t("rules.see")}
      </Link>
    </Alert>
  );
}
