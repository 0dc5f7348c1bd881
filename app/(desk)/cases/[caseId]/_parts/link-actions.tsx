import { CommandButton } from "#components/form/command-button.tsx";
import { LinkAmender, type LinkAmenderProps } from "#components/links/link-editor.tsx";
import { translator } from "#lib/i18n/server.ts";
import classes from "./link-actions.module.css";

/** Changing a link and taking it back. */
export async function LinkActions({ link, ...props }: LinkAmenderProps) {
  const t = await translator("links");
  const action = t("retract.action");
  const { id, version, role, basis, basisSource, heldEdtf, heldWording, note } = link;
  return (
    <span className={classes.actions}>
      <LinkAmender {...props} link={{ id, version, role, basis, basisSource, heldEdtf, heldWording, note }} />
      <CommandButton
        label={t("retract.short")}
        command="link.retract"
        input={{ linkId: id, version }}
        reason={{
          title: t("with", { act: t("retract.title"), code: props.otherCode }),
          explanation: t("retract.text"),
          confirmLabel: action,
        }}
        weight="quiet"
        size="xs"
      />
    </span>
  );
}
