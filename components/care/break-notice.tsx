"use client";

import { Button, Group } from "@mantine/core";
import { useEffect } from "react";
import { useFormats, useTranslator } from "#lib/i18n/client.tsx";
import classes from "./break-notice.module.css";
import { useCare } from "./care-provider.tsx";
import { exposureIn, exposureText, putOff, reasonForBreak, withMinute } from "./exposure.ts";
import { isAccountShown } from "./opened-accounts.ts";
import { coverNow, isPageCovered } from "./privacy-door.ts";
import { recall, remember, useRecall } from "./tab-memory.ts";

const MINUTE_MS = 60_000;

/**
 * Says quietly when it was much at once, and that a break helps. Counted in this tab alone, about nobody but the person who sits
 * here: no server hears of it, and nobody else ever sees it. It stands in no way and can be switched off.
 */
export function BreakNotice() {
  const t = useTranslator("care");
  const formats = useFormats();
  const { settings, session } = useCare();
  const kept = useRecall("attest-read", session);
  const { breaks } = settings;

  useEffect(() => {
    if (!breaks) return;
    const timer = setInterval(() => {
      if (!isAccountShown() || isPageCovered()) return;
      const read = withMinute(exposureIn(recall("attest-read", session)), Date.now());
      remember("attest-read", session, exposureText(read));
    }, MINUTE_MS);
    return () => clearInterval(timer);
  }, [breaks, session]);

  const read = exposureIn(kept);
  const why = breaks ? reasonForBreak(read) : null;
  return (
    <div aria-live="polite" className={classes.place}>
      {why === null ? null : (
        <div className={classes.card}>
          <p>
            {t(`break.${why}`, {
              count: why === "accounts" ? read.ids.length : read.minutes,
              time: formats.time(read.since),
            })}
          </p>
          <Group gap="xs">
            <Button
              size="xs"
              variant="default"
              onClick={() => remember("attest-read", session, exposureText(putOff(read)))}
            >
              {t("break.later")}
            </Button>
            <Button
              size="xs"
              onClick={() => {
                remember("attest-read", session, "");
                coverNow("break");
              }}
            >
              {t("break.take")}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}
