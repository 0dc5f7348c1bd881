"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Preview, ShowPreview } from "./table-view.ts";

/** Whoever runs down a list rests on a row this long before it is read: reading may be put on record. */
const REST_MS = 160;

type Answer = Preview | { readonly state: "failed" };

/**
 * The panel of the chosen record; null while it is on its way. An answer that comes after the next choice is dropped.
 * @param isListed the list still shows the record: where it is gone meanwhile, the list is read again
 */
export function usePreview(showPreview: ShowPreview, id: string, isListed: boolean): Answer | null {
  const router = useRouter();
  const [held, setHeld] = useState<{ readonly id: string; readonly answer: Answer } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const asking = setTimeout(() => {
      void showPreview(id)
        .catch((): Answer => ({ state: "failed" }))
        .then((answer) => {
          if (isWanted) setHeld({ id, answer });
        });
    }, REST_MS);
    return () => {
      isWanted = false;
      clearTimeout(asking);
    };
  }, [showPreview, id]);
  const answer = held?.id === id ? held.answer : null;
  const isOutdated = isListed && (answer?.state === "retracted" || answer?.state === "gone");
  useEffect(() => {
    if (isOutdated) router.refresh();
  }, [isOutdated, router]);
  return answer;
}
