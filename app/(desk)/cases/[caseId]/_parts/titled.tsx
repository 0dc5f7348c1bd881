import { StatusPill } from "#components/ui/status-pill.tsx";

/** The title of a row, with a word beside it where the record is the one that is marked. */
export function Titled({ title, mark }: { title: string | undefined; mark: string | null }) {
  return (
    <>
      <bdi>{title}</bdi> {mark === null ? null : <StatusPill label={mark} tone="accent" />}
    </>
  );
}
