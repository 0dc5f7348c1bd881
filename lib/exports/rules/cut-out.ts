import type { z } from "zod";
import { Line, Text } from "../vocabulary.ts";

/**
 * Changes every free text of a value, and no code, term or date: which is which stands in the schema, so that a new field is
 * not forgotten.
 * @param schema of the value
 */
export function throughTexts(schema: z.ZodType, value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return isFreeText(schema) ? change(value) : value;
  if (typeof value !== "object" || value === null) return value;
  const inner = unwrapped(schema);
  if (Array.isArray(value)) {
    const { element } = inner as unknown as z.ZodArray<z.ZodType>;
    return value.map((one: unknown) => throughTexts(element, one, change));
  }
  const { shape } = inner as unknown as z.ZodObject;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const field = shape[key] as z.ZodType | undefined;
      return [key, field ? throughTexts(field, one, change) : one];
    }),
  );
}

const isFreeText = (schema: z.ZodType): boolean => {
  const inner = unwrapped(schema);
  return inner === Line || inner === Text;
};

/** Without what says that it may be absent. */
function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as { innerType?: z.ZodType };
  return innerType ? unwrapped(innerType) : schema;
}
