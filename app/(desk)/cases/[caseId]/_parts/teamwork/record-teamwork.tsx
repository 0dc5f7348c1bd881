import { RecordAssignment } from "./record-assignment.tsx";
import { RecordComments } from "./record-comments.tsx";
import { RecordTags } from "./record-tags.tsx";

/** How colleagues work on a record together: who has it, under which words they keep it, what they say of it. */
export function RecordTeamwork({ recordId }: { recordId: string }) {
  return (
    <>
      <RecordAssignment recordId={recordId} />
      <RecordTags recordId={recordId} />
      <RecordComments recordId={recordId} />
    </>
  );
}
