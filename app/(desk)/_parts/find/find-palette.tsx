"use client";

import { Loader, Modal, UnstyledButton } from "@mantine/core";
import { IconSearch, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { type FoundType, SEARCH_TEXT_MAX } from "#lib/search/words.ts";
import classes from "./find.module.css";
import { FindList, groupsOf } from "./find-list.tsx";
import { FindWhere } from "./find-where.tsx";
import { pathOf } from "./hit-words.ts";
import { showOnThisPage } from "./show-on-this-page.ts";
import { Said } from "./said.tsx";
import { takeTyped } from "./typed-ahead.ts";
import { useSearch } from "./use-search.ts";

const LIST = "find-list";
const FOOT = [
  { keys: ["↑", "↓"], word: "move" },
  { keys: ["Enter"], word: "open" },
  { keys: ["Esc"], word: "close" },
] as const;

/** The palette: one box, and what was found below it. The focus stays in the box; the arrows move through the list. */
export function FindPalette({
  opened,
  caseId,
  onClose,
}: {
  opened: boolean;
  caseId: string | null;
  /** @param hasLeft the person goes somewhere, so that the focus is not given back */
  onClose: (hasLeft: boolean) => void;
}) {
  const t = useTranslator("search");
  const close = (): void => onClose(false);
  return (
    <Modal
      opened={opened}
      onClose={close}
      returnFocus={false} // whoever opened it does
      size="44rem"
      centered={false} // or the box would move with every answer
      yOffset="8dvh"
      padding={0}
      withCloseButton={false}
      classNames={{ content: classes.palette ?? "", body: classes.body ?? "" }}
    >
      <Modal.Title className={classes.unseen}>{t("title")}</Modal.Title>
      <Finder caseId={caseId} onClose={close} onLeave={() => onClose(true)} />
    </Modal>
  );
}

function Finder({
  caseId,
  onClose,
  onLeave,
}: {
  caseId: string | null;
  onClose: () => void;
  onLeave: () => void;
}) {
  const t = useTranslator("search");
  const [text, setText] = useState("");
  const [everywhere, setEverywhere] = useState(caseId === null);
  const [type, setType] = useState<FoundType | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  /** Enter came before the answer: the first hit is opened when it is there. */
  const isWaiting = useRef(false);
  const search = useSearch(text, everywhere ? null : caseId, type);
  const groups = search.answer === null ? [] : groupsOf(search.answer);
  const rows = groups.flatMap((group) => group.rows);
  const active = rows.find(({ id }) => id === pointed) ?? rows[0] ?? null;
  const activeId = active?.id ?? null;
  const isReady = search.state === "ready";
  const box = useRef<HTMLInputElement>(null);
  /** Takes back the narrower of the two limits. */
  const widen = (): void => {
    if (type === null) setEverywhere(true);
    else setType(null);
    box.current?.focus();
  };
  const limit = type === null ? (everywhere ? null : "case") : "type";
  useEffect(() => {
    if (!isWaiting.current || !isReady) return;
    isWaiting.current = false;
    clickOn(activeId);
  }, [isReady, activeId]);

  const point = (step: number): void => {
    const here = rows.findIndex(({ id }) => id === active?.id);
    const next = rows[(here + step + rows.length) % rows.length];
    if (!next) return;
    setPointed(next.id);
    document.getElementById(next.id)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      point(step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (isReady) clickOn(activeId);
      else isWaiting.current = search.state === "asking";
    }
  };
  return (
    <>
      <div className={classes.box}>
        {search.state === "asking" ? (
          <Loader size={18} aria-hidden />
        ) : (
          <IconSearch size={20} stroke={1.6} aria-hidden />
        )}
        <input
          ref={box}
          type="text"
          role="combobox"
          aria-label={t("label")}
          aria-expanded={rows.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          {...(active === null ? {} : { "aria-activedescendant": active.id })}
          placeholder={t("placeholder")}
          value={text}
          maxLength={SEARCH_TEXT_MAX}
          dir="auto"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          data-autofocus
          className={classes.input}
          onFocus={() => {
            const typed = takeTyped();
            if (typed === null) return;
            setText((before) => before + typed.text);
            isWaiting.current = typed.isEntered && typed.text.trim() !== "";
          }}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setPointed(null);
            isWaiting.current = false;
          }}
          onKeyDown={onKeyDown}
        />
        <UnstyledButton className={classes.close} aria-label={t("close")} onClick={onClose}>
          <IconX size={18} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </div>
      <FindWhere
        everywhere={caseId === null ? null : everywhere}
        type={type}
        onEverywhere={setEverywhere}
        onType={setType}
      />
      <div
        id={LIST}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a native list shows no marks and no links
        role="listbox"
        aria-label={t("found")}
        className={classes.list}
        hidden={rows.length === 0}
      >
        <FindList
          groups={groups}
          active={active?.id ?? null}
          cases={search.answer?.cases ?? []}
          currentCase={everywhere ? null : caseId}
          onPoint={setPointed}
          onOpen={(event, hit) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another window
            onLeave();
            if (showOnThisPage(pathOf(hit))) event.preventDefault();
          }}
          onMore={search.more}
        />
      </div>
      <Said search={search} count={rows.length} limit={limit} onWiden={widen} />
      <p className={classes.foot} aria-hidden>
        {FOOT.map(({ keys, word }) => (
          <span key={word}>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}{" "}
            {t(`foot.${word}`)}
          </span>
        ))}
      </p>
    </>
  );
}

/** As a click, so that whatever guards the page that is left is asked. */
const clickOn = (id: string | null): void => {
  if (id !== null) document.getElementById(id)?.click();
};
