import { chmodSync, existsSync, statSync, writeFileSync } from "node:fs";

/**
 * Makes sure that only its owner reads a database: makes the file if it is not there, and closes it to others. SQLite
 * gives what it keeps beside a database (log, shared memory) the mode of the database.
 * @throws errors of the file system, where the file is somebody else's
 */
export function ownFile(path: string): void {
  // A file that is there is not opened: closing it would end every lock that this process has on it (fcntl, POSIX).
  if (!existsSync(path)) writeFileSync(path, "", { flag: "a", mode: 0o600 });
  for (const file of [path, `${path}-wal`, `${path}-shm`]) {
    if (existsSync(file) && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
  }
}
