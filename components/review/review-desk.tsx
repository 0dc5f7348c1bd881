"use client";

import { VisuallyHidden } from "@mantine/core";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import { REVIEW_HEADING } from "./review-heading.ts";

/** Where an act leads: to another item of the queue, to the same as it is now, or nowhere, for it was not done. */
export type Onwards = { readonly go: string } | "again" | "nowhere";

interface Desk {
  /** Something is on its way, or the page that comes of it: no key and no button does anything more. */
  readonly isBusy: boolean;
  /** Id of what is open now, also while something that began before is still on its way. */
  readonly openNow: () => string | null;
  /** Does one thing at a time; while one is on its way, nothing. */
  readonly during: (work: () => Promise<Onwards>) => Promise<void>;
}

const DeskContext = createContext<Desk | null>(null);

/** The review screen that a part of it stands on. @throws outside of one */
export function useReviewDesk(): Desk {
  const desk = use(DeskContext);
  if (desk === null) throw new Error("This stands on the review screen alone.");
  return desk;
}

interface Props {
  /** Id of what is open; null when nothing is. */
  readonly open: string | null;
  /** How many decisions are not on record. */
  readonly count: number;
  readonly children: ReactNode;
}

/**
 * The review screen in the browser: one act at a time, from the key that is pressed until the page that follows is drawn, so that a
 * key that is pressed too early decides nothing about what its reviewer has not seen.
 */
export function ReviewDesk({ open, count, children }: Props) {
  const t = useTranslator("review");
  const router = useRouter();
  const [isWorking, setWorking] = useState(false);
  const [isPending, startTransition] = useTransition();
  const isTaken = useRef(false);
  const isGone = useRef(false);
  const opened = useRef(open);
  useEffect(() => {
    opened.current = open;
  }, [open]);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const isBusy = isWorking || isPending;
  useFocusKept(open, isBusy);
  const desk = useMemo<Desk>(
    () => ({
      isBusy,
      openNow: () => opened.current,
      async during(work) {
        if (isTaken.current || isPending) return;
        isTaken.current = true;
        setWorking(true);
        const onwards = await work();
        isTaken.current = false;
        setWorking(false);
        if (onwards === "nowhere" || isGone.current) return;
        startTransition(() => {
          if (onwards !== "again") router.push(onwards.go);
          router.refresh();
        });
      },
    }),
    [isBusy, isPending, router],
  );
  return (
    <DeskContext value={desk}>
      <VisuallyHidden aria-live="polite">{count === 0 ? "" : t("decided.title", { count })}</VisuallyHidden>
      {children}
    </DeskContext>
  );
}

/**
 * The focus goes to the head of the next item, or to the page when nothing is left, and back there when what had it is gone; not when
 * the page is first opened.
 */
function useFocusKept(open: string | null, isBusy: boolean): void {
  const before = useRef(open);
  const wasBusy = useRef(false);
  useEffect(() => {
    const isLost = wasBusy.current && !isBusy && document.activeElement === document.body;
    wasBusy.current = isBusy;
    if (before.current === open && !isLost) return;
    before.current = open;
    (document.getElementById(REVIEW_HEADING) ?? document.getElementById("main"))?.focus();
  }, [open, isBusy]);
}
