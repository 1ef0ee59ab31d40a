"""Reads a vault or a backup, written from FORMATS.md alone (its chapters in brackets), with `cryptography` and `argon2-cffi`.
    python3 read_vault.py FOLDER NAME [KEYFILE]     asks for the passphrase, or reads it as a line of standard input
    python3 read_vault.py FOLDER                    the same with the recovery code
Prints what it found as JSON when every check has passed, else one line that says what does not fit. It writes nothing."""
import collections, getpass, hashlib, hmac, json, pathlib, re, sqlite3, struct, sys, unicodedata
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

sha256 = lambda data: hashlib.sha256(data).digest()
mac = lambda key, *parts: hmac.new(key, b"".join(parts), "sha256").digest()
hkdf = lambda ikm, salt, info: mac(mac(salt, ikm), info, b"\1")  # RFC 5869 for 32 bytes
nfkc = lambda text: unicodedata.normalize("NFKC", text)
one_spaced = lambda text: re.sub("[\t-\r ]+", " ", nfkc(text)).strip(" ").encode()

def check(fits, what):
    if not fits:
        raise ValueError(what)

def read_code(typed):  # [3]; its last 12 bits find slips, and a slip finds no slot either
    plain = re.sub(r"[\s\-\u2010-\u2015]", "", nfkc(typed).upper()).translate({79: "0", 73: "1", 76: "1"})
    check(re.fullmatch("[0-9A-HJKMNP-TV-Z]{28}", plain), "the code is mistyped")
    return (int(plain.translate(str.maketrans("JKMNPQRSTVWXYZ", "IJKLMNOPQRSTUV")), 32) >> 12).to_bytes(16, "big")

def open_slot(file, name, typed, key_file):  # [3]
    vault_id, epoch, n = struct.unpack(">16sI4xH", file[6:32])
    slots = {file[at + 1 : at + 17]: file[at : at + 247] for at in range(32, len(file) - 64, 247)}
    check(file[:6] == b"CVKS\0\1" and len(file) == 96 + 247 * n and len(slots) == n and [*slots] == sorted(slots)
          and sha256(file[:-32]) == file[-32:], "slots.bin is damaged")
    secret = one_spaced(typed) if name else read_code(typed)
    owner = b"cv/slot/1" + vault_id + one_spaced(nfkc(name).lower()) if name else b"cv/recovery-slot/1" + vault_id + secret
    slot = slots.get(sha256(owner)[:16])
    check(slot, "nobody has this name, or the code is another")
    memory, passes, lanes = struct.unpack(">IIB", slot[18:27])
    check(65_536 <= memory <= 2_097_152 and 3 <= passes <= 20 and lanes == 1, "Argon2id is out of bounds")
    stretched = hash_secret_raw(secret, slot[27:43], passes, memory, lanes, 32, Type.ID, 0x13)
    kek = hkdf(stretched + (key_file if slot[17] else b""), b"", b"cv/kek/1" + slot[1:17])
    root = AESGCM(kek).decrypt(slot[43:55], slot[55:103], b"CVKS\0\1" + vault_id + slot[:55])
    own = X25519PrivateKey.from_private_bytes(hkdf(root, b"", b"cv/x25519/1"))
    shared = own.exchange(X25519PublicKey.from_public_bytes(slot[167:199])) + slot[167:199] + slot[103:135]
    sealing = hkdf(shared, hkdf(root, b"", b"cv/seal/1"), b"cv/vk/1" + file[6:26])
    key = AESGCM(sealing).decrypt(bytes(12), slot[199:], file[:26] + slot[:199])
    check(mac(hkdf(key, vault_id, b"cv/header-mac/1"), file[:-64]) == file[-64:-32], "the HMAC of slots.bin is wrong")
    return {"id": vault_id, "epoch": epoch, "key": key, "slot": slot, "own": own}

def open_database(file, key, log=b""):  # [6]
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in file[:16]), 2, 32)
    def opened(page, number):
        start = 16 if number == 1 else 0
        if hmac.new(mac_key, page[start:4032] + struct.pack("<I", number), "sha512").digest() != page[4032:]:
            return bytes(4096) if number == 262_145 else None
        aes = Cipher(algorithms.AES(key), modes.CBC(page[4016:4032])).decryptor()
        return b"SQLite format 3\0"[:start] + aes.update(page[start:4016]) + bytes(80)
    pages = {at // 4096 + 1: file[at : at + 4096] for at in range(0, len(file), 4096)}
    size, waiting = len(pages), {}
    for at in range(32, len(log) - 4119, 4120):
        number, commit, salts, page = struct.unpack(">II8s8x4096s", log[at : at + 4120])
        if salts != log[16:24] or opened(page, number) is None:
            break
        waiting[number] = page
        if commit:
            size, waiting = commit, pages.update(waiting) or {}
    plain = [opened(pages.get(number, b""), number) for number in range(1, size + 1)]
    check(plain and None not in plain, "a page of records.db is damaged")
    image, db = b"".join(plain), sqlite3.connect(":memory:")
    db.deserialize(image[:18] + b"\1\1" + image[20:])  # from Python 3.11 on; nothing plain ever lies on a disk
    db.row_factory = sqlite3.Row
    check(db.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the database does not hold together")
    return db

def walk_chain(db, vault):  # [8]
    keys = {epoch: hkdf(key, vault["id"], b"cv/audit-mac/1") for epoch, key in vault["keys"].items()}
    rows = db.execute("""SELECT e.*, r.audit_seq AS its, r.body FROM audit_entry e LEFT JOIN revision r ON r.audit_seq = e.seq
        AND r.record_kind = e.record_kind AND r.record_id = e.record_id AND r.revision = e.revision ORDER BY e.seq""").fetchall()
    salvages = [json.loads(row["body"]) for row in rows if row["record_kind"] == "salvage" and row["body"]]
    breaks = {one["before"]: bytes.fromhex(one["attest"]) for body in salvages for one in body["breaks"]}
    lost = {seq for body in salvages for seq in body["lostBodies"]}
    erased = {row["record_id"] or (row["case_file_id"],): row["seq"] for row in rows if row["detail"] == "erased"}
    gone = {(row["record_id"], n) for row in rows if row["detail"] == "erased" for n in range(1, (row["revision"] or 0) + 1)}
    redacted = {int(row["detail"].split(":")[1]): row for row in rows if row["detail"].startswith("redacted:")}
    forgotten = ["forgotten:0:" + sha256(b"").hex()] + [row["detail"] for row in rows if row["detail"].startswith("forgotten:")]
    previous, expected, emptied, bodies = bytes(32), 1, [], []
    for row in rows:
        seq, body, key, body_hash = row["seq"], row["body"], keys[row["epoch"]], row["body_hash"]
        fields = json.dumps([*row][:9] + [body_hash and body_hash.hex(), row["detail"]], ensure_ascii=False, separators=(",", ":"))
        before, said = (bytes(32), breaks[seq]) if seq in breaks else (previous, row["mac"])
        fits = row["action"] == "" or mac(key, b"entry\0", before, fields.encode()) == said
        check(fits and (seq == expected or seq in breaks), f"entry {expected} of the chain does not fit")
        emptied += [b"%d:" % seq + row["mac"]] if row["action"] == "" else []
        if body_hash:
            later = redacted.get(seq, row)
            if later["seq"] > seq:
                key, body_hash = keys[later["epoch"]], bytes.fromhex(later["detail"].split(":")[2])
            is_gone = erased.get((row["case_file_id"],), 0) > seq or (row["record_id"], row["revision"]) in gone
            is_right = (is_gone or seq in lost or erased.get(row["record_id"], 0) > seq) if body is None else not is_gone and mac(key, b"body\0", body.encode()) == body_hash
            check(row["its"] and is_right, f"the body of entry {seq} is not what was saved")
            bodies.append(body)
        previous, expected = row["mac"], seq + 1
    check(forgotten[-1] == f"forgotten:{len(emptied)}:{sha256(b''.join(emptied)).hex()}", "lines were emptied without a word")
    check(db.execute("SELECT count(*) FROM revision").fetchone()[0] == len(bodies), "a saved state has no entry")
    return previous, {"entries": len(rows), "revisions": len(bodies), "erased": bodies.count(None)}

def open_vault(folder, name, typed, key_file=b""):  # a vault is proven by its head [5], a backup by its manifest [11]
    read = lambda part: (folder / part).read_bytes() if (folder / part).exists() else b""
    slots, file, log, manifest, heads = map(read, ("slots.bin", "records.db", "records.db-wal", "manifest.json", "vault.head"))
    vault = open_slot(slots if sha256(slots[:-32]) == slots[-32:] else read("slots.bak"), name, typed, key_file)
    derived = lambda info: hkdf(vault["key"], vault["id"], info)  # [4]
    if manifest:
        line = re.fullmatch(rb'\{"backup":(\{.*\}),"mac":"([0-9a-f]{64})","sha256":"[0-9a-f]{64}"\}\n', manifest)
        backup = json.loads(line[1] if line else "{}")
        backup_id = bytes.fromhex(backup["backupId"])
        check(mac(derived(b"cv/backup-mac/1" + backup_id), line[1]).hex().encode() == line[2], "the manifest is not of this vault")
        for part, content in (("records.db", file), ("slots.bin", slots)):
            check(backup["files"][part] == {"bytes": len(content), "sha256": sha256(content).hex()}, f"{part} is not the manifest’s")
        head = backup["epoch"], backup["commitSeq"], bytes.fromhex(backup["chainHead"])
        db = open_database(file, derived(b"cv/backup-key/1" + backup_id))
    else:
        whole = [one for one in (heads[:128], heads[4096:4224]) if mac(derived(b"cv/head-mac/1"), one[:96]) == one[96:]]
        head = max((struct.unpack(">IQ32s", one[8:52]) for one in whole), default=(0, 0, b""))
        db = open_database(file, derived(b"cv/db-key/1" + file[:16]), log)
    state = db.execute("SELECT * FROM vault_state").fetchone()
    has_earlier = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'epoch_key'").fetchone()
    vault["keys"] = {**dict(db.execute("SELECT epoch, vault_key FROM epoch_key") if has_earlier else []), vault["epoch"]: vault["key"]}
    newest, counts = walk_chain(db, vault)
    check(state["vault_id"] == vault["id"] and state["epoch"] == vault["epoch"] == head[0], "parts of two vaults, or no head")
    check(head[1:] == (state["commit_seq"], newest) or not manifest and head[1] + 1 == state["commit_seq"], "saves are missing or older")
    return db, vault, {"shelter": state["shelter_name"], "commit": state["commit_seq"], "chainHead": newest.hex(), **counts}

def newest_bodies(db):  # [7]
    return [(kind, record_id, json.loads(body)) for kind, record_id, body in db.execute("""SELECT record_kind, record_id, body
        FROM revision r WHERE body IS NOT NULL AND revision = (SELECT max(revision) FROM revision WHERE record_id = r.record_id) ORDER BY audit_seq""")]

def main(folder, name=None, key_file=None):
    typed = getpass.getpass("Passphrase, or recovery code: ") if sys.stdin.isatty() else sys.stdin.readline()
    db, _, found = open_vault(pathlib.Path(folder), name, typed, pathlib.Path(key_file).read_bytes()[6:38] if key_file else b"")
    records = newest_bodies(db)
    notes = sorted((body for kind, _, body in records if kind == "case-note"), key=lambda note: note["happenedOn"])
    told = lambda note: {"on": note["happenedOn"], "words": note["body"], "quotes": [quote["words"] for quote in note["quotes"]]}
    found.update(records=collections.Counter(sorted(kind for kind, _, _ in records)), cases=[
        {"number": case["caseNumber"], "name": case["nameUsed"], "notes": [told(note) for note in notes if note["caseFileId"] == case_id]}
        for kind, case_id, case in records if kind == "case-file"])
    print(json.dumps(found, ensure_ascii=False, indent=1))

if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (InvalidTag, KeyError, OSError, ValueError, sqlite3.Error, struct.error) as error:
        sys.exit(f"Not opened: {str(error) or 'another passphrase, code or key file, or a key that was changed'}")
