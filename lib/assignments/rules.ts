/** After every day that can be written, so that what has no day comes last. */
export const NO_DAY = "9999-12-31";

/** Whether a due day is over everywhere on Earth: the last time zone is twelve hours behind UTC. */
export const isOverdue = (dueOn: string | null, now: number): boolean =>
  dueOn !== null && Date.parse(`${dueOn}T23:59:59Z`) + 12 * 3_600_000 < now;
