/** One human act and the id under which it is sent: the same id for a repeated try, a fresh one for a new act. */
export interface Act {
  readonly requestId: string;
  /** What was sent, to tell a repeated try from another act. */
  readonly sent: string;
}

/**
 * The act to send under. An act whose answer never came is tried again under its own id, so that a save that did
 * arrive is answered from its receipt and not done twice.
 * @param unanswered the last act, if no answer to it came
 */
export function actFor(unanswered: Act | null, input: unknown, freshId: () => string): Act {
  const sent = JSON.stringify(input);
  return unanswered !== null && unanswered.sent === sent ? unanswered : { requestId: freshId(), sent };
}
