import { CommandButton } from "#components/form/command-button.tsx";
import { FormInDialog } from "#components/form/form-in-dialog.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./corroboration.module.css";
import { weightSections } from "./sections.ts";

interface Props {
  readonly tie: { readonly family: string; readonly weightTenths: number | null; readonly version: number };
  /** Between two statements, or between two who speak; the id under the name that its commands know. */
  readonly of: "dependency" | "sourceTie";
  readonly id: Readonly<Record<string, string>>;
}

/** What a reviewer may do with a tie: weigh it anew where it has a weight, or take it back. */
export async function TieActs({ tie, of, id }: Props) {
  const t = await translator("corroboration");
  return (
    <div className={classes.acts}>
      {tie.family === "soft" ? (
        <FormInDialog
          label={t("dependency.weigh")}
          size="xs"
          form={{
            command: `${of}.amend`,
            namespace: "corroboration",
            under: "dependency",
            sections: weightSections,
            fixed: id,
            record: { weightTenths: tie.weightTenths },
            version: tie.version,
            saveLabel: t("dependency.weighSave"),
          }}
        />
      ) : null}
      <CommandButton
        label={t(`${of}.retract.action`)}
        command={`${of}.retract`}
        input={{ ...id, version: tie.version }}
        reason={{
          title: t(`${of}.retract.action`),
          explanation: t(`${of}.retract.text`),
          confirmLabel: t(`${of}.retract.action`),
        }}
        weight="quiet"
        size="xs"
      />
    </div>
  );
}
