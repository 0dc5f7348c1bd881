"use client";

import { Alert, Button } from "@mantine/core";
import { IconAlertCircle, IconArrowsSplit2, IconCloudOff, IconLock } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslator } from "#lib/i18n/client.tsx";
import type { Problem, ProblemCode } from "./problem.ts";

const ICONS: Partial<Record<ProblemCode, ReactNode>> = {
  refused: <IconLock size={20} stroke={1.7} aria-hidden />,
  conflict: <IconArrowsSplit2 size={20} stroke={1.7} aria-hidden />,
  unavailable: <IconCloudOff size={20} stroke={1.7} aria-hidden />,
};

/** Says what happened, what is safe, and what to do; with `onRetry`, a button for it. */
export function ProblemAlert({
  problem,
  onRetry,
  children,
}: {
  problem: Problem;
  onRetry?: () => void;
  children?: ReactNode;
}) {
  const t = useTranslator("problems");
  const { code, rule } = problem;
  const ruleText = rule !== undefined && t.has(`rule.${rule}`) ? t(`rule.${rule}`) : null;
  const gentle = code === "unavailable" || code === "conflict";
  return (
    <Alert
      variant="light"
      color={gentle ? "yellow" : "red"}
      title={t(`title.${code}`)}
      icon={ICONS[code] ?? <IconAlertCircle size={20} stroke={1.7} aria-hidden />}
    >
      {ruleText === null ? t(`text.${code}`) : ruleText}
      {rule === undefined ? null : (
        <div>
          <small>{t.rich("ruleLabel", { rule })}</small>
        </div>
      )}
      {children}
      {onRetry === undefined ? null : (
        <div>
          <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
            {t("retry")}
          </Button>
        </div>
      )}
    </Alert>
  );
}
