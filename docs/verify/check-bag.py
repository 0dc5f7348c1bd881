#!/usr/bin/env python3
"""Checks a BagIt bag (RFC 8493): a folder, or a ZIP file that holds one.

    python3 check-bag.py <folder or ZIP>

Needs Python 3.8 or later and nothing else; no network. Written from the text of RFC 8493 alone.
Ends with 0 when the bag is whole, with 1 and one sentence for each fault when it is not.
"""

import hashlib
import os
import re
import stat
import sys
import unicodedata
import zipfile

CHUNK = 1 << 20
MANIFEST = re.compile(r"^(tagmanifest|manifest)-([a-z0-9]+)\.txt$")
HEX_LENGTH = {"md5": 32, "sha1": 40, "sha224": 56, "sha256": 64, "sha384": 96, "sha512": 128}


class Unreadable(Exception):
    """The input is no folder and no ZIP file that can be read as one bag."""


class FolderBag:
    """The files of a bag that lies unpacked on disk."""

    def __init__(self, root):
        self.root = root
        self.faults = []
        self.sizes = {}
        for folder, folders, files in os.walk(root):
            for name in folders + files:
                full = os.path.join(folder, name)
                path = os.path.relpath(full, root).replace(os.sep, "/")
                if os.path.islink(full):
                    self.faults.append(f"{shown(path)} is a link; a bag holds files only.")
                elif name in files:
                    self.sizes[path] = os.path.getsize(full)

    def chunks(self, path):
        with open(os.path.join(self.root, *path.split("/")), "rb") as file:
            while block := file.read(CHUNK):
                yield block


class ZipBag:
    """The files of a bag inside a ZIP file, read without unpacking it (RFC 8493, 4)."""

    def __init__(self, path):
        try:
            self.archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable(f"{path} cannot be read as a ZIP file: {error}.") from None
        self.faults = []
        self.sizes = {}
        self.entries = {}
        tops = set()
        for entry in self.archive.infolist():
            name = entry.orig_filename.split("\0", 1)[0]
            top, _, path_in_bag = name.partition("/")
            tops.add(top)
            if name.endswith("/"):
                continue
            if stat.S_ISLNK(entry.external_attr >> 16):
                self.faults.append(f"{shown(name)} is a link; a bag holds files only.")
            if entry.flag_bits & 0x1:
                self.faults.append(f"{shown(name)} is encrypted and cannot be checked.")
            if path_in_bag in self.entries:
                self.faults.append(f"{shown(path_in_bag)} stands in the ZIP file twice.")
            self.entries[path_in_bag] = entry
            self.sizes[path_in_bag] = entry.file_size
        if len(tops) != 1 or "" in self.entries:
            raise Unreadable("The ZIP file must hold exactly one folder, the bag, and nothing beside it.")

    def chunks(self, path):
        with self.archive.open(self.entries[path]) as file:
            while block := file.read(CHUNK):
                yield block


def shown(path):
    """A path as one printable line."""
    return path.encode("unicode_escape").decode("ascii") if re.search(r"[\x00-\x1f\x7f]", path) else path


def unsafe(path):
    """Why a path must not be used, or None (RFC 8493, 5.2 and 5.3: a path must not leave the bag)."""
    if path == "" or path.startswith("/") or re.match(r"^[A-Za-z]:", path) or path.startswith("~"):
        return "does not begin inside the bag"
    if "\\" in path or "\0" in path:
        return "holds a character that is a separator on some systems"
    if any(part in ("", ".", "..") for part in path.split("/")):
        return "could lead out of the bag"
    return None


def decoded(path):
    """Undoes the percent-encoding of CR, LF and % (RFC 8493, 2.1.3)."""
    return re.sub(r"%(0[AaDd]|25)", lambda match: chr(int(match.group(1), 16)), path)


def read_text(bag, path, faults):
    """A tag file as text, or None when it is damaged or not UTF-8."""
    try:
        data = b"".join(bag.chunks(path))
        return data.decode("utf-8")
    except UnicodeDecodeError:
        faults.append(f"{path} is not UTF-8 text.")
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
        faults.append(f"{path} is damaged: {error}.")
    return None


def check_declaration(bag, faults):
    """bagit.txt says that this is a bag, and in which encoding (RFC 8493, 2.1.1)."""
    if "bagit.txt" not in bag.sizes:
        faults.append("bagit.txt is missing: this is not a bag.")
        return
    text = read_text(bag, "bagit.txt", faults)
    if text is None:
        return
    if not re.fullmatch(r"BagIt-Version: \d+\.\d+(\r\n|\n|\r)Tag-File-Character-Encoding: UTF-8(\r\n|\n|\r)?", text):
        faults.append("bagit.txt does not declare a bag with tag files in UTF-8.")
    elif "BagIt-Version: 1.0" not in text:
        faults.append("bagit.txt declares another version than BagIt 1.0, for which this program is written.")


def read_manifest(bag, name, algorithm, faults):
    """The checksums of one manifest by path (RFC 8493, 2.1.3)."""
    listed = {}
    text = read_text(bag, name, faults)
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text or ""), 1):
        if line == "":
            continue
        match = re.fullmatch(r"([0-9A-Fa-f]+)[ \t]+(.+)", line)
        if not match or len(match.group(1)) != HEX_LENGTH[algorithm]:
            faults.append(f"{name}, line {number}: this is not a checksum and a path.")
            continue
        path = decoded(match.group(2))
        reason = unsafe(path)
        if reason:
            faults.append(f"{name}, line {number}: the path {shown(path)} {reason}.")
        elif path in listed:
            faults.append(f"{name} lists {shown(path)} twice.")
        else:
            listed[path] = match.group(1).lower()
    return listed


def read_manifests(bag, faults):
    """All manifests: {name: (kind, algorithm, {path: checksum})}."""
    manifests = {}
    for name in sorted(bag.sizes):
        match = MANIFEST.match(name)
        if not match:
            continue
        kind, algorithm = match.groups()
        if algorithm not in HEX_LENGTH:
            faults.append(f"{name} uses {algorithm}, which this program cannot compute.")
            continue
        manifests[name] = (kind, algorithm, read_manifest(bag, name, algorithm, faults))
    return manifests


def check_completeness(bag, manifests, faults):
    """Every file of the payload is in every manifest, every file of a manifest is there (RFC 8493, 3)."""
    payload = {path for path in bag.sizes if path.startswith("data/")}
    if not any(kind == "manifest" for kind, _, _ in manifests.values()):
        faults.append("There is no payload manifest.")
    for name, (kind, _, listed) in manifests.items():
        for path in sorted(listed):
            if kind == "manifest" and not path.startswith("data/"):
                faults.append(f"{name} lists {shown(path)}, which is no file of the payload.")
            elif kind == "tagmanifest" and (path.startswith("data/") or path.startswith("tagmanifest-")):
                faults.append(f"{name} lists {shown(path)}, which is no tag file that may stand there.")
            elif path not in bag.sizes:
                faults.append(f"{shown(path)} is missing, although {name} lists it.")
        if kind == "manifest":
            faults.extend(f"{shown(path)} was added: {name} does not list it." for path in sorted(payload - set(listed)))
    if "fetch.txt" in bag.sizes:
        faults.append("fetch.txt names files to be fetched from elsewhere; a bag that is handed over must hold all of them.")


def check_sums(bag, manifests, faults):
    """Each file is read once, for all manifests that list it."""
    wanted = {}
    for name, (_, algorithm, listed) in manifests.items():
        for path, checksum in listed.items():
            if path in bag.sizes:
                wanted.setdefault(path, []).append((name, algorithm, checksum))
    for path in sorted(wanted):
        digests = {algorithm: hashlib.new(algorithm) for _, algorithm, _ in wanted[path]}
        try:
            for block in bag.chunks(path):
                for digest in digests.values():
                    digest.update(block)
        except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError) as error:
            faults.append(f"{shown(path)} is damaged: {error}.")
            continue
        wrong = [name for name, algorithm, checksum in wanted[path] if digests[algorithm].hexdigest() != checksum]
        if wrong:
            faults.append(f"{shown(path)} was changed: it does not match {', '.join(wrong)}.")
    return len(wanted)


def check_oxum(bag, faults):
    """Payload-Oxum in bag-info.txt: octets and number of files of the payload (RFC 8493, 2.2.2)."""
    if "bag-info.txt" not in bag.sizes:
        return
    text = read_text(bag, "bag-info.txt", faults)
    oxums = re.findall(r"(?mi)^Payload-Oxum[ \t]*:[ \t]*(.*?)[ \t]*\r?$", text or "")
    payload = [size for path, size in bag.sizes.items() if path.startswith("data/")]
    for oxum in oxums:
        if oxum != f"{sum(payload)}.{len(payload)}":
            faults.append(f"bag-info.txt says the payload is {oxum}, but it is {sum(payload)}.{len(payload)} (octets.files).")
    if len(oxums) > 1:
        faults.append("bag-info.txt holds Payload-Oxum more than once.")


def check_names(bag, faults):
    """No path leads out of the bag, and no two are one file on another system."""
    seen = {}
    for path in sorted(bag.sizes):
        reason = unsafe(path)
        if reason:
            faults.append(f"The path {shown(path)} {reason}.")
        form = unicodedata.normalize("NFC", path).casefold()
        if form in seen:
            faults.append(f"{shown(path)} and {shown(seen[form])} are the same file on some systems.")
        seen[form] = path


def check(location):
    """All faults of the bag, notes, and the number of files whose checksums were computed."""
    bag = FolderBag(location) if os.path.isdir(location) else ZipBag(location)
    faults = list(bag.faults)
    check_names(bag, faults)
    check_declaration(bag, faults)
    manifests = read_manifests(bag, faults)
    check_completeness(bag, manifests, faults)
    checked = check_sums(bag, manifests, faults)
    check_oxum(bag, faults)
    tags = [listed for kind, _, listed in manifests.values() if kind == "tagmanifest"]
    covered = set().union(*tags) if tags else set()
    loose = [path for path in bag.sizes if not path.startswith(("data/", "tagmanifest-")) and path not in covered]
    notes = [f"Note: no manifest protects {shown(path)}." for path in sorted(loose)]
    return faults, notes, checked


def main(arguments):
    if len(arguments) != 1:
        print(__doc__.strip())
        return 1
    try:
        faults, notes, checked = check(arguments[0])
    except Unreadable as error:
        faults, notes, checked = [str(error)], [], 0
    for sentence in dict.fromkeys(faults + notes):
        print(sentence)
    if faults:
        print(f"NOT VALID: {len(set(faults))} fault(s).")
        return 1
    print(f"VALID: {checked} files match every manifest; nothing is missing and nothing was added to the payload.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
