import { CommandButton } from "#components/form/command-button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Section } from "#components/ui/section.tsx";
import { formats, translator } from "#lib/i18n/server.ts";
import type { readExport } from "#lib/exports/queries/read-export.ts";

type ExportAnswer = Awaited<ReturnType<typeof readExport.run>>;

const COMMANDS = { legal: "export.approveLegal", protection: "export.approveProtection" } as const;

const CONFIRM_KEY = { legal: "key.confirmLegal", protection: "key.confirmProtection" } as const;

/** The two yeses that a bag needs before it is handed out: who gave which, and the way to give one's own. */
export async function Approvals({ row, sha256 }: { row: ExportAnswer; sha256: string }) {
  const [t, format] = await Promise.all([translator("exports"), formats()]);
  const { id: exportId, approvals, may } = row;
  return (
    <Section id="approvals" title={t("approvals.title")} lead={t("approvals.lead")}>
      <Facts
        items={(["legal", "protection"] as const).map((kind) => {
          const given = approvals.find((one) => one.kind === kind);
          return {
            label: t(`approvals.${kind}.label`),
            value: given ? (
              <bdi>{t("approvals.by", { name: given.by, when: format.instant(given.approvedAt) })}</bdi>
            ) : may[kind] ? (
              <CommandButton
                label={t(`approvals.${kind}.act`)}
                command={COMMANDS[kind]}
                input={{ exportId, sha256 }}
                confirm={t(row.contents === "records" ? `approvals.${kind}.confirm` : CONFIRM_KEY[kind])}
                doneText={t("approvals.done")}
                size="xs"
              />
            ) : (
              t(`approvals.${kind}.waits`)
            ),
          };
        })}
      />
      {row.isOwn && approvals.length < 2 ? <p>{t("approvals.own")}</p> : null}
    </Section>
  );
}
