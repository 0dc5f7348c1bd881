import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { holdSections } from "./retention-sections.ts";

/** A button that places a legal hold over a case, or over one account of it. */
export function PlaceHold({
  label,
  caseId,
  testimonyId,
}: {
  label: string;
  caseId: string;
  testimonyId?: string;
}) {
  return (
    <FormInDialog
      label={label}
      size="xs"
      form={{
        command: "hold.place",
        namespace: "retention",
        sections: holdSections,
        caseId,
        fixed: { caseId, ...(testimonyId === undefined ? {} : { testimonyId }) },
        draftKey: testimonyId === undefined ? "hold.place" : `hold.place.${testimonyId}`,
      }}
    />
  );
}
