"use client";

import { Button, Modal } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { announce } from "#components/ui/announce.ts";
import { ConfirmAct } from "#components/ui/confirm-act.tsx";
import { ConfirmReason } from "#components/ui/confirm-reason.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";
import { useActKey } from "./act-key.tsx";
import { useCommand } from "./use-command.ts";

export interface CommandButtonProps {
  readonly label: string;
  /** Names the button where several with one label stand beside each other. */
  readonly name?: string;
  /** The verb that is sent: `link.retract`. */
  readonly command: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Asks for a reason first and sends it as `reason`. */
  readonly reason?: {
    readonly title: string;
    readonly explanation?: ReactNode;
    readonly confirmLabel: string;
  };
  /** Asks once more before it sends: for an act that stays. Enter confirms, Escape takes it back. */
  readonly confirm?: string;
  /** The letter that presses it where the page listens for single keys. */
  readonly actKey?: string;
  /** Id of what is asked beside the button. */
  readonly describedBy?: string;
  readonly weight?: "primary" | "plain" | "quiet";
  readonly tone?: "plain" | "danger";
  readonly size?: "compact-xs" | "xs" | "sm";
  readonly icon?: ReactNode;
  /** Said when it is done. */
  readonly doneText?: string;
  /** What the part of the page does then that shows what was changed. */
  readonly onDone?: () => void;
  /** Where to go then. Absent: the page is read again. */
  readonly next?: string;
}

const VARIANTS = { primary: "filled", plain: "default", quiet: "subtle" } as const;

/** One act on a record: a button that sends a command, with a reason where the record asks for one. */
export function CommandButton(props: CommandButtonProps) {
  const { label, command, input, reason, weight = "plain", tone = "plain", size = "sm", icon } = props;
  const { send, sending } = useCommand(command);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const common = useTranslator("common");
  const afterwards = useAfterwards(props);
  const key = useActKey(props.actKey);
  const asksFirst = reason !== undefined || props.confirm !== undefined;

  async function act(extra: Readonly<Record<string, unknown>>): Promise<Problem | null> {
    const answer = await send({ ...input, ...extra });
    if (!answer.ok) return answer.problem;
    afterwards();
    return null;
  }

  return (
    <>
      <Button
        size={size}
        variant={VARIANTS[weight]}
        loading={sending && !asking}
        leftSection={icon}
        {...(props.name === undefined ? {} : { "aria-label": props.name })}
        {...(props.describedBy === undefined ? {} : { "aria-describedby": props.describedBy })}
        {...key}
        {...(tone === "danger" && weight !== "plain" ? { color: "red" } : {})}
        onClick={() => (asksFirst ? setAsking(true) : void act({}).then(setProblem))}
      >
        {label}
      </Button>
      {props.confirm === undefined ? null : (
        <ConfirmAct
          title={label}
          text={props.confirm}
          opened={asking}
          onClose={() => setAsking(false)}
          onConfirm={() => act({})}
        />
      )}
      {reason === undefined ? null : (
        <ConfirmReason
          {...reason}
          tone={tone}
          opened={asking}
          onClose={() => setAsking(false)}
          onConfirm={(typed) => act({ reason: typed })}
        />
      )}
      <Modal
        opened={problem !== null}
        onClose={() => setProblem(null)}
        title={label}
        closeButtonProps={{ "aria-label": common("close") }}
      >
        {problem === null ? null : <ProblemAlert problem={problem} />}
      </Modal>
    </>
  );
}

function useAfterwards({ doneText, next, onDone }: CommandButtonProps): () => void {
  const router = useRouter();
  const t = useTranslator("ui");
  return () => {
    announce(doneText ?? t("form.savedPlain"));
    onDone?.();
    if (next !== undefined) router.push(next);
    router.refresh();
  };
}
