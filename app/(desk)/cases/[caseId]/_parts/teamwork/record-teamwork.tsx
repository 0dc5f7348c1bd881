import { RecordAssignment } from "./record-assignment.tsx";

/** How colleagues work on a record together: who has it. */
export function RecordTeamwork({ recordId }: { recordId: string }) {
  return <RecordAssignment recordId={recordId} />;
}
