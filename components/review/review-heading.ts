/** The id of the heading of what is open for review: where the focus goes. */
export const REVIEW_HEADING = "review-heading";
