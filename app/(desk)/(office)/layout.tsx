import type { ReactNode } from "react";
import { DeskShell } from "../_parts/desk-shell.tsx";

/** The pages beyond any one case. */
export default function OfficeLayout({ children }: { children: ReactNode }) {
  return <DeskShell>{children}</DeskShell>;
}
