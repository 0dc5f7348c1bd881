/** When somebody who is signed in last asked for anything: what locks by itself goes by that, and not by who only knocks. */

declare global {
  var attestUsedAt: number | undefined;
}

/** Notes a use. Kept with the process, for what Next has built and the server around it are two programs in one. */
export function noteUse(): void {
  globalThis.attestUsedAt = performance.now();
}
