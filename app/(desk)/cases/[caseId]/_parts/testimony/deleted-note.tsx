import { Alert } from "@mantine/core";
import { IconEraser } from "@tabler/icons-react";
import Link from "next/link";
import { formats, translator } from "#lib/i18n/server.ts";

/** Says that the words of an account were deleted, and where that is certified. Shows nothing for another. */
export async function DeletedNote({
  testimony: { id, caseId },
  deletedAt,
}: {
  testimony: { id: string; caseId: string };
  deletedAt: number | null;
}) {
  if (deletedAt === null) return null;
  const [t, format] = await Promise.all([translator("retention"), formats()]);
  return (
    <Alert
      color="gray"
      mb="md"
      icon={<IconEraser size={18} aria-hidden />}
      title={t("deleted.title", { day: format.instantDay(deletedAt) })}
    >
      <Link href={`/cases/${caseId}/testimonies/${id}/retention`} prefetch={false}>
        {t("deleted.certificate")}
      </Link>
    </Alert>
  );
}
