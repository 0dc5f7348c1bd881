"use client";

import { Button, Kbd } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { announce } from "#components/ui/announce.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useCatalogue, useTranslator } from "#lib/i18n/client.tsx";
import type { BrowserNamespace } from "#lib/i18n/messages.ts";
import { completenessOf } from "./check-values.ts";
import { ConflictView } from "./conflict-view.tsx";
import { DraftStatus, ElsewhereNote, RestoredNote } from "./draft-notes.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import type { FieldValue, FormValues, SectionSpec } from "./field-spec.ts";
import { FormContext, wordsKey } from "./field-words.tsx";
import { isShown } from "./form-values.ts";
import { FieldGrid } from "./fields/field.tsx";
import classes from "./record-form.module.css";
import { SectionList } from "./section-list.tsx";
import { useRecordForm } from "./use-record-form.ts";

const NOTHING: Readonly<Record<string, unknown>> = {};

export interface RecordFormProps {
  /** The verb that is sent: `testimony.record`. */
  readonly command: string;
  /** Where the words are: `<namespace>[.<under>].fields.<name>.label|help|example`, `….sections.<key>.title|lead`. */
  readonly namespace: BrowserNamespace;
  readonly under?: string;
  readonly sections: readonly SectionSpec[];
  /** Sent with every save beside the answers: `caseId`, `testimonyId`. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** The case in which references are looked for; `fixed.caseId` when absent. */
  readonly caseId?: string;
  /** The stored values by input key; references as `{ id, code, label }`. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** The row version of `record`, sent as `version`. */
  readonly version?: number;
  /** Keeps a draft on the server under this name, made of ids and enums: `testimony.record.<caseId>`. */
  readonly draftKey?: string;
  /** Where to go after saving; `{id}` and `{code}` are filled from the result. Absent: the page is read again. */
  readonly next?: string;
  /** Where to go instead when what was saved is closed to whoever saved it (`isClosed` of the result). */
  readonly nextIfClosed?: string;
  readonly cancelHref?: string;
  readonly saveLabel?: string;
  readonly onSaved?: (result: unknown) => void;
  readonly children?: ReactNode;
  /** What is to be said of the answers as they stand, or done with them, above the fields. From a client component only. */
  readonly remark?: (
    values: FormValues,
    caseId: string | null,
    change: (path: string, value: FieldValue) => void,
  ) => ReactNode;
}

/** A form made from a list of fields. Everything typed survives a reload, a lost connection and another person's save. */
export function RecordForm(props: RecordFormProps) {
  const {
    command,
    namespace,
    under,
    fixed = NOTHING,
    record = NOTHING,
    saveLabel,
    cancelHref,
    children,
  } = props;
  const t = useTranslator("ui");
  const common = useTranslator("common");
  const catalogue = useCatalogue();
  const formId = useId();
  const wordsAt = wordsKey(namespace, under);
  const caseId = props.caseId ?? (typeof fixed["caseId"] === "string" ? fixed["caseId"] : null);
  const form = useRecordForm({
    command,
    sections: props.sections,
    fixed,
    record,
    version: props.version ?? null,
    // A draft belongs to its case: without access to it, its owner no longer gets the draft either.
    draftKey: draftKeyOf(caseId, props.draftKey),
    leaveQuestion: t("form.dirty"),
    onSaved: useAfterSave(props),
  });
  const { faults, problem, conflict, restored, draft } = form;
  // A part of which nothing is asked, as the answers stand, is not there.
  const sections = form.sections.filter(({ fields }) => fields.some((one) => isShown(one, form.values)));
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0 || problem !== null) box.current?.focus();
  }, [faults.length, problem]);

  const errors = useMemo(
    () => Object.fromEntries(faults.map(({ path, text }) => [path ?? "", text])),
    [faults],
  );
  const surroundings = useMemo(
    () => ({
      formId,
      wordsAt,
      caseId,
      errors,
    }),
    [formId, wordsAt, caseId, errors],
  );
  const marks = sections.map((section) => ({
    key: section.key,
    id: `${formId}-section-${section.key}`,
    completeness: completenessOf(section, form.values, Object.keys(errors)),
  }));
  useHotkeys([["mod+Enter", () => conflict === null && form.save()]], []);

  return (
    <FormContext value={surroundings}>
      <form
        method="post"
        noValidate
        className={classes.form}
        data-single={sections.length < 2 || undefined}
        onSubmit={(event) => {
          event.preventDefault();
          form.save();
        }}
      >
        {sections.length < 2 ? null : <SectionList marks={marks} wordsAt={wordsAt} />}
        <div className={classes.body}>
          {problem === null ? null : (
            <div ref={box} tabIndex={-1}>
              <ProblemAlert
                problem={problem}
                {...(problem.code === "unavailable" ? { onRetry: form.save } : {})}
              />
            </div>
          )}
          {faults.length === 0 ? null : (
            <ErrorSummary {...{ faults, formId, wordsAt }} fields={form.fields} boxRef={box} />
          )}
          {restored === null ? null : <RestoredNote {...restored} onDiscard={form.discard} />}
          {draft.elsewhere === null ? null : <ElsewhereNote draft={draft} />}
          {children}
          {props.remark?.(form.values, caseId, form.change)}
          <div inert={draft.state.phase === "loading"}>
            {sections.map((section) => (
              <section
                key={section.key}
                id={`${formId}-section-${section.key}`}
                aria-labelledby={`${formId}-title-${section.key}`}
                className={classes.section}
              >
                <h2 id={`${formId}-title-${section.key}`}>
                  {catalogue(`${wordsAt}.sections.${section.key}.title`)}
                </h2>
                <SectionLead at={`${wordsAt}.sections.${section.key}.lead`} />
                {section.presets?.map(({ key, values }) => (
                  <Button
                    key={key}
                    size="xs"
                    variant="default"
                    me="xs"
                    mb="sm"
                    onClick={() => {
                      for (const [name, value] of Object.entries(values)) form.change(name, value);
                    }}
                  >
                    {catalogue(`${wordsAt}.sections.${section.key}.presets.${key}`)}
                  </Button>
                ))}
                <FieldGrid
                  fields={section.fields}
                  values={form.values}
                  pathPrefix=""
                  atPrefix="fields."
                  onChange={form.change}
                />
              </section>
            ))}
          </div>
          <div className={classes.bar}>
            <Button type="submit" loading={form.sending}>
              {saveLabel ?? common("save")}
            </Button>
            {cancelHref === undefined ? null : (
              <Button component={Link} href={cancelHref} prefetch={false} variant="default">
                {common("cancel")}
              </Button>
            )}
            <DraftStatus draft={draft} />
            <span className={classes.keys}>
              <Kbd size="xs">{t("form.keyNames")}</Kbd> {t("form.keys")}
            </span>
          </div>
        </div>
      </form>
      {conflict === null ? null : (
        <ConflictView
          key={conflict.version}
          conflicts={conflict.conflicts}
          fields={form.fields}
          formId={formId}
          sending={form.sending}
          onSave={form.settle}
          onBack={form.closeConflict}
        />
      )}
    </FormContext>
  );
}

function SectionLead({ at }: { at: string }) {
  const t = useCatalogue();
  return t.has(at) ? <p className={classes.lead}>{t(at)}</p> : null;
}

/** Says that it is saved, and goes where the page wants to go. */
function useAfterSave({ next, nextIfClosed, onSaved }: RecordFormProps): (result: unknown) => void {
  const router = useRouter();
  const t = useTranslator("ui");
  return (result) => {
    const { id, code, isClosed } = savedIn(result);
    announce(code === null ? t("form.savedPlain") : t(isClosed ? "form.savedApart" : "form.saved", { code }));
    onSaved?.(result);
    if (isClosed && nextIfClosed !== undefined) router.push(nextIfClosed);
    else if (next !== undefined)
      router.push(next.replaceAll("{id}", id ?? "").replaceAll("{code}", code ?? ""));
    router.refresh();
  };
}

function savedIn(result: unknown): { id: string | null; code: string | null; isClosed: boolean } {
  const of = (key: string): unknown =>
    typeof result === "object" && result !== null ? Reflect.get(result, key) : null;
  const text = (key: "id" | "code"): string | null => {
    const value = of(key);
    return typeof value === "string" ? value : null;
  };
  return { id: text("id"), code: text("code"), isClosed: of("isClosed") === true };
}

const draftKeyOf = (caseId: string | null, name: string | undefined): string | null =>
  name === undefined ? null : caseId === null ? name : `${caseId}.${name}`;
