"use client";

import { onDemand } from "#components/ui/on-demand.tsx";

/** The form of a record where a dialog shows it: loaded when the dialog opens. A page that is a form has `RecordForm`. */
export const FormOnDemand = onDemand(() => import("./record-form.tsx").then((file) => file.RecordForm));
