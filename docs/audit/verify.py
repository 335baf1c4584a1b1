#!/usr/bin/env python3
"""Holds an export against its checkpoint without a line of the ledger's own code: Python's standard library, and openssl for the signature.

verify.py PACKAGE VERIFIER-KEY-FILE
"""
import base64, hashlib, hmac, json, subprocess, sys, tempfile, zipfile


def node(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(hashes):
    if not hashes:
        return hashlib.sha256(b"").digest()
    if len(hashes) == 1:
        return hashes[0]
    split = 1 << ((len(hashes) - 1).bit_length() - 1)
    return node(root_of(hashes[:split]), root_of(hashes[split:]))


def signed_by(name, key, text, lines):
    """Whether one of the note's lines is the key's, and openssl says that it signed the text."""
    ident = hashlib.sha256(name.encode() + b"\n" + key).digest()[:4]
    for line in lines:
        dash, who, value = line.split(" ")
        raw = base64.b64decode(value)
        if dash != "—" or who != name or raw[:4] != ident:
            continue
        with tempfile.NamedTemporaryFile() as public, tempfile.NamedTemporaryFile() as message, tempfile.NamedTemporaryFile() as signature:
            # SubjectPublicKeyInfo of Ed25519 (RFC 8410).
            for file, content in ((public, bytes.fromhex("302a300506032b6570032100") + key[1:]), (message, text.encode()), (signature, raw[4:])):
                file.write(content)
                file.flush()
            return subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", public.name, "-rawin", "-in", message.name, "-sigfile", signature.name],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0
    return False


def commitments(value, path=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "hmac" and isinstance(inner, str):
                yield path, inner
            yield from commitments(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from commitments(inner, f"{path}[{i}]")


def main(package, key_file):
    name, _, encoded = open(key_file, encoding="utf-8").read().strip().split("+", 2)
    key = base64.b64decode(encoded)
    faults = []
    with zipfile.ZipFile(package) as zipped:
        listed = {file["path"]: file for file in json.loads(zipped.read("manifest.json"))["files"]}
        for path in zipped.namelist():
            if path != "manifest.json" and (path not in listed or hashlib.sha256(zipped.read(path)).hexdigest() != listed[path]["sha256"]):
                faults.append(f"file {path} is not as the manifest has it")
        faults += [f"file {path} is missing" for path in listed if path not in zipped.namelist()]
        text, _, lines = zipped.read("checkpoint").decode().rpartition("\n\n")
        text += "\n"
        origin, size, told = text.split("\n")[:3]
        if origin != name or not signed_by(name, key, text, lines.rstrip("\n").split("\n")):
            faults.append(f"the checkpoint is not signed by {name}")
        leaves = zipped.read("leaves.ndjson").split(b"\n")[:-1]
        root = root_of([hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves])
        if len(leaves) != int(size) or base64.b64decode(told) != root:
            faults.append(f"{len(leaves)} leaves give {base64.b64encode(root).decode()}, signed were {size} with {told}")
        made = {(event["id"], path): value for event in map(json.loads, leaves) for path, value in commitments(event["data"])}
        for line in zipped.read("texts.ndjson").decode().splitlines():
            entry = json.loads(line)
            if hmac.new(bytes.fromhex(entry["salt"]), entry["value"].encode(), hashlib.sha256).hexdigest() != made.get((entry["event"], entry["field"])):
                faults.append(f"the text {entry['field']} of {entry['event']} is not what the event committed to")
    for fault in faults:
        print("FAULT:", fault)
    print(f"{'HOLDS' if not faults else 'DOES NOT HOLD'}: {len(leaves)} leaves of {origin}, root {base64.b64encode(root).decode()}")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
