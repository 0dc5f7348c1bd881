"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { FieldProblem, Problem } from "#components/ui/problem.ts";
import { useFieldProblemText } from "#components/ui/problem-words.ts";
import { checkValues } from "./check-values.ts";
import { hasUnsaved, type SavedAt } from "./draft-state.ts";
import type { FormFault } from "./error-summary.tsx";
import type { FieldSpec, FieldValue, FormValues, SectionSpec } from "./field-spec.ts";
import { type FormBase, formDraftFrom } from "./form-draft.ts";
import { fieldPathOf, fieldsOf, toInput, valuesFrom } from "./form-values.ts";
import { type Meeting, meetingOf, type NumbersUsed, settled, withNumbersUsed } from "./meeting.ts";
import type { Picks } from "./merge.ts";
import { isSameValue } from "./same-value.ts";
import { useCommand } from "./use-command.ts";
import { useDraft } from "./use-draft.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";
import { useValues } from "./use-values.ts";

export interface RecordFormInput {
  readonly command: string;
  readonly sections: readonly SectionSpec[];
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly record: Readonly<Record<string, unknown>>;
  readonly version: number | null;
  readonly draftKey: string | null;
  readonly leaveQuestion: string;
  readonly onSaved: (result: unknown) => void;
}

interface OpenConflict extends Meeting {
  readonly version: number;
}

const NONE_USED: NumbersUsed = {};

/** The life of a record's form: typing, draft, check, save, and the meeting of two versions. */
export function useRecordForm(options: RecordFormInput) {
  const { command, fixed, record, draftKey, onSaved } = options;
  const [numbersUsed, setNumbersUsed] = useState(NONE_USED);
  const sections = useMemo(
    () => withNumbersUsed(options.sections, numbersUsed),
    [options.sections, numbersUsed],
  );
  const fields = useMemo(() => fieldsOf(sections), [sections]);
  const [start, setStart] = useState<FormBase>(() => ({
    values: valuesFrom(fields, record),
    version: options.version,
  }));
  // What the typing began with: the record as loaded, or as it was when a restored draft was begun.
  const [base, setBase] = useState(start);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const router = useRouter();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [conflict, setConflict] = useState<OpenConflict | null>(null);
  const [restored, setRestored] = useState<{ savedAt: SavedAt; isStale: boolean } | null>(null);
  const [isEdited, setEdited] = useState(false);
  const typed = useValues(start.values);
  const { send, sending } = useCommand(command);
  const faultsOf = useFaults(fields);

  const draft = useDraft(draftKey, ({ body, savedAt }) => {
    const found = formDraftFrom(fields, body);
    if (!found || isSameValue(found.values, start.values)) return;
    typed.setAll(found.values);
    setBase(found.base);
    setEdited(true);
    setRestored({ savedAt, isStale: found.base.version !== start.version });
  });
  useLeaveGuard(
    draftKey === null ? isEdited : hasUnsaved(draft.state),
    draftKey === null ? options.leaveQuestion : null,
  );

  function change(path: string, value: FieldValue): void {
    typed.setAt(path, value);
    setEdited(true);
    setFaults((before) =>
      before.filter((fault) => fault.path !== path && !fault.path?.startsWith(`${path}.`)),
    );
    if (draftKey !== null) draft.keep({ values: typed.newest(), base });
  }

  async function save(values: FormValues, over: FormBase): Promise<void> {
    setProblem(null);
    const missing = checkValues(fields, values);
    setFaults(missing.map(faultsOf.ofForm));
    if (missing.length > 0) return;
    const version = over.version === null ? {} : { version: over.version };
    const answer = await send({ ...fixed, ...version, ...toInput(fields, values) });
    if (!answer.ok) return meet(answer.problem, values, over);
    const now = { values, version: versionIn(answer.result) ?? over.version };
    setStart(now);
    setBase(now);
    setConflict(null);
    setRestored(null);
    setEdited(false);
    await draft.discard();
    onSaved(answer.result);
  }

  async function meet(met: Problem, values: FormValues, over: FormBase): Promise<void> {
    const { code, fields: named = [], current, version } = met;
    if (code === "invalid" && named.length > 0) {
      setConflict(null);
      return setFaults(named.map(faultsOf.ofInput));
    }
    if (code !== "conflict" || current === undefined || version === undefined) {
      setConflict(null);
      // What the form was opened on has moved on: the page says where it is now, and what was typed stays.
      if (met.rule?.endsWith("moved_on")) router.refresh();
      return setProblem(met);
    }
    const meeting = meetingOf(fields, over, values, current);
    // Something that would be overwritten was not shown: what was typed stays here, and nothing is saved.
    if (meeting === null) {
      setConflict(null);
      return setProblem(met);
    }
    // Both wrote the same: nothing to choose, so it is saved over the newer version.
    if (meeting.conflicts.length === 0)
      return save(values, { values: overlaid(over.values, meeting.stored), version });
    setConflict({ ...meeting, version });
  }

  function settle(picks: Picks): void {
    if (!conflict) return;
    const values = settled(conflict, picks);
    const over = { values: overlaid(base.values, conflict.stored), version: conflict.version };
    setNumbersUsed(conflict.numbersUsed);
    typed.setAll(values);
    setBase(over);
    void save(values, over);
  }

  function discard(): void {
    typed.setAll(start.values);
    setBase(start);
    setRestored(null);
    setEdited(false);
    setFaults([]);
    void draft.discard();
  }

  return {
    sections,
    fields,
    values: typed.values,
    faults,
    problem,
    conflict,
    restored,
    draft,
    sending,
    change,
    discard,
    settle,
    save: () => void save(typed.newest(), base),
    closeConflict: () => setConflict(null),
  };
}

function useFaults(fields: readonly FieldSpec[]) {
  const textOf = useFieldProblemText();
  return {
    ofForm: (one: FieldProblem): FormFault => ({ path: one.path, text: textOf(one) }),
    ofInput: (one: FieldProblem): FormFault => ({ path: fieldPathOf(one.path, fields), text: textOf(one) }),
  };
}

const overlaid = (values: FormValues, stored: Partial<FormValues>): FormValues => {
  const known = Object.entries(stored).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { ...values, ...Object.fromEntries(known) };
};

function versionIn(result: unknown): number | null {
  const isRow = typeof result === "object" && result !== null && "version" in result;
  return isRow && typeof result.version === "number" ? result.version : null;
}
