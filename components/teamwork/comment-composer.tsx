"use client";

import { Button, Combobox, Group, Textarea, useCombobox } from "@mantine/core";
import { useEffect, useId, useRef, useState } from "react";
import { DraftStatus } from "#components/form/draft-notes.tsx";
import { useCommand } from "#components/form/use-command.ts";
import { useDraft } from "#components/form/use-draft.ts";
import { useSuggestions } from "#components/form/use-suggestions.ts";
import { inputDir } from "#components/ui/input-dir.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type Mention, mentionsIn, type ShownComment, unfinishedMention, withMention } from "./comment.ts";
import classes from "./comments.module.css";

export interface ComposerProps {
  readonly caseId: string;
  readonly label: string;
  /** The verb, and what is sent beside the text. */
  readonly command: "comment.write" | "comment.amend";
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly draftKey: string;
  readonly start?: ShownComment;
  readonly sendLabel: string;
  readonly onSent: () => void;
  readonly onCancel?: () => void;
  readonly isFocused?: boolean;
}

/** Where a comment is typed: an @ opens the names of colleagues, and what is typed survives a reload. */
export function CommentComposer(props: ComposerProps) {
  const { caseId, command, fixed, draftKey, start, onSent, onCancel } = props;
  const t = useTranslator("teamwork");
  const common = useTranslator("common");
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(start?.body ?? "");
  const [mentions, setMentions] = useState<readonly Mention[]>(start?.mentions ?? []);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fieldText = useFieldProblemText();
  const { send, sending } = useCommand(command);
  const draft = useDraft(draftKey, ({ body }) => {
    const found = draftIn(body);
    if (!found) return;
    setText(found.text);
    setMentions(found.mentions);
  });

  function type(next: string, called: readonly Mention[] = mentions): void {
    setText(next);
    setMentions(called);
    setProblem(null);
    draft.keep({ text: next, mentions: called });
  }

  async function submit(): Promise<void> {
    if (sending) return;
    const called = mentionsIn(text, mentions).map((one) => one.id);
    const answer = await send({ ...fixed, body: text, mentions: called });
    if (!answer.ok) {
      setProblem(answer.problem);
      box.current?.focus();
      return;
    }
    setText("");
    setMentions([]);
    await draft.discard();
    onSent();
  }

  const wrong = problem?.fields?.[0];
  return (
    <form
      method="post"
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {problem === null || wrong !== undefined ? null : <ProblemAlert problem={problem} />}
      <MentionBox
        id={id}
        box={box}
        caseId={caseId}
        label={props.label}
        error={wrong === undefined ? null : fieldText(wrong)}
        text={text}
        isFocused={props.isFocused === true}
        onType={type}
        onMention={(next, mention) => type(next, [...mentions, mention])}
        onSubmit={() => void submit()}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" loading={sending} disabled={text.trim() === ""}>
          {props.sendLabel}
        </Button>
        {onCancel === undefined ? null : (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              void draft.discard();
              onCancel();
            }}
          >
            {common("cancel")}
          </Button>
        )}
        <DraftStatus draft={draft} />
      </Group>
      <p className={classes.hint}>{t("comment.hint")}</p>
    </form>
  );
}

interface MentionBoxProps {
  readonly id: string;
  readonly box: React.RefObject<HTMLTextAreaElement | null>;
  readonly caseId: string;
  readonly label: string;
  readonly error: string | null;
  readonly text: string;
  readonly isFocused: boolean;
  readonly onType: (text: string) => void;
  readonly onMention: (text: string, mention: Mention) => void;
  readonly onSubmit: () => void;
}

function MentionBox({ id, box, caseId, text, onType, onMention, onSubmit, ...props }: MentionBoxProps) {
  const t = useTranslator("teamwork");
  const combobox = useCombobox();
  const [sought, setSought] = useState<string | null>(null);
  const { state, options } = useSuggestions("member.suggest", caseId, sought?.trim() ?? "", sought !== null);
  const isOpen = sought !== null && state !== "idle";
  const { openDropdown, closeDropdown, selectFirstOption } = combobox;
  useEffect(() => {
    if (!isOpen) return closeDropdown();
    openDropdown();
    selectFirstOption();
  }, [isOpen, options, openDropdown, closeDropdown, selectFirstOption]);
  useEffect(() => {
    if (props.isFocused) box.current?.focus();
  }, [props.isFocused, box]);

  function look(): void {
    const { current } = box;
    setSought(current ? unfinishedMention(current.value, current.selectionStart) : null);
  }

  function pick(accountId: string): void {
    const chosen = options.find((one) => one.id === accountId);
    const caret = box.current?.selectionStart ?? text.length;
    setSought(null);
    if (!chosen) return;
    const next = withMention(text, caret, chosen.label);
    onMention(next.text, { id: chosen.id, name: chosen.label });
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(next.caret, next.caret);
    });
  }

  return (
    <Combobox store={combobox} onOptionSubmit={pick} position="bottom-start" withinPortal>
      <Combobox.DropdownTarget>
        <div>
          <Combobox.EventsTarget withKeyboardNavigation={isOpen} withAriaAttributes={isOpen}>
            <Textarea
              ref={box}
              id={id}
              label={props.label}
              error={props.error}
              {...inputDir("auto", text)}
              autosize
              minRows={2}
              maxRows={12}
              maxLength={4_000}
              value={text}
              onChange={(event) => {
                onType(event.currentTarget.value);
                look();
              }}
              onBlur={() => setSought(null)}
              onClick={look}
              onKeyDown={(event) => {
                if (event.key === "Escape" && isOpen) {
                  event.preventDefault();
                  event.stopPropagation();
                  setSought(null);
                }
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
                  event.preventDefault();
                  onSubmit();
                }
              }}
            />
          </Combobox.EventsTarget>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={!isOpen}>
        <Combobox.Options mah={240} className={classes.names} aria-label={t("comment.names")}>
          {options.map((one) => (
            <Combobox.Option key={one.id} value={one.id}>
              <bdi>{one.label}</bdi>
            </Combobox.Option>
          ))}
          {options.length === 0 ? (
            <Combobox.Empty>{state === "ready" ? t("comment.noName") : t("comment.seeking")}</Combobox.Empty>
          ) : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** A draft is of unknown age and shape. */
function draftIn(body: unknown): { text: string; mentions: readonly Mention[] } | null {
  if (typeof body !== "object" || body === null || !("text" in body) || typeof body.text !== "string")
    return null;
  const mentions = "mentions" in body && Array.isArray(body.mentions) ? body.mentions : [];
  return { text: body.text, mentions: mentions.filter(isMention) };
}

const isMention = (one: unknown): one is Mention =>
  typeof one === "object" &&
  one !== null &&
  "id" in one &&
  typeof one.id === "string" &&
  "name" in one &&
  typeof one.name === "string";
