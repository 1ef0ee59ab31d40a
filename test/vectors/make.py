"""Makes the vectors of this folder from FORMATS.md alone, with nothing of the program: what the program makes must be the same bytes.
    /usr/bin/python3 test/vectors/make.py [FOLDER]
They are frozen: run again it makes the same files (test/vault/vectors.test.ts). All keys are invented. slots.json and
export-package/ were made once, with what was drawn for them written beside it, and are not made here."""
import base64, hashlib, hmac, json, pathlib, re, struct, sys
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

here = pathlib.Path(__file__).parent
out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here
before = lambda name: json.loads((here / name).read_text("utf-8"))
compact = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
sha256 = lambda data: hashlib.sha256(data).digest()
some = lambda what, size=32: hashlib.shake_256(f"invented: {what}".encode()).digest(size)
mac = lambda key, *parts: hmac.new(key, b"".join(parts), "sha256").digest()
hkdf = lambda ikm, salt, info: mac(mac(salt, ikm), info, b"\1")
gcm = lambda key, plain, context=b"", nonce=bytes(12): AESGCM(key).encrypt(nonce, plain, context)
u16, u32, u64 = (lambda n: struct.pack(">H", n)), (lambda n: struct.pack(">I", n)), (lambda n: struct.pack(">Q", n))
raw = lambda key: key.public_bytes(Encoding.Raw, PublicFormat.Raw)

VAULT_ID, VAULT_KEY, EARLIER_KEY = bytes.fromhex("7aba2a37941c7935e8850514e0ccb554"), bytes.fromhex(before("derived-keys.json")["vaultKey"]), some("first key")
derived = lambda info, key=VAULT_KEY: hkdf(key, VAULT_ID, info)
of_vault = {"vaultId": VAULT_ID.hex(), "vaultKey": VAULT_KEY.hex()}
CASE, NOTE, PERSON = (f"019dc000-0000-7000-8000-00000000000{n}" for n in (1, 2, 3))

def hexed(value):
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, dict):
        return {name: hexed(inner) for name, inner in value.items()}
    return [hexed(inner) for inner in value] if isinstance(value, list) else value

def write(name, value):
    (out / name).write_text(json.dumps(hexed(value), ensure_ascii=False, indent=2) + "\n", "utf-8")

def derived_keys():  # chapter 4
    id = bytes.fromhex(before("derived-keys.json")["id"])
    database = derived(b"cv/db-key/1" + id)
    write("derived-keys.json", {
        **of_vault, "id": id, "headerMac": derived(b"cv/header-mac/1"), "headMac": derived(b"cv/head-mac/1"),
        "auditMac": derived(b"cv/audit-mac/1"), "database": database, "backup": derived(b"cv/backup-key/1" + id),
        "backupManifestMac": derived(b"cv/backup-mac/1" + id), "backupLabel": derived(b"cv/backup-label/1" + id),
        "shard": derived(b"cv/shard/1" + id), "erasedCase": derived(b"cv/erased-case/1"), "erasedList": derived(b"cv/erased-list/1"),
        "pragma": f"x'{database.hex()}{id.hex()}'"})

def head():  # chapter 5
    def record(of):
        text = b"CVHD\0\1\0\0" + u32(of["epoch"]) + u64(of["commitSeq"]) + bytes.fromhex(of["chainHead"]) + bytes.fromhex(of["slotsHash"])
        text += u32(of["slotsGeneration"]) + bytes(8)
        return {**of, "record": text + mac(derived(b"cv/head-mac/1"), text)}
    write("head.json", {**of_vault, "records": [record(of) for of in before("head.json")["records"]]})

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
def signs(data, check, check_bits):  # most significant first, in groups of four
    bits, size = int.from_bytes(data, "big") << check_bits | check, len(data) * 8 + check_bits
    return "-".join(re.findall("....", "".join(SIGNS[bits >> at & 31] for at in range(size - 5, -5, -5))))

def crc(data, width, polynomial):  # start all ones, not reflected, no final xor
    value, ones = (1 << width) - 1, (1 << width) - 1
    for byte in data:
        value ^= byte << width - 8
        for _ in range(8):
            value = (value << 1 ^ (polynomial if value >> width - 1 else 0)) & ones
    return value

def recovery_code():  # chapter 3
    entropies = [bytes.fromhex(one["entropy"]) for one in before("recovery-code.json")["codes"]]
    write("recovery-code.json", {"codes": [{"entropy": e, "code": signs(e, crc(e, 12, 0xF13), 12)} for e in entropies]})

def words():  # chapter 14
    text = (here / "../../shared/keys/eff-large-wordlist.ts").read_text("utf-8")
    listed = re.search("`([^`]*)`", text)[1].split()
    def chosen(label, key, count):
        number = int.from_bytes(sha256(label + key), "big")
        return " ".join(listed[number // 7776**place % 7776] for place in reversed(range(count)))
    keys = [bytes.fromhex(one["key"]) for one in before("words.json")["keys"]]
    write("words.json", {"keys": [{"key": key, "fingerprint": chosen(b"cv/fingerprint/1", key, 6), "anchor": chosen(b"cv/anchor/1", key, 10)} for key in keys]})

def key_file():  # chapter 3
    secret = bytes(range(32))
    text = b"CVUK" + u16(1) + secret
    write("key-file.json", {"secret": secret, "file": text + sha256(text)})

def trustee_sheets():  # chapter 3
    secret, slope, slot_id = some("quorum secret"), some("slope"), some("slot of a quorum", 16)
    def times(a, b):
        product = 0
        for bit in range(8):
            product ^= a << bit if b >> bit & 1 else 0
        for bit in range(14, 7, -1):
            product ^= 0x11B << bit - 8 if product >> bit & 1 else 0
        return product
    def sheet(n):
        part = bytes(s ^ times(m, n) for s, m in zip(secret, slope))
        covered = bytes([1, n]) + slot_id[:4] + part
        data = covered + u16(crc(covered, 16, 0x1021))
        lines = [data[at : at + 8] for at in range(0, 40, 8)]
        return {"part": part, "sheet": data, "lines": [signs(line, crc(bytes([number]) + line, 16, 0x1021), 16) for number, line in enumerate(lines, 1)]}
    write("trustee-sheets.json", {"secret": secret, "slope": slope, "slotId": slot_id, "sheets": [sheet(n) for n in (1, 2, 3)]})

def leaf(rows):  # a page of SQLite's own format with few short rows: https://www.sqlite.org/fileformat2.html
    cells = []
    for rowid, values in rows:
        types = [1 if isinstance(value, int) else 13 + 2 * len(value) for value in values]
        body = b"".join(bytes([value]) if isinstance(value, int) else value.encode() for value in values)
        payload = bytes([1 + len(types), *types]) + body
        cells.append(bytes([len(payload), rowid]) + payload)
    starts = [4016 - sum(map(len, cells[: place + 1])) for place in range(len(cells))]
    return b"\x0d" + struct.pack(">HHHB", 0, len(cells), starts[-1], 0) + b"".join(map(u16, starts)), b"".join(reversed(cells))

def database():  # chapter 6
    key, salt = some("database key"), some("database salt", 16)
    counts = [1, 2, 0, 0, 1, 4, 0, 0, 1, 61, 0, 0x53526563]  # changes, pages, free ones, schema, its format, …, migration, application
    header = b"SQLite format 3\0" + struct.pack(">H6B12I20x2I", 4096, 2, 2, 80, 64, 32, 32, *counts, 1, 3_053_004)
    def page(start, rows):
        top, bottom = leaf(rows)
        return start + top + bytes(4016 - len(start + top + bottom)) + bottom
    schema = page(header, [(1, ["table", "word", "word", 2, "CREATE TABLE word (word TEXT)"])])
    mac_key = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    def sealed(content, number, iv):
        start = 16 if number == 1 else 0
        aes = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
        text = aes.update(content[start:]) + iv
        return salt[:start] + text + hmac.new(mac_key, text + struct.pack("<I", number), "sha512").digest()
    pages = [{"number": number, "plain": plain, "sealed": sealed(plain, number, some(f"iv {number} {turn}", 16))}
             for turn, (number, plain) in enumerate([(1, schema), (2, page(b"", [(1, ["kept"])])), (2, page(b"", [(1, ["kept later"])]))])]
    salts = some("salts of a log", 8)
    def sums(data, one=0, two=0):  # of SQLite's log, for a log whose magic ends in 83: numbers of it are big-endian
        for first, second in struct.iter_unpack(">II", data):
            one = (one + first + two) & 0xFFFFFFFF
            two = (two + second + one) & 0xFFFFFFFF
        return one, two
    log = struct.pack(">4I", 0x377F0683, 3_007_000, 4096, 0) + salts
    first = sums(log)
    frame = struct.pack(">II", 2, 2)
    log += struct.pack(">II", *first) + frame + salts + struct.pack(">II", *sums(frame + pages[2]["sealed"], *first)) + pages[2]["sealed"]
    write("database.json", {
        "about": "records.db is page 1 and the first page 2; records.db-wal has one frame with the later page 2. Table word: 'kept', then 'kept later'.",
        "key": key, "salt": salt, "macKey": mac_key, "pages": pages, "log": log})

def chain():  # chapter 8
    keys = {1: EARLIER_KEY, 2: VAULT_KEY}
    audit = {epoch: derived(b"cv/audit-mac/1", key) for epoch, key in keys.items()}
    bodies = ['{"nameUsed":"Maya \\"M.\\" Öz \u2028 مريم 😀"}', '{"body":"Slept until nine."}', None, None]
    note = ["caseNote.add", "case-note", NOTE]
    first = compact({"nameUsed": "Maya", "safeContact": {"methods": ["a call to 5550001"]}})
    steps = [  # epoch, who, what, kind, record, revision, case, body as it was saved, body as it stands, detail
        (1, None, "session.createVault", None, None, None, None, None, None, ""),
        (1, PERSON, "caseFile.open", "case-file", CASE, 1, CASE, first, compact({"nameUsed": "Maya", "safeContact": {"methods": []}}), ""),
        (1, PERSON, *note, 1, CASE, bodies[1], None, ""),
        (1, None, "session.unlock", None, None, None, None, None, None, "miss"),
        (2, PERSON, "caseFile.updateDetails", "case-file", CASE, 2, CASE, bodies[0], bodies[0], 'odd "signs" \\ / \t\n\x01\x7f'),
        (2, PERSON, "part.erase", "case-note", NOTE, None, CASE, None, None, "erased"),
        (2, PERSON, "part.erase", "case-file", CASE, None, CASE, None, None, "redacted"),
        (2, None, "history.forget", None, None, None, None, None, None, "forgotten")]
    entries, previous = [], bytes(32)
    for seq, (epoch, who, action, kind, record, revision, case, saved, stands, detail) in enumerate(steps, 1):
        key = audit[epoch]
        if detail == "redacted":
            detail = f"redacted:2:{mac(key, b'body', bytes(1), steps[1][8].encode()).hex()}"
        if detail == "forgotten":  # entry 4 is emptied
            detail = "forgotten:1:" + sha256(b"4:" + bytes.fromhex(entries[3]["mac"])).hex()
        body_hash = mac(key, b"body\0", saved.encode()) if saved is not None else None
        fields = [seq, 1_772_000_000_000 + seq, epoch, who, action, kind, record, revision, case, body_hash and body_hash.hex(), detail]
        entry = {"fields": fields, "canonical": compact(fields), "mac": mac(key, b"entry\0", previous, compact(fields).encode()).hex()}
        entries.append({**entry, "saved": saved, "stands": stands})
        previous = bytes.fromhex(entry["mac"])
    entries[3].update(emptied=True)
    write("chain.json", {
        "about": "`saved` is the body under `bodyHash`, `stands` what is in the table today. Entry 4 is emptied; the note (3) is erased by 6, words of 2 are taken out by 7.",
        "vaultId": VAULT_ID, "epochKeys": {str(epoch): key for epoch, key in keys.items()}, "auditKeys": {str(epoch): key for epoch, key in audit.items()},
        "entries": entries, "head": previous})

def compartment():  # chapter 9
    root, slot_id, id, first, second = some("root of a counsellor"), some("slot of a counsellor", 16), some("compartment", 16), some("key 1"), some("key 2")
    own = X25519PrivateKey.from_private_bytes(hkdf(root, b"", b"cv/x25519/1"))
    once = X25519PrivateKey.from_private_bytes(some("once"))
    public, eph = raw(own.public_key()), raw(once.public_key())
    context = b"CVCK\0\1" + VAULT_ID + id + u32(2)
    shared = once.exchange(X25519PublicKey.from_public_bytes(public)) + eph + public
    sealed = eph + gcm(hkdf(shared, id, b"cv/compartment-key/2" + VAULT_ID + u32(2) + slot_id), second, context)
    vouched = hkdf(second, id, b"cv/compartment-vouch/1" + VAULT_ID + u32(2) + slot_id + public)
    link = gcm(hkdf(second, id, b"cv/compartment-link/1" + VAULT_ID + u32(2)), first, context)
    words, place = compact({"kind": "OTHER_CARE", "happenedOn": "2026-03-02", "notesConsent": "YES", "words": "Sleeps better – a little."}), f"note/{CASE}/{NOTE}/1"
    start = b"CVCT\0\1" + u32(1) + some("salt of a text")
    plain = words.encode() + b" " * (-len(words.encode()) % 512)
    text = start + gcm(hkdf(first, start[10:], b"cv/compartment-text/1" + VAULT_ID + id + u32(1)), plain, start + VAULT_ID + id + place.encode())
    write("compartment.json", {
        "vaultId": VAULT_ID, "compartmentId": id, "keys": {"1": first, "2": second}, "member": {"root": root, "slotId": slot_id, "publicX": public},
        "draws": {"once": some("once"), "salt": start[10:]}, "seal": sealed, "vouched": vouched, "link": link,
        "text": {"generation": 1, "place": place, "words": words, "sealed": base64.b64encode(text).decode()}})

def attachment():  # chapter 10
    id, key = some("number of a file", 16), some("key of a file")
    def kept(plain):
        chunks = [plain[at : at + 65_536] for at in range(0, len(plain), 65_536)]
        header = b"CVKF\0\1" + id
        nonce = lambda count: u64(count) + bytes([0, 0, 0, count == len(chunks) - 1])
        return header + b"".join(gcm(key, chunk, header + VAULT_ID, nonce(count)) for count, chunk in enumerate(chunks))
    short, long = "A letter of the court, dated 2 March.".encode(), bytes(at * 7 % 256 for at in range(65_537))
    write("attachment.json", {
        "vaultId": VAULT_ID, "blob": id, "key": key, "short": {"plain": short, "stored": kept(short)},
        "long": {"about": "65,537 bytes; byte n is 7 n modulo 256", "sha256": sha256(long), "storedBytes": len(kept(long)), "storedSha256": sha256(kept(long))}})

def backup_manifest():  # chapter 11
    id, nonce, hash = some("backup", 16), some("nonce of a label", 12), sha256
    label = {"shelterName": "Willow House", "records": {"case-file": 3, "case-note": 9}, "entries": 40, "revisions": 31, "newestEntryAt": 1_772_000_000_000, "omissions": []}
    facts = {
        "format": 2, "vaultId": VAULT_ID.hex(), "backupId": id.hex(), "epoch": 2, "commitSeq": 43, "chainHead": some("chain").hex(), "slotsGeneration": 7,
        "slotsHash": some("slots").hex(), "createdAt": 1_772_000_000_000, "app": "0.1.0", "schema": 61,
        "files": {"records.db": {"bytes": 634_880, "sha256": hash(b"database").hex()}, "slots.bin": {"bytes": 837, "sha256": hash(b"slots").hex()}},
        "attachments": {"count": 2, "bytes": 1_234}}
    sealed = gcm(derived(b"cv/backup-label/1" + id), compact(label).encode(), b"", nonce)
    text = compact({**facts, "label": {"nonce": nonce.hex(), "sealed": sealed.hex()}})
    line = f'{{"backup":{text},"mac":"{mac(derived(b"cv/backup-mac/1" + id), text.encode()).hex()}","sha256":"{sha256(text.encode()).hex()}"}}\n'
    write("backup-manifest.json", {"vaultKey": VAULT_KEY, "facts": facts, "label": label, "nonce": nonce, "manifest": line})

def erased_list():  # chapter 12
    hashed = lambda what, id: mac(derived(b"cv/erased-case/1", EARLIER_KEY), what + b"\0", id.encode()).hex()
    both = {"reason": "WISH", "erasedOn": "2026-03-02", "erasedAt": 1_772_000_000_000, "approvedBy": [PERSON]}
    stub = {"opened": "2026-Q1", "closed": None, "isPart": False, "age": "NOT_KNOWN", "trafficking": None, "services": {}, "servedIn": [], "takenIn": None,
            "leftIn": None, "isFirst": True, "exploitation": 0, "isRefused": False, "shared": []}
    content = {
        "cases": [{"caseKey": hashed(b"case", CASE), "certificate": "THX-RB9", "class": "CASE", **both, "stub": stub}],
        "parts": [{"certificate": "9DH-F9X", "class": "PART", **both, "since": 1_771_000_000_000, "recordKeys": [hashed(b"record", NOTE)], "contactOf": [], "counts": {"NOTES": 1}}]}
    head = {"format": 2, "vaultId": VAULT_ID.hex(), "writtenAt": 1_772_000_000_000}
    plain = compact(content).encode()
    def box(key, what):
        nonce = some(what, 12)
        return {"nonce": nonce.hex(), "sealed": gcm(derived(b"cv/erased-list/1", key), plain + b" " * (-len(plain) % 16_384), compact(head).encode(), nonce).hex()}
    text = compact({**head, **box(VAULT_KEY, "box"), "earlier": [box(EARLIER_KEY, "earlier box")]})
    write("erased-list.json", {
        **of_vault, "earlierKey": EARLIER_KEY, "caseId": CASE, "recordId": NOTE, "content": content, "writtenAt": head["writtenAt"],
        "line": f'{{"list":{text},"sha256":"{sha256(text.encode()).hex()}"}}\n'})

def package_reply():  # chapter 13
    secret = some("secret of a package")
    answer = {"answer": "ACCEPTED", "answeredOn": "2026-03-04", "format": "cv/reply/1", "note": "Thursday at ten – “Willow”", "packageId": sha256(b"manifest").hex(), "replyId": some("reply", 16).hex()}
    signed = "cv/reply/1" + json.dumps(answer, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    with_mac = {**answer, "mac": mac(secret, signed.encode()).hex()}
    write("package-reply.json", {"secret": secret, "answer": answer, "mac": with_mac["mac"], "text": json.dumps(with_mac, ensure_ascii=False, separators=(",", ":"), sort_keys=True)})

for make in (derived_keys, head, recovery_code, words, key_file, trustee_sheets, database, chain, compartment, attachment, backup_manifest, erased_list, package_reply):
    make()
