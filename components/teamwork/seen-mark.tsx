"use client";

import { useEffect } from "react";
import { postJson } from "#components/form/post-json.ts";
import { sayNoticesRead } from "./comment.ts";

/** Notes that the record was opened; rendered only when something happened to it since. Shows nothing. */
export function SeenMark({ recordId }: { recordId: string }) {
  useEffect(() => {
    void postJson("/api/seen", { recordId }).then(sayNoticesRead);
  }, [recordId]);
  return null;
}
