#!/usr/bin/env python3
"""Verifies an events.jsonl written by `npm run audit-export`: a second program for what verify.mjs does, written apart
from it. Standard library only, no network: Python 3.8 or later.

    python3 verify-events.py events.jsonl [--noted SIZE:ROOT]

Exit 0: everything that can be checked holds. Exit 1: the first bad entry is named. Exit 2: it cannot be verified.
"""
import datetime
import hashlib
import json
import re
import sys
import unicodedata

TEXTS = {"act", "actor", "actor_role", "auth", "case", "detail_h", "log", "obj", "prev", "query_h", "reason", "req", "sess", "ts"}
NUMBERS = {"hits", "obj_v", "query_len", "repeats", "seq"}
LISTS = {"rows", "rules", "shown"}
REQUIRED = {"act", "actor", "dec", "log", "prev", "req", "seq", "ts", "v"}
KEY = re.compile(r"[a-z][a-z_]*")
HASH = re.compile(r"[0-9a-f]{64}")
WITHHELD = re.compile(r'\{"leaf":"([0-9a-f]{64})","seq":([1-9][0-9]{0,14})\}')
INSTANT = re.compile(r"(?:19[7-9][0-9]|[2-9][0-9]{3})-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z", re.ASCII)
NOTED = re.compile(r"([1-9][0-9]{0,14}):([0-9a-f]{64})")
SAFE = 2**53 - 1
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


class Refused(Exception):
    """A line that is no event in canonical form."""


class Bad(Exception):
    """The first bad entry."""

    def __init__(self, number, why):
        super().__init__(number, why)
        self.number, self.why = number, why


def text_of(value):
    """A string as RFC 8785, section 3.2.2.2, writes it."""
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in value) or unicodedata.normalize("NFC", value) != value:
        raise Refused
    signs = (ESCAPES.get(sign) or (sign if ord(sign) > 31 else "\\u%04x" % ord(sign)) for sign in value)
    return '"' + "".join(signs) + '"'


def value_of(value):
    """A value as RFC 8785 writes it; only what an event may hold."""
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, str):
        return text_of(value)
    if isinstance(value, int) and -SAFE <= value <= SAFE:
        return str(value)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return "[" + ",".join(text_of(one) for one in value) + "]"
    raise Refused


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool)


def instant(text):
    if not INSTANT.fullmatch(text):
        return False
    try:
        datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")
    except ValueError:
        return False
    return text[17:19] <= "59"


def event_of(line):
    """The event in a line. Raises Refused."""
    try:
        event = json.loads(line)
    except (ValueError, RecursionError):
        raise Refused from None
    if not isinstance(event, dict) or not all(KEY.fullmatch(key) for key in event):
        raise Refused
    written = "{" + ",".join('"%s":%s' % (key, value_of(event[key])) for key in sorted(event)) + "}"
    if written != line or not REQUIRED <= event.keys():
        raise Refused
    fits = (
        whole(event["v"])
        and event["v"] == 1
        and event["dec"] in ("allow", "deny")
        and all(isinstance(event[key], str) for key in TEXTS & event.keys())
        and all(whole(event[key]) for key in NUMBERS & event.keys())
        and all(isinstance(event[key], list) for key in LISTS & event.keys())
        and event["seq"] >= 1
        and HASH.fullmatch(event["prev"])
        and instant(event["ts"])
    )
    if not fits:
        raise Refused
    return event


class Tree:
    """RFC 6962, section 2.1: the roots of whole subtrees, from the largest to the smallest, with their sizes."""

    def __init__(self):
        self.parts = []

    @staticmethod
    def node(left, right):
        return hashlib.sha256(b"\x01" + left + right).digest()

    def add(self, leaf):
        self.parts.append((1, leaf))
        while len(self.parts) > 1 and self.parts[-1][0] == self.parts[-2][0]:
            (size, right), (_, left) = self.parts.pop(), self.parts.pop()
            self.parts.append((2 * size, self.node(left, right)))

    def root(self):
        if not self.parts:
            return hashlib.sha256().hexdigest()
        root = self.parts[-1][1]
        for _, left in reversed(self.parts[:-1]):
            root = self.node(left, root)
        return root.hex()


class Log:
    """What is known of the log so far."""

    def __init__(self, noted):
        self.noted, self.tree = noted, Tree()
        self.size = self.withheld = 0
        self.name = self.first = self.last = None
        self.prev = "0" * 64

    def take(self, raw):
        try:
            line = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Bad(self.size + 1, "not_canonical") from None
        hidden = WITHHELD.fullmatch(line)
        if hidden:
            leaf, number, event = bytes.fromhex(hidden.group(1)), int(hidden.group(2)), None
        else:
            try:
                event = event_of(line)
            except Refused:
                raise Bad(self.size + 1, "not_canonical") from None
            leaf, number = hashlib.sha256(b"\x00" + raw).digest(), event["seq"]
        if number > self.size + 1:
            raise Bad(self.size + 1, "missing")
        if number <= self.size:
            raise Bad(number, "duplicate")
        if event is None:
            self.withheld += 1
        else:
            self.follow(event)
        self.tree.add(leaf)
        self.prev = leaf.hex()
        self.size += 1
        if self.noted and self.noted[0] == self.size and self.noted[1] != self.tree.root():
            raise Bad(1, "noted_root")

    def follow(self, event):
        if event["prev"] != self.prev:
            raise Bad(event["seq"], "previous")
        if self.name is not None and event["log"] != self.name:
            raise Bad(event["seq"], "log")
        if self.last is not None and event["ts"] < self.last:
            raise Bad(event["seq"], "time")
        self.name, self.last = event["log"], event["ts"]
        self.first = self.first or event["ts"]

    def end(self):
        if self.noted and self.size < self.noted[0]:
            raise Bad(self.size + 1, "missing")


def lines_of(file):
    """Lines as bytes, split at line feeds alone."""
    for raw in file:
        yield raw[:-1] if raw.endswith(b"\n") else raw


def main(arguments):
    noted = None
    if len(arguments) == 3 and arguments[1] == "--noted":
        found = NOTED.fullmatch(arguments[2])
        noted = (int(found.group(1)), found.group(2)) if found else None
    if len(arguments) != 1 and noted is None:
        print("Usage: python3 verify-events.py events.jsonl [--noted SIZE:ROOT]")
        return 2
    log = Log(noted)
    try:
        with open(arguments[0], "rb") as file:
            for raw in lines_of(file):
                log.take(raw)
        log.end()
    except OSError as error:
        print("Cannot be verified: %s" % error.strerror)
        return 2
    except Bad as bad:
        print("The log does not hold. First bad entry: %d (%s)." % (bad.number, bad.why))
        return 1
    if log.size == 0:
        print("Cannot be verified: the file holds no entry.")
        return 2
    print("%d entries, of which %d are withheld." % (log.size, log.withheld))
    if log.first:
        print("First shown %s, last shown %s." % (log.first, log.last))
    print("Size and root: %d:%s" % (log.size, log.tree.root()))
    if log.withheld and not noted:
        print("Cannot be verified: entries are withheld, so only a size and root noted from the whole log can vouch.")
        return 2
    print("Every entry shown holds." if noted else "Every entry holds. Not seen by this: an end cut off, a log written anew.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
