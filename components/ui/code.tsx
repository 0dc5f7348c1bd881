"use client";

import { Tooltip } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslator } from "#lib/i18n/client.tsx";
import classes from "./code.module.css";

/** The short code of a record, isolated from the text around it; with `copy`, a button that puts it on the clipboard. */
export function Code({ code, copy = false }: { code: string; copy?: boolean }) {
  if (!copy) {
    return (
      <bdi dir="ltr" className={classes.code}>
        {code}
      </bdi>
    );
  }
  return <CopyableCode code={code} />;
}

function CopyableCode({ code }: { code: string }) {
  const t = useTranslator("ui");
  const clipboard = useClipboard({ timeout: 1500 });
  return (
    <span className={classes.copyable}>
      <bdi dir="ltr" className={classes.code}>
        {code}
      </bdi>
      <Tooltip label={clipboard.copied ? t("code.copied") : t("code.copy", { code })}>
        <button
          type="button"
          className={classes.copy}
          aria-label={t("code.copy", { code })}
          onClick={() => clipboard.copy(code)}
        >
          {clipboard.copied ? (
            <IconCheck size={15} stroke={2} aria-hidden />
          ) : (
            <IconCopy size={15} stroke={1.7} aria-hidden />
          )}
        </button>
      </Tooltip>
      <output className={classes.said}>{clipboard.copied ? t("code.copied") : null}</output>
    </span>
  );
}
