import type { Reference } from "#components/form/field-spec.ts";

interface Named {
  readonly id: string;
  readonly code: string;
}

/** What a form needs of a record that another one points to; null where it points to none. */
export function asReference(
  one: (Named & ({ readonly name: string } | { readonly title: string })) | null,
): Reference | null {
  if (one === null) return null;
  return { id: one.id, code: one.code, label: "name" in one ? one.name : one.title };
}
