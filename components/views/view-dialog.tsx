"use client";

import { Button, Checkbox, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useCommand } from "#components/form/use-command.ts";
import { announce } from "#components/ui/announce.ts";
import type { Problem } from "#components/ui/problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { ViewSharing } from "#lib/views/vocabulary.ts";
import type { ListViews } from "./list-views.ts";
import type { OpenView } from "./use-open-view.ts";

export type DialogAct = "save" | "change" | "retract";

export interface ViewDialogProps {
  readonly act: DialogAct;
  readonly views: ListViews;
  readonly open: OpenView;
  readonly onClose: () => void;
}

const COMMANDS = { save: "view.record", change: "view.amend", retract: "view.retract" } as const;

/** Saves the list as a view, renames or shares the open one, or takes it back. */
export function ViewDialog({ act, views, open, onClose }: ViewDialogProps) {
  const t = useTranslator("ui");
  const common = useTranslator("common");
  const router = useRouter();
  const { active } = open;
  const { send, sending } = useCommand(COMMANDS[act]);
  const [name, setName] = useState(act === "save" ? "" : (active?.name ?? ""));
  const [sharing, setSharing] = useState<ViewSharing>((act === "change" && active?.sharing) || "personal");
  const [withColumns, setWithColumns] = useState(open.hasColumns);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function submit() {
    const address = act === "save" ? open.addressNow(withColumns) : (active?.address ?? "");
    const known = { savedViewId: active?.id, version: active?.version };
    const inputs = {
      save: { caseId: views.caseId, list: views.list, name, address, sharing },
      change: { ...known, name, address, sharing },
      retract: known,
    };
    const answer = await send(inputs[act]);
    if (!answer.ok) return setProblem(answer.problem);
    announce(t(act === "retract" ? "views.retracted" : "views.saved"));
    onClose();
    if (act === "save") router.push(open.hrefOf(address, idIn(answer.result)));
    if (act === "retract") router.push(open.hrefOf(address));
    router.refresh();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`views.dialog.${act}`)}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          {act === "retract" ? (
            <p>{t(active?.sharing === "shared" ? "views.retractShared" : "views.retractOwn", { name })}</p>
          ) : (
            <>
              <TextInput
                data-autofocus
                required
                label={t("views.name")}
                maxLength={views.nameLengthMax}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Radio.Group
                label={t("views.forWhom")}
                value={sharing}
                onChange={(value) => setSharing(value === "shared" ? "shared" : "personal")}
              >
                <Stack gap="xs" mt="xs">
                  <Radio value="personal" label={t("views.personal")} />
                  <Radio
                    value="shared"
                    label={t("views.everybody")}
                    disabled={!views.mayShare}
                    description={views.mayShare ? undefined : t("views.mayNotShare")}
                  />
                </Stack>
              </Radio.Group>
            </>
          )}
          {act === "save" ? (
            <Checkbox
              label={t("views.withColumns")}
              checked={withColumns}
              onChange={(event) => setWithColumns(event.currentTarget.checked)}
            />
          ) : null}
          {problem === null ? null : <ProblemAlert problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common("cancel")}
            </Button>
            <Button type="submit" loading={sending} {...(act === "retract" ? { color: "red" } : {})}>
              {t(`views.submit.${act}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const idIn = (result: unknown): string | undefined =>
  typeof result === "object" && result !== null && "id" in result && typeof result.id === "string"
    ? result.id
    : undefined;
