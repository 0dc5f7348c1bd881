"use client";

import { useRef, useState } from "react";
import type { FieldValue, FormValues } from "./field-spec.ts";
import { valueSetAt } from "./form-values.ts";

/** The answers of a form as they are typed. */
export function useValues(start: FormValues) {
  const [values, setValues] = useState(start);
  // The newest at once: two changes, or a change and a save, can come before the form is drawn again.
  const newest = useRef(start);
  function set(next: FormValues): void {
    newest.current = next;
    setValues(next);
  }
  return {
    values,
    newest: () => newest.current,
    setAll: (all: FormValues) => set({ ...newest.current, ...all }),
    setAt: (path: string, value: FieldValue) => set(valueSetAt(newest.current, path, value)),
  };
}
