/** Whoever asked for a piece of work hears how it ended, whatever ends the transaction under it. */
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { type Piece, type WriteQueue, writeQueue } from "./group-commit.ts";

function aQueue() {
  const connection = new Database(":memory:");
  connection.exec("create table kept (name text)");
  const queue = writeQueue(connection, async () => void connection.exec("BEGIN IMMEDIATE"));
  const write = (name: string) => connection.prepare("insert into kept values (?)").run(name);
  const kept = () => connection.prepare("select name from kept").pluck().all();
  return { connection, queue, write, kept };
}

const ended = (queue: WriteQueue, ...pieces: (Partial<Piece<unknown>> & Pick<Piece<unknown>, "work">)[]) =>
  Promise.allSettled(
    pieces.map((one) =>
      queue.run({ finish: () => Promise.resolve(), undo: () => undefined, alone: false, ...one }),
    ),
  ).then((all) => all.map((one) => (one.status === "fulfilled" ? "done" : String(one.reason))));

it("tells all of a transaction that is lost when one of them cannot be taken back alone, and goes on", async () => {
  const { connection, queue, write, kept } = aQueue();
  const undone: string[] = [];
  const losing = async () => {
    connection.exec("ROLLBACK"); // as SQLite itself does when the disk is full
    throw new Error("disk full");
  };
  const answers = await ended(
    queue,
    { work: async () => write("first"), undo: () => void undone.push("first") },
    { work: losing, undo: () => void undone.push("losing") },
    { work: async () => write("later") },
  );
  expect(answers).toEqual(["Error: disk full", "Error: disk full", "done"]);
  expect(undone).toEqual(["first", "losing"]);
  expect(kept()).toEqual(["later"]);
});

it("answers no piece whose transaction ended under it", async () => {
  const { connection, queue, kept } = aQueue();
  const answers = await ended(queue, {
    alone: true,
    work: async () => void connection.exec("insert into kept values ('lost'); ROLLBACK"),
  });
  expect(answers).toEqual(["Error: the transaction is gone"]);
  expect(kept()).toEqual([]);
});

it("tells the others also when the undoing of one fails", async () => {
  const { queue, write, kept } = aQueue();
  const fails = async () => {
    throw new Error("no");
  };
  const undo = () => {
    throw new Error("cannot be undone");
  };
  const answers = await ended(
    queue,
    { work: async () => write("before") },
    { work: fails, undo },
    { work: async () => write("after") },
  );
  expect(answers).toEqual(["done", expect.stringContaining("AggregateError"), "done"]);
  expect(kept()).toEqual(["before", "after"]);
});

it("refuses what cannot begin, one by one, and goes on when it can", async () => {
  const connection = new Database(":memory:");
  let tries = 0;
  const queue = writeQueue(connection, async () => {
    if (tries++ === 0) throw new Error("held by another program");
    connection.exec("BEGIN IMMEDIATE");
  });
  const work = () => Promise.resolve();
  expect(await ended(queue, { work }, { work })).toEqual(["Error: held by another program", "done"]);
});
