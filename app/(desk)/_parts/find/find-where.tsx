import { NativeSelect, SegmentedControl } from "@mantine/core";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { FoundType } from "#lib/search/vocabulary.ts";
import { foundTypes } from "#lib/search/words.ts";
import classes from "./find.module.css";

const EVERY = "every";

interface Props {
  /** In all cases, or in the open one alone; null where none is open. */
  readonly everywhere: boolean | null;
  readonly type: FoundType | null;
  readonly onEverywhere: (everywhere: boolean) => void;
  readonly onType: (type: FoundType | null) => void;
}

/** Where is looked: in which cases, and among records of which type. */
export function FindWhere({ everywhere, type, onEverywhere, onType }: Props) {
  const t = useTranslator("search");
  return (
    <div className={classes.where}>
      {everywhere === null ? null : (
        <SegmentedControl
          size="xs"
          aria-label={t("where.label")}
          value={everywhere ? "all" : "case"}
          onChange={(value) => onEverywhere(value === "all")}
          data={[
            { value: "case", label: t("where.case") },
            { value: "all", label: t("where.all") },
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label={t("where.type")}
        value={type ?? EVERY}
        onChange={({ currentTarget }) =>
          onType(foundTypes.find((one) => one === currentTarget.value) ?? null)
        }
        data={[
          { value: EVERY, label: t("where.everyType") },
          ...foundTypes.map((one) => ({ value: one, label: t(`type.${one}`) })),
        ]}
      />
    </div>
  );
}
