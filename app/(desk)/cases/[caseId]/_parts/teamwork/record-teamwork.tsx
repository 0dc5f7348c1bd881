import { RecordAssignment } from "./record-assignment.tsx";
import { RecordComments } from "./record-comments.tsx";

/** How colleagues work on a record together: who has it, and what they say of it. */
export function RecordTeamwork({ recordId }: { recordId: string }) {
  return (
    <>
      <RecordAssignment recordId={recordId} />
      <RecordComments recordId={recordId} />
    </>
  );
}
