"use client";

import { TagsInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { postJson } from "#components/form/post-json.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import type { Problem } from "#components/ui/problem.ts";
import { useTranslator } from "#lib/i18n/client.tsx";
import { TAG_LENGTH_MAX, TAGS_PER_RECORD_MAX } from "#lib/tags/words.ts";

interface NamedTag {
  readonly id: string;
  readonly name: string;
}

export interface TagEditorProps {
  readonly caseId: string;
  readonly recordId: string;
  /** The tags on the record now. */
  readonly own: readonly NamedTag[];
  /** All tags of the case, to choose from. */
  readonly known: readonly NamedTag[];
}

/** Puts tags on a record and takes them off, one by one; a word that is no tag yet becomes one. */
export function TagEditor({ caseId, recordId, own, known }: TagEditorProps) {
  const t = useTranslator("tags");
  const router = useRouter();
  const [names, setNames] = useState<readonly string[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stored = own.map(({ name }) => name);
  const idOf = (name: string): string | undefined =>
    [...own, ...known].find((one) => isSame(one.name, name))?.id;

  async function send(command: string, input: object): Promise<unknown> {
    const answer = await postJson(`/api/v1/${command}`, { input, requestId: crypto.randomUUID() });
    if (answer.ok) return answer.result;
    setProblem(answer.problem);
    return null;
  }

  async function change(wanted: readonly string[]): Promise<void> {
    setProblem(null);
    setNames(wanted);
    const shown = names ?? stored;
    for (const name of wanted.filter((one) => !shown.some((other) => isSame(other, one)))) {
      const tagId = idOf(name) ?? madeId(await send("tag.record", { caseId, name: name.trim() }));
      if (tagId !== null) await send("tag.put", { recordId, tagId });
    }
    for (const name of shown.filter((one) => !wanted.includes(one))) {
      const tagId = idOf(name);
      if (tagId !== undefined) await send("tag.remove", { recordId, tagId });
    }
    setNames(null);
    router.refresh();
  }

  return (
    <>
      <TagsInput
        aria-label={t("label")}
        placeholder={t("placeholder")}
        description={t("help")}
        value={[...(names ?? stored)]}
        data={known.map(({ name }) => name)}
        maxTags={TAGS_PER_RECORD_MAX}
        maxLength={TAG_LENGTH_MAX}
        isDuplicate={(value, current) => current.some((one) => isSame(one, value))}
        splitChars={[",", "،"]}
        clearable={false}
        disabled={names !== null}
        onChange={(wanted) => void change(wanted)}
      />
      {problem === null ? null : <ProblemAlert problem={problem} />}
    </>
  );
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

const madeId = (result: unknown): string | null =>
  typeof result === "object" && result !== null && "id" in result && typeof result.id === "string"
    ? result.id
    : null;
