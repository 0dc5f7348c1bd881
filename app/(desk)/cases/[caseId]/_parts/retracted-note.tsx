import { Alert } from "@mantine/core";
import { IconArchive } from "@tabler/icons-react";

/** Says that a record was taken back, and why. Shows nothing for a record that stands. */
export function RetractedNote({
  row,
  text,
}: {
  row: { retractedAt: number | null; retractionReason: string | null };
  text: string;
}) {
  if (row.retractedAt === null) return null;
  return (
    <Alert color="gray" icon={<IconArchive size={18} aria-hidden />} title={text}>
      <span dir="auto">{row.retractionReason}</span>
    </Alert>
  );
}
