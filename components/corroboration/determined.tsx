import { translator } from "#lib/i18n/server.ts";
import { levelWords } from "./level.tsx";
import { OverridePill } from "./pills.tsx";

interface Props {
  readonly of: {
    readonly conclusion: "determined" | "refuted";
    readonly determination: number | null;
    /** The caller reviews blind and has not graded yet. */
    readonly isHidden: boolean;
    readonly isOverride: boolean;
  };
}

/** What a version of a finding concludes in a few words, and whether a panel set it above the ceiling. */
export async function Determined({ of: { conclusion, determination, isHidden, isOverride } }: Props) {
  const [t, level] = await Promise.all([translator("corroboration"), levelWords()]);
  if (isHidden) return <>{t("finding.hidden")}</>;
  return (
    <>
      {conclusion === "refuted" ? t("conclusion.refuted") : level(determination)}
      {isOverride ? (
        <>
          {" "}
          <OverridePill />
        </>
      ) : null}
    </>
  );
}
