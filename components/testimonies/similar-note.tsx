"use client";

import { Alert } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { sendJson } from "#components/form/post-json.ts";
import { Code } from "#components/ui/code.tsx";
import { useTranslator } from "#lib/i18n/client.tsx";

const TYPING_DELAY_MS = 500;

interface Similar {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly likeness: "day" | "title" | "both";
}

interface Entered {
  readonly caseId: string;
  readonly witnessId: string | null;
  readonly sourceId: string | null;
  readonly title: string;
  readonly takenEdtf: string;
}

/** Says, while typing, that the account may be on record already. A hint: it bars nothing, and where it cannot be had it is not there. */
export function SimilarNote({ caseId, witnessId, sourceId, title, takenEdtf }: Entered) {
  const t = useTranslator("testimonies");
  const [found, setFound] = useState<readonly Similar[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(() => {
      if ((witnessId ?? sourceId) === null || (title === "" && takenEdtf === "")) return setFound([]);
      const input = { caseId, witnessId, sourceId, title, takenEdtf };
      void sendJson("/api/v1/ask/testimony.similar", { input }, abort.signal).then((answer) => {
        // A half-typed date is no date yet; what was said of the one before no longer holds.
        if (!abort.signal.aborted) setFound(answer.ok ? similarIn(answer.result) : []);
      });
    }, TYPING_DELAY_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [caseId, witnessId, sourceId, title, takenEdtf]);
  return (
    <output>
      {found.length === 0 ? null : (
        <Alert
          color="yellow"
          icon={<IconCopy size={20} stroke={1.7} aria-hidden />}
          title={t("similar.heading")}
        >
          <p>{t("similar.text")}</p>
          <ul>
            {found.map((one) => (
              <li key={one.id}>
                <a href={`/cases/${caseId}/testimonies/${one.id}`} target="_blank" rel="noreferrer">
                  <Code code={one.code} /> <bdi>{one.title}</bdi>
                </a>{" "}
                ({t(`similar.by.${one.likeness}`)})
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </output>
  );
}

function similarIn(result: unknown): readonly Similar[] {
  const rows: unknown = typeof result === "object" && result !== null ? Reflect.get(result, "rows") : null;
  return Array.isArray(rows) ? rows.filter(isSimilar) : [];
}

/** Guarantee: the question answers rows of this shape; an older or newer server's are left out. */
function isSimilar(row: unknown): row is Similar {
  return typeof row === "object" && row !== null && "id" in row && "code" in row && "likeness" in row;
}
