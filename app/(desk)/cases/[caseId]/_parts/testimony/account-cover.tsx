import type { ReactNode } from "react";
import { Covered } from "#components/care/covered.tsx";
import { Unprinted } from "#components/care/unprinted.tsx";
import { tellsOf } from "../tells-of.ts";

/**
 * Covers what a testimony tells until it is asked for, where it is grave or this browser covers every account, and keeps it from
 * paper.
 */
export async function AccountCover({ testimonyId, children }: { testimonyId: string; children: ReactNode }) {
  return (
    <Unprinted>
      <Covered recordId={testimonyId} of={await tellsOf(testimonyId)}>
        {children}
      </Covered>
    </Unprinted>
  );
}
