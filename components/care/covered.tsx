"use client";

import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { useCare } from "./care-provider.tsx";
import { isCovered } from "./care-settings.ts";
import { CoverContext } from "./cover-context.ts";
import classes from "./covered.module.css";
import { keepOpened, showsAccount, useIsOpened } from "./opened-accounts.ts";

/** What makes an account grave, as far as the record says it. */
export type TellsOf = "sexual_violence" | "children" | "apart";

interface Props {
  /** The testimony. All of its covers on a page open together. */
  readonly recordId: string;
  /** Empty: nothing marks it as grave. */
  readonly of: readonly TellsOf[];
  readonly children: ReactNode;
}

/**
 * An account that nobody has to read unasked: covered by a line that says what it is, until it is opened, and open from then on for
 * this session. What is covered is neither drawn nor read out. Details of the browser, so that it opens without a script.
 */
export function Covered({ recordId, of, children }: Props) {
  const t = useTranslator("care");
  const { settings, session } = useCare();
  const isOpen = useIsOpened(session, recordId);
  const details = useRef<HTMLDetailsElement>(null);
  const hasCover = isCovered(settings, of.length > 0);
  const keep = useEffectEvent((open: boolean) => keepOpened(session, recordId, open, settings.breaks));
  useEffect(() => {
    // Opened before the page had woken up.
    if (details.current?.open) keep(true);
  }, []);
  useEffect(() => (hasCover && isOpen ? showsAccount() : undefined), [hasCover, isOpen]);
  if (!hasCover) return children;
  return (
    <details
      ref={details}
      open={isOpen}
      className={classes.cover}
      onToggle={({ currentTarget: { open } }) => keepOpened(session, recordId, open, settings.breaks)}
    >
      <summary className={classes.line}>
        <span>{of.length === 0 ? t("cover.of.plain") : of.map((one) => t(`cover.of.${one}`)).join(" ")}</span>{" "}
        <span className={classes.act}>
          {isOpen ? (
            <IconEyeOff size={16} stroke={1.7} aria-hidden />
          ) : (
            <IconEye size={16} stroke={1.7} aria-hidden />
          )}
          {t(isOpen ? "cover.again" : "cover.show")}
        </span>
      </summary>
      <CoverContext value={!isOpen}>{children}</CoverContext>
    </details>
  );
}
