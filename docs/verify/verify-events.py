#!/usr/bin/env python3
"""Verifies an audit log, a bundle of its entries, or two of its checkpoints, as audit-log.md describes.

    python3 verify-events.py events.jsonl [--noted SIZE:ROOT]… [--checkpoint FILE]… [--key VKEY|FILE]…
                             [--key-change FILE]… [--witness VKEY]…
    python3 verify-events.py FOLDER [--noted SIZE:ROOT]… [--key VKEY|FILE]… [--key-change FILE]… [--witness VKEY]…
    python3 verify-events.py --from OLD.note --to NEW.note --proof FILE [--key VKEY|FILE]… [--key-change FILE]…
                             [--witness VKEY]…

Needs Python 3.8 or later and nothing else; no network. Written from the text of audit-log.md alone.
Ends with 0 when the input holds, with 1 when it does not, with 2 when it cannot be verified.
"""

import base64
import bisect
import datetime
import functools
import hashlib
import json
import os
import re
import sys
import unicodedata

GREATEST = (1 << 53) - 1
KIND_LOG, KIND_WITNESS = 1, 4
NOTE_BYTES, NOTE_SIGNATURES = 65536, 100
PROOF_BYTES, PROOF_HASHES = 131072, 64
CONSISTENCY_LINES = 128
HASH_LINE = 45
NO_HASH = "0" * 64
EMPTY_ROOT = hashlib.sha256(b"").digest()
WHITE_SPACE = "\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

USAGE = (
    "Usage: verify events.jsonl [--noted SIZE:ROOT]... [--checkpoint FILE]... [--key VKEY|FILE]... [--key-change FILE]..."
    " [--witness VKEY]...; or: verify FOLDER [--noted SIZE:ROOT]... [--key VKEY|FILE]... [--key-change FILE]..."
    " [--witness VKEY]...; or: verify --from OLD.note --to NEW.note --proof FILE [--key VKEY|FILE]... [--key-change FILE]..."
    " [--witness VKEY]..."
)

FIELD_NAME = re.compile(r"[a-z][a-z_]*")
WITHHELD = re.compile(rb'\{"leaf":"([0-9a-f]{64})","seq":([1-9][0-9]{0,14})\}')
TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z")

HEX_HASH = re.compile(r"[0-9a-f]{64}")
DECIMAL = re.compile(r"0|[1-9][0-9]{0,14}")
NAME = re.compile(f"[^+{WHITE_SPACE}]+")
ORIGIN = re.compile(r"attest/([^/\n]+)(?:/(?:[2-9]|[1-9][0-9]{1,14}))?")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")

FIELDS = {
    "act": str, "actor": str, "actor_role": str, "auth": str, "case": str, "dec": str, "detail_h": str, "hits": int,
    "log": str, "obj": str, "obj_v": int, "prev": str, "query_h": str, "query_len": int, "reason": str, "repeats": int,
    "req": str, "rows": list, "rules": list, "seq": int, "sess": str, "shown": list, "ts": str, "v": int,
}
KINDS = frozenset((str, int, bool, list))
REQUIRED = frozenset(("act", "actor", "dec", "log", "prev", "req", "seq", "ts", "v"))


class Misuse(Exception):
    """The arguments are none of the three forms of section 10."""


class Unverifiable(Exception):
    """Exit 2: why, and the size and root found, for a log with nothing trusted."""

    def __init__(self, why, found=None):
        super().__init__(why)
        self.found = found


class Fault(Exception):
    """Exit 1: the entries from first to last are bad."""

    def __init__(self, first, why, last=None):
        super().__init__(why)
        place = f"entry: {first}" if last is None or last == first else f"entries: {first}-{last}"
        self.sentence = f"First bad {place} ({why})"


class Unreadable(Exception):
    """A text is not of the form that it should have."""


def shown(text):
    """A text from outside as one printable line."""
    return "".join(mark if mark.isprintable() else mark.encode("unicode_escape").decode("ascii") for mark in text)


# Reading texts


def read_file(path, limit=None):
    """The bytes of a file; Unreadable when it cannot be read or is longer than limit."""
    try:
        with open(path, "rb") as file:
            data = file.read() if limit is None else file.read(limit + 1)
    except (OSError, ValueError):
        raise Unreadable("cannot be read") from None
    if limit is not None and len(data) > limit:
        raise Unreadable("is too long")
    return data


def decode_text(data):
    """Bytes as UTF-8 text."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8 text") from None


def decode_base64(text):
    """Canonical base64 as bytes."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except ValueError:
        raise Unreadable("holds base64 that is none") from None
    if base64.b64encode(data).decode("ascii") != text:
        raise Unreadable("holds base64 that is not canonical")
    return data


def decode_hash(text):
    """Base64 of a hash as its 32 bytes."""
    data = decode_base64(text)
    if len(data) != 32:
        raise Unreadable("holds a hash that is none")
    return data


def decode_decimal(text):
    """A decimal as a number."""
    if not DECIMAL.fullmatch(text):
        raise Unreadable("holds a number that is no decimal")
    return int(text)


# Entries (section 1)


def whole_number(digits):
    """A whole number; ValueError when it has more digits than any that is allowed."""
    if len(digits) > len(str(-GREATEST)):
        raise ValueError(digits)
    return int(digits)


# int refuses every text of a fraction, of an exponent, and of NaN and Infinity
DECODER = json.JSONDecoder(parse_int=whole_number, parse_float=int, parse_constant=int)
ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


@functools.lru_cache(maxsize=64)
def real_day(text):
    """Whether YYYY-MM-DD is a day of the calendar from 1970 to 9999."""
    try:
        return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:])).year >= 1970
    except ValueError:
        return False


def all_normal(event):
    """Whether every string of an entry is in Unicode NFC."""
    for value in event.values():
        for text in value if type(value) is list else (value,):
            if type(text) is str and not unicodedata.is_normalized("NFC", text):
                return False
    return True


def values_allowed(event):
    """Whether each field has a value of the table, or where it is not in the table, any of the allowed ones."""
    for key, value in event.items():
        kind = type(value)
        if kind is not FIELDS.get(key) and (key in FIELDS or kind not in KINDS or not FIELD_NAME.fullmatch(key)):
            return False
        if kind is int and not -GREATEST <= value <= GREATEST:
            return False
        if kind is list and not set(map(type, value)) <= {str}:
            return False
    return True


def read_entry(line):
    """An entry from the bytes of its text, or None when it is not canonical.

    The text is read as JSON and written again. Whatever JSON leaves open (spaces, escapes, keys that come twice, -0) then
    differs; halves of surrogate pairs, which UTF-8 cannot hold, are only ever read from escapes, and so differ too.
    """
    try:
        text = line.decode("utf-8")
        event = DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    if type(event) is not dict or not values_allowed(event):
        return None
    keys = list(event)
    if keys != sorted(keys) or ENCODER.encode(event) != text or not REQUIRED <= event.keys():
        return None
    if event["v"] != 1 or event["seq"] < 1 or event["dec"] not in ("allow", "deny") or not HEX_HASH.fullmatch(event["prev"]):
        return None
    time = TIME.fullmatch(event["ts"])
    if not time or not real_day(time.group(1)):
        return None
    if not text.isascii() and not all_normal(event):
        return None
    return event


# Hashes and tree (section 2)


def leaf_hash(line):
    """The leaf hash of the text of an entry."""
    return hashlib.sha256(b"\0" + line).digest()


def node_hash(left, right):
    """The hash of a node of the tree."""
    return hashlib.sha256(b"\1" + left + right).digest()


class Tree:
    """The tree of RFC 6962 over the leaves added so far; it keeps the roots of its whole subtrees only."""

    def __init__(self):
        self.size = 0
        self.roots = []

    def add(self, leaf):
        """Adds one leaf at the end."""
        size = self.size
        while size & 1:
            leaf = node_hash(self.roots.pop(), leaf)
            size >>= 1
        self.roots.append(leaf)
        self.size += 1

    def root(self):
        """The root over all leaves."""
        if not self.roots:
            return EMPTY_ROOT
        root = self.roots[-1]
        for left in reversed(self.roots[:-1]):
            root = node_hash(left, root)
        return root


def included(leaf, index, size, root, proof):
    """Whether an inclusion proof holds (RFC 9162, 2.1.3.2)."""
    if index >= size:
        return False
    fn, sn, r = index, size - 1, leaf
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node_hash(p, r)
            while not fn & 1 and fn != 0:
                fn >>= 1
                sn >>= 1
        else:
            r = node_hash(r, p)
        fn >>= 1
        sn >>= 1
    return sn == 0 and r == root


def consistent(size1, root1, size2, root2, proof):
    """Whether a consistency proof holds (RFC 9162, 2.1.4.2)."""
    if size1 > size2:
        return False
    if size1 == size2:
        return not proof and root1 == root2
    if size1 == 0:
        return not proof and root1 == EMPTY_ROOT
    hashes = list(proof)
    if size1 & (size1 - 1) == 0:
        hashes.insert(0, root1)
    if not hashes:
        return False
    fn, sn = size1 - 1, size2 - 1
    while fn & 1:
        fn >>= 1
        sn >>= 1
    fr = sr = hashes[0]
    for c in hashes[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node_hash(c, fr), node_hash(c, sr)
            while not fn & 1 and fn != 0:
                fn >>= 1
                sn >>= 1
        else:
            sr = node_hash(sr, c)
        fn >>= 1
        sn >>= 1
    return sn == 0 and fr == root1 and sr == root2


def read_consistency_proof(path):
    """The hashes of a file of a consistency proof."""
    data = read_file(path, CONSISTENCY_LINES * HASH_LINE)
    if not data:
        return []
    text = decode_text(data)
    return [decode_hash(line) for line in (text[:-1] if text.endswith("\n") else text).split("\n")]


# Ed25519 (RFC 8032), with points in extended coordinates

P = (1 << 255) - 19
L = (1 << 252) + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
D2 = 2 * D % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def add_points(one, other):
    """The sum of two points (RFC 8032, 5.1.4)."""
    x1, y1, z1, t1 = one
    x2, y2, z2, t2 = other
    a = (y1 - x1) * (y2 - x2) % P
    b = (y1 + x1) * (y2 + x2) % P
    c = t1 * D2 % P * t2 % P
    d = 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def double_point(point):
    """A point added to itself (RFC 8032, 5.1.4)."""
    x, y, z, _ = point
    a = x * x % P
    b = y * y % P
    h = a + b
    e = h - (x + y) * (x + y) % P
    g = a - b
    f = 2 * z * z % P + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def decode_point(data):
    """A point from its 32 bytes, or None where they are no point (RFC 8032, 5.1.3)."""
    y = int.from_bytes(data, "little")
    sign = y >> 255
    y &= (1 << 255) - 1
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P != u:
        x = x * ROOT_OF_MINUS_ONE % P
        if v * x * x % P != u:
            return None
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def encode_point(point):
    """The 32 bytes of a point (RFC 8032, 5.1.2)."""
    x, y, z, _ = point
    inverse = pow(z, -1, P)
    return (y * inverse % P | (x * inverse % P & 1) << 255).to_bytes(32, "little")


def multiples(point):
    """A point 0 to 15 times."""
    table = [NEUTRAL]
    for _ in range(15):
        table.append(add_points(table[-1], point))
    return table


BASE = multiples(decode_point((4 * pow(5, -1, P) % P).to_bytes(32, "little")))


@functools.lru_cache(maxsize=256)
def negative_multiples(public):
    """The point of a public key turned to its negative, 0 to 15 times, or None where it is no point."""
    point = decode_point(public)
    return point and multiples((P - point[0], point[1], 1, P - point[3]))


@functools.lru_cache(maxsize=4096)
def signature_holds(public, signature, message):
    """Whether a signature is one of the key over the message (RFC 8032, 5.1.7, without the cofactor)."""
    table = negative_multiples(public)
    s = int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or table is None or s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    point = NEUTRAL
    for shift in range(252, -1, -4):
        if point is not NEUTRAL:
            point = double_point(double_point(double_point(double_point(point))))
        point = add_points(add_points(point, BASE[s >> shift & 15]), table[k >> shift & 15])
    return encode_point(point) == signature[:32]


# Keys and notes (section 4)


class Key:
    """A verifier key. Two keys are one when their lines are equal."""

    def __init__(self, line):
        parts = line.split("+", 2)
        if len(parts) != 3 or not NAME.fullmatch(parts[0]):
            raise Unreadable("holds a line that is no key")
        data = decode_base64(parts[2])
        try:
            name = parts[0].encode("utf-8")
        except UnicodeEncodeError:
            raise Unreadable("holds a name that is no text") from None
        if len(data) != 33 or data[0] not in (KIND_LOG, KIND_WITNESS):
            raise Unreadable("holds a key of an unknown kind")
        self.line, self.name, self.kind, self.public = line, parts[0], data[0], data[1:]
        self.id = hashlib.sha256(name + b"\n" + data).digest()[:4]
        if parts[1] != self.id.hex():
            raise Unreadable("holds a key with the id of another")

    def holds(self, signature, text):
        """Whether the bytes behind the key id are a signature of this key over the text of a note."""
        if self.kind == KIND_WITNESS:
            seconds = int.from_bytes(signature[:8], "big")
            if len(signature) != 72 or seconds > GREATEST:
                return False
            return signature_holds(self.public, signature[8:], f"cosignature/v1\ntime {seconds}\n".encode("ascii") + text)
        return len(signature) == 64 and signature_holds(self.public, signature, text)


def read_keys(path):
    """The keys of a file of keys, by their lines."""
    keys = {}
    for line in decode_text(read_file(path)).split("\n"):
        if line == "" or line.startswith("#"):
            continue
        key = Key(line)
        if key.kind != KIND_LOG:
            raise Unreadable("holds a key of another kind than that of a log")
        keys[line] = key
    if not keys:
        raise Unreadable("holds no key")
    return keys


class Note:
    """A signed note: its text in bytes, and its signatures as name, key id and what stands behind it."""

    def __init__(self, data):
        if len(data) > NOTE_BYTES:
            raise Unreadable("is too long")
        text = decode_text(data)
        if CONTROL.search(text) or not text.endswith("\n"):
            raise Unreadable("is no signed note")
        text, parted, rest = text.rpartition("\n\n")
        lines = rest[:-1].split("\n")
        if not parted or not rest or len(lines) > NOTE_SIGNATURES:
            raise Unreadable("is no signed note")
        self.lines = text.split("\n")
        self.text = (text + "\n").encode("utf-8")
        self.signatures = [self.signature(line) for line in lines]

    @staticmethod
    def signature(line):
        """The parts of one line of a signature."""
        parts = line.split(" ")
        if len(parts) != 3 or parts[0] != "\u2014" or not NAME.fullmatch(parts[1]):
            raise Unreadable("has a line of a signature that is none")
        data = decode_base64(parts[2])
        if len(data) < 5:
            raise Unreadable("has a signature that is too short")
        return parts[1], data[:4], data[4:]

    def signed_by(self, key):
        """True when the key signed, False when a line that belongs to it does not hold, None without such a line."""
        found = None
        for name, key_id, signature in self.signatures:
            if name == key.name and key_id == key.id:
                if not key.holds(signature, self.text):
                    return False
                found = True
        return found


# Checkpoints and changes of keys (sections 5 and 6)


class Checkpoint:
    """A checkpoint: origin, id of the log, size and root."""

    def __init__(self, data):
        self.note = Note(data)
        if len(self.note.lines) != 3:
            raise Unreadable("is no checkpoint")
        self.origin, size, root = self.note.lines
        match = ORIGIN.fullmatch(self.origin)
        if not match:
            raise Unreadable("has no origin of a log")
        self.log = match.group(1)
        self.size = decode_decimal(size)
        self.root = decode_hash(root)


class Change:
    """A change of keys, signed by the old one and the new one."""

    def __init__(self, data):
        self.note = Note(data)
        lines = self.note.lines
        if len(lines) != 5 or lines[0] != "attest key change" or not ORIGIN.fullmatch(lines[1]):
            raise Unreadable("is no change of keys")
        self.old, self.new = Key(lines[2]), Key(lines[3])
        self.size = decode_decimal(lines[4])
        for key in (self.old, self.new):
            if key.kind != KIND_LOG or key.name != lines[1]:
                raise Unreadable("names a key that is not one of its log")
            if not self.note.signed_by(key):
                raise Unreadable("is not signed by both keys")
        if self.old.line == self.new.line:
            raise Unreadable("changes a key to itself")


class Trust:
    """The trusted keys with their ranges, and the witnesses named."""

    def __init__(self, pinned, changes, witnesses):
        self.keys = dict(pinned)
        self.witnesses = witnesses
        self.ranges = {}
        by_old = {}
        for change in changes:
            by_old.setdefault(change.old.line, []).append(change)
        waiting = list(self.keys)
        while waiting:
            old = waiting.pop()
            following = by_old.get(old, [])
            if len({change.note.text for change in following}) > 1:
                raise Unverifiable("there are two different changes of one trusted key.")
            for change in following:
                self.limit(old, 0, change.size)
                self.limit(change.new.line, change.size, None)
                if change.new.line not in self.keys:
                    self.keys[change.new.line] = change.new
                    waiting.append(change.new.line)
        for change in changes:
            self.signers(change.note, change.size, "a change of keys")

    def limit(self, line, low, high):
        """Narrows the range of a key."""
        lowest, highest = self.ranges.get(line, (0, None))
        if high is not None:
            highest = high if highest is None else min(highest, high)
        self.ranges[line] = (max(lowest, low), highest)

    def signers(self, note, size, what):
        """The names of the trusted keys that signed; a key outside its range is as unknown."""
        names = set()
        for line, key in self.keys.items():
            low, high = self.ranges.get(line, (0, None))
            if size < low or (high is not None and size > high):
                continue
            signed = note.signed_by(key)
            if signed is False:
                raise Unverifiable(f"{what} has a signature of a trusted key that does not hold.")
            if signed:
                names.add(key.name)
        return names

    def check(self, checkpoints):
        """Each checkpoint must count, and each witness must have signed one of them."""
        cosigned = set()
        for what, checkpoint in checkpoints:
            if checkpoint.origin not in self.signers(checkpoint.note, checkpoint.size, what):
                raise Unverifiable(f"{what} is not signed by a trusted key of its log, or not within the range of that key.")
            for line, witness in self.witnesses.items():
                signed = checkpoint.note.signed_by(witness)
                if signed is False:
                    raise Unverifiable(f"{what} has a signature of a witness that does not hold.")
                if signed:
                    cosigned.add(line)
        for line, witness in self.witnesses.items():
            if line not in cosigned:
                raise Unverifiable(f"the witness {shown(witness.name)} has signed no checkpoint that was given.")


def must_read(what, read, *arguments):
    """What a function reads; Unverifiable where that is not readable."""
    try:
        return read(*arguments)
    except Unreadable as error:
        raise Unverifiable(f"{what} {error}.") from None


def load_checkpoint(path, what):
    """The checkpoint in a file."""
    return must_read(what, lambda: Checkpoint(read_file(path, NOTE_BYTES)))


def load_change(path):
    """The change of keys in a file."""
    return must_read(f"the change of keys {shown(path)}", lambda: Change(read_file(path, NOTE_BYTES)))


def load_pinned(texts):
    """The keys of all --key, by their lines."""
    keys = {}
    for text in texts:
        try:
            key = Key(text)
        except Unreadable:
            keys.update(must_read(f"the file of keys {shown(text)}", read_keys, text))
            continue
        if key.kind != KIND_LOG:
            raise Unverifiable("a key given is not one of a log.")
        keys[text] = key
    return keys


def load_witnesses(texts):
    """The keys of all --witness, by their lines."""
    keys = {}
    for text in texts:
        key = must_read("a witness given", Key, text)
        if key.kind != KIND_WITNESS:
            raise Unverifiable("a witness given is no key of a witness.")
        keys[text] = key
    return keys


def load_noted(texts):
    """The sizes and roots of all --noted."""
    points = []
    for text in texts:
        size, _, root = text.partition(":")
        if not DECIMAL.fullmatch(size) or size == "0" or not HEX_HASH.fullmatch(root):
            raise Misuse("what was noted must be SIZE:ROOT.")
        points.append((int(size), bytes.fromhex(root)))
    return points


def lines_of(path):
    """The lines of a file, without their line feeds, one after the other."""
    try:
        with open(path, "rb") as file:
            for line in file:
                yield line[:-1] if line.endswith(b"\n") else line
    except (OSError, ValueError):
        raise Unverifiable(f"{shown(path)} cannot be read.") from None


def size_and_root(size, root):
    """The line of size and root."""
    return f"Size and root: {size}:{root.hex()}"


# The three ways of section 10


def verify_log(path, options):
    """A whole log: what is said when it holds."""
    points = load_noted(options["--noted"])
    pinned, witnesses = load_pinned(options["--key"]), load_witnesses(options["--witness"])
    trust = Trust(pinned, [load_change(name) for name in options["--key-change"]], witnesses)
    checkpoints = []
    for name in options["--checkpoint"]:
        what = f"the checkpoint {shown(name)}"
        checkpoint = load_checkpoint(name, what)
        if checkpoint.size == 0:
            raise Unverifiable(f"{what} is of size 0.")
        checkpoints.append((what, checkpoint))
    if checkpoints and not pinned:
        raise Unverifiable("a checkpoint without a key that somebody vouches for (--key) says nothing.")
    trust.check(checkpoints)
    if len({checkpoint.log for _, checkpoint in checkpoints}) > 1:
        raise Unverifiable("the checkpoints are of different logs.")
    points += [(checkpoint.size, checkpoint.root) for _, checkpoint in checkpoints]
    tree = read_log(path, points, checkpoints[0][1].log if checkpoints else None)
    found = size_and_root(tree.size, tree.root())
    if not points:
        raise Unverifiable(
            "nothing trusted was given to hold the log against, and a chain by itself cannot vouch for its end.", found
        )
    trusted = max(size for size, _ in points)
    sentences = [f"Holds: {tree.size} entries, up to entry {trusted} as it was noted or signed."]
    if tree.size > trusted:
        sentences.append(f"The entries after entry {trusted} rest on the chain alone.")
    return sentences + [found]


def read_log(path, points, log):
    """The tree over a log whose lines are all as they must be; Fault at the first that is not."""
    roots = {}
    for size, root in points:
        roots.setdefault(size, set()).add(root)
    sizes = sorted(roots)
    tree, before, time = Tree(), NO_HASH, ""
    for expected, line in enumerate(lines_of(path), 1):
        withheld = WITHHELD.fullmatch(line)
        event = None if withheld else read_entry(line)
        if not withheld and event is None:
            raise Fault(expected, "not_canonical")
        number = int(withheld.group(2)) if withheld else event["seq"]
        if number != expected:
            raise Fault(*((expected, "missing") if number > expected else (number, "duplicate")))
        if withheld:
            leaf = bytes.fromhex(withheld.group(1).decode("ascii"))
        else:
            leaf = leaf_hash(line)
            if event["prev"] != before:
                raise Fault(expected, "previous")
            if log is None:
                log = event["log"]
            if event["log"] != log:
                raise Fault(expected, "log")
            if event["ts"] < time:
                raise Fault(expected, "time")
            time = event["ts"]
        before = leaf.hex()
        tree.add(leaf)
        if expected in roots and roots[expected] != {tree.root()}:
            place = bisect.bisect_left(sizes, expected)
            raise Fault(sizes[place - 1] + 1 if place else 1, "noted_root", expected)
    if sizes and sizes[-1] > tree.size:
        raise Fault(tree.size + 1, "missing")
    if tree.size == 0:
        raise Unverifiable("there is no entry.")
    return tree


class InclusionProof:
    """A file <seq>.tlog-proof (section 8): the index, the hashes, and the text of the checkpoint."""

    def __init__(self, path):
        if not os.path.isfile(path):
            raise Unreadable("is no file")
        head, parted, note = read_file(path, PROOF_BYTES).partition(b"\n\n")
        lines = decode_text(head).split("\n")
        if not parted or lines.pop(0) != "c2sp.org/tlog-proof@v1":
            raise Unreadable("is no proof")
        if lines and lines[0].startswith("extra "):
            lines.pop(0)
        if not lines or not lines[0].startswith("index ") or len(lines) > PROOF_HASHES + 1:
            raise Unreadable("is no proof")
        self.index = decode_decimal(lines[0][len("index "):])
        self.hashes = [decode_hash(line) for line in lines[1:]]
        self.text = Note(note).text


def names_in(folder, ending):
    """The names of the files in a folder that end so; none where there is no folder."""
    if not os.path.lexists(folder):
        return []
    try:
        names = os.listdir(folder)
    except OSError:
        raise Unverifiable(f"the folder {shown(folder)} cannot be read.") from None
    return sorted(name for name in names if name.endswith(ending) and not os.path.isdir(os.path.join(folder, name)))


def require_file(path):
    """The path of a file of a bundle, which must be a plain file."""
    if not os.path.isfile(path):
        raise Unverifiable(f"there is no file {shown(path)}.")
    return path


def proof_numbers(folder):
    """The numbers of all proofs, ascending."""
    numbers = []
    for name in names_in(folder, ".tlog-proof"):
        number = name[: -len(".tlog-proof")]
        if not DECIMAL.fullmatch(number) or number == "0":
            raise Unverifiable(f"the name of the proof {shown(name)} is no number of an entry.")
        numbers.append(int(number))
    return sorted(numbers)


def verify_bundle(folder, options):
    """A bundle: what is said when it holds."""
    if not os.path.lexists(os.path.join(folder, "events.jsonl")):
        folder = os.path.join(folder, "data", "audit")
    events = require_file(os.path.join(folder, "events.jsonl"))
    points = load_noted(options["--noted"])
    pinned, witnesses = load_pinned(options["--key"]), load_witnesses(options["--witness"])
    keys = pinned
    if not options["--key"]:
        keys = must_read("the file log-keys.txt", read_keys, require_file(os.path.join(folder, "log-keys.txt")))
    inside = os.path.join(folder, "key-changes")
    changes = [require_file(os.path.join(inside, name)) for name in names_in(inside, ".note")]
    trust = Trust(keys, [load_change(name) for name in changes + options["--key-change"]], witnesses)
    checkpoint = load_checkpoint(require_file(os.path.join(folder, "checkpoint.note")), "the checkpoint")
    if checkpoint.size == 0:
        raise Unverifiable("the checkpoint is of size 0.")
    trust.check([("the checkpoint", checkpoint)])
    for size, root in points:
        if size != checkpoint.size:
            raise Unverifiable(f"the checkpoint has size {checkpoint.size}; what was noted at {size} cannot be held against it.")
        if root != checkpoint.root:
            raise Fault(1, "noted_root", size)
    proofs = os.path.join(folder, "proofs")
    count = read_bundle(events, proofs, proof_numbers(proofs), checkpoint)
    sentences = [f"Holds: the entries shown ({count}) stand in the log of {checkpoint.size} entries that was signed."]
    if not pinned:
        sentences.append("The key was not pinned (--key): it came with the bundle. Such a bundle can be made by anybody.")
    return sentences + [size_and_root(checkpoint.size, checkpoint.root)]


def read_bundle(events, folder, numbers, checkpoint):
    """The number of entries shown, which all stand in the log; Fault at the first that does not."""
    last, before, time, count, place = 0, NO_HASH, "", 0, 0
    for line in lines_of(events):
        # numbers[place] is the smallest number of a proof above last
        event = read_entry(line)
        if event is None:
            raise Fault(numbers[place] if place < len(numbers) else last + 1, "not_canonical")
        number = event["seq"]
        if number <= last:
            raise Fault(number, "duplicate")
        if place < len(numbers) and numbers[place] < number:
            raise Fault(numbers[place], "missing")
        if place == len(numbers) or numbers[place] != number:
            raise Fault(number, "leaf")
        leaf = leaf_hash(line)
        check_proof(os.path.join(folder, f"{number}.tlog-proof"), number, leaf, checkpoint)
        if number == last + 1 and event["prev"] != before:
            raise Fault(number, "previous")
        if event["log"] != checkpoint.log:
            raise Fault(number, "log")
        if event["ts"] < time:
            raise Fault(number, "time")
        last, before, time, count, place = number, leaf.hex(), event["ts"], count + 1, place + 1
    if place < len(numbers):
        raise Fault(numbers[place], "missing")
    if count == 0:
        raise Unverifiable("there is no entry.")
    return count


def check_proof(path, number, leaf, checkpoint):
    """The proof of one entry must lead from its leaf to the root of the checkpoint."""
    try:
        proof = InclusionProof(path)
    except Unreadable:
        raise Fault(number, "leaf") from None
    if proof.text != checkpoint.note.text:
        raise Fault(number, "leaf")
    if proof.index != number - 1:
        raise Fault(number, "number")
    if not included(leaf, proof.index, checkpoint.size, checkpoint.root, proof.hashes):
        raise Fault(number, "leaf")


def verify_pair(options):
    """Two checkpoints: what is said when the later one continues the earlier one."""
    pinned, witnesses = load_pinned(options["--key"]), load_witnesses(options["--witness"])
    trust = Trust(pinned, [load_change(name) for name in options["--key-change"]], witnesses)
    if witnesses and not pinned:
        raise Unverifiable("a witness without a key of the log (--key) says nothing.")
    old = load_checkpoint(options["--from"][0], "the earlier checkpoint")
    new = load_checkpoint(options["--to"][0], "the later checkpoint")
    if old.origin != new.origin:
        raise Unverifiable("the checkpoints are of different origins.")
    proof = must_read("the proof", read_consistency_proof, options["--proof"][0])
    for checkpoint in (old, new):
        if checkpoint.size == 0 and checkpoint.root != EMPTY_ROOT:
            raise Unverifiable("a checkpoint of size 0 has not the root over none.")
    if old.size == 0 and proof:
        raise Unverifiable("nothing needs a proof after an empty log.")
    if pinned:
        trust.check([("the earlier checkpoint", old), ("the later checkpoint", new)])
    if old.size > new.size:
        raise Fault(new.size + 1, "missing")
    if not consistent(old.size, old.root, new.size, new.root, proof):
        raise Fault(1, "noted_root", old.size)
    sentences = [f"Holds: the log of {new.size} entries continues the log of {old.size}."]
    if not pinned:
        sentences.append("Signatures were not checked, since no key was given (--key).")
    return sentences + [size_and_root(new.size, new.root)]


# The command


def parse(arguments):
    """The path given, or None, and the values of each option."""
    options = {
        name: []
        for name in ("--noted", "--checkpoint", "--key", "--key-change", "--witness", "--from", "--to", "--proof")
    }
    paths = []
    rest = iter(arguments)
    for argument in rest:
        if argument in options:
            value = next(rest, None)
            if value is None:
                raise Misuse(f"{argument} needs a value.")
            options[argument].append(value)
        elif argument.startswith("--"):
            raise Misuse(f"there is no option {shown(argument)}.")
        else:
            paths.append(argument)
    pair = [len(options[name]) for name in ("--from", "--to", "--proof")]
    if any(pair):
        if pair != [1, 1, 1] or paths or options["--noted"] or options["--checkpoint"]:
            raise Misuse("--from, --to and --proof stand once each, without a path, --noted and --checkpoint.")
        return None, options
    if len(paths) != 1:
        raise Misuse("there must be one path.")
    return paths[0], options


def verify(arguments):
    """What is said when the input holds; Misuse, Unverifiable or Fault when it does not."""
    path, options = parse(arguments)
    if path is None:
        return verify_pair(options)
    if not os.path.isdir(path):
        return verify_log(path, options)
    if options["--checkpoint"]:
        raise Misuse("a folder has its own checkpoint, so --checkpoint has no place beside it.")
    return verify_bundle(path, options)


def say(sentences):
    """Prints sentences in whatever encoding the output has; an output that is closed is no failure."""
    if sys.stdout is None:
        return
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        for sentence in sentences:
            print(sentence.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except (OSError, ValueError):
        sys.stdout = open(os.devnull, "w")


def main(arguments):
    """Verifies what the arguments name, prints what was found, and returns the exit code."""
    try:
        code, sentences = 0, verify(arguments)
    except Fault as fault:
        code, sentences = 1, [fault.sentence]
    except Misuse as error:
        code, sentences = 2, [f"{USAGE} ({error})"]
    except Unverifiable as error:
        code, sentences = 2, [f"Cannot be verified: {error}"] + ([error.found] if error.found else [])
    except Exception as error:  # such as too little memory: whatever happens ends in one of the three
        code, sentences = 2, [f"Cannot be verified: the program could not go on ({type(error).__name__})."]
    say(sentences)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
