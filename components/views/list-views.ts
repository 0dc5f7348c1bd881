import type { ListId, ViewSharing } from "#lib/views/vocabulary.ts";

export interface SavedView {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The query of the list's address, without its question mark. */
  readonly address: string;
  readonly sharing: ViewSharing;
  readonly isMine: boolean;
}

/** The saved views of one list of a case, as far as the person sees them. */
export interface ListViews {
  readonly caseId: string;
  readonly list: ListId;
  readonly rows: readonly SavedView[];
  readonly mayShare: boolean;
  /** Whether the person may keep any. */
  readonly mayWrite: boolean;
  /** Characters. */
  readonly nameLengthMax: number;
}

/** Views that every list of the kind has, by the key of their name. */
export const READY_VIEWS: Partial<Record<ListId, Readonly<Record<string, string>>>> = {
  testimonies: {
    myDrafts: "stage=draft&mine=mine",
    returned: "stage=returned",
    waiting: "stage=submitted",
    consentNotAsked: "consent=not_asked",
  },
  findings: {
    myDrafts: "status=draft&mine=author",
    waiting: "status=submitted",
    inReview: "status=in_review",
  },
  sources: { notGraded: "reliability=not_graded" },
  witnesses: { notGraded: "reliability=not_graded" },
};
