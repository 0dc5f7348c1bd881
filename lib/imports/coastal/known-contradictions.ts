/**
 * The numbered contradictions and defects that the compiler of the coastal-2025 record names in its description, in its own
 * words, and where each of them is found in what is imported. It is a list of what to look at, and nobody's finding.
 */
import { KNOWN_COUNTS } from "./known-counts.ts";
import { KNOWN_OTHERS } from "./known-others.ts";
import type { KnownContradiction } from "./known-shape.ts";

export const KNOWN_CONTRADICTIONS: readonly KnownContradiction[] = [...KNOWN_COUNTS, ...KNOWN_OTHERS];
