"""What `read_vault.py` leaves out of a vault or a backup, written from FORMATS.md alone: attached files [10], sealed notes [9], the list of
what was erased [12], and who signed what [8].
    python3 read_more.py FOLDER NAME [LIST]     as read_vault.py; LIST is a file Records.list-… or backup-list-….json
Prints JSON: titles and hashes of files, words of sealed notes where they are sealed to this person, what was erased, and how many entries each
colleague signed."""
import base64, collections, hashlib, json, pathlib, sqlite3, struct, sys
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from read_vault import check, hkdf, newest_bodies, open_vault, sha256  # noqa: E402

u32 = lambda number: struct.pack(">I", number)

def read_file(folder, content, vault_id):  # [10]
    stored, key = (folder / "files" / content["blob"]).read_bytes(), AESGCM(bytes.fromhex(content["key"]))
    check(len(stored) == content["storedBytes"] and sha256(stored).hex() == content["storedSha256"], "a file is not what was kept")
    check(stored[:22] == b"CVKF\0\1" + bytes.fromhex(content["blob"]), "a file is not the one of its name")
    places = range(22, len(stored), 65_552)
    nonce = lambda count: struct.pack(">Q3xB", count, count == len(places) - 1)
    plain = b"".join(key.decrypt(nonce(count), stored[at : at + 65_552], stored[:22] + vault_id) for count, at in enumerate(places))
    check(sha256(plain).hex() == content["sha256"], "a file is not what was kept")
    return plain

def compartment_keys(db, vault):  # [9]
    seal = db.execute("SELECT sealed FROM compartment_seal WHERE slot_id = ?", [vault["slot"][1:17]]).fetchone()
    rows = db.execute("""SELECT * FROM compartment_generation WHERE compartment_id = (SELECT compartment_id FROM compartment_generation
        ORDER BY generation DESC LIMIT 1) ORDER BY generation DESC""").fetchall() if seal else []
    keys, key = {}, None
    for row in rows:
        generation, compartment = row["generation"], row["compartment_id"]
        context = lambda number: b"CVCK\0\1" + vault["id"] + compartment + u32(number)
        if key is None:
            eph, public = seal["sealed"][:32], vault["own"].public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            shared = vault["own"].exchange(X25519PublicKey.from_public_bytes(eph)) + eph + public
            sealing = hkdf(shared, compartment, b"cv/compartment-key/2" + vault["id"] + u32(generation) + vault["slot"][1:17])
            key = AESGCM(sealing).decrypt(bytes(12), seal["sealed"][32:], context(generation))
        else:
            linking = hkdf(key, compartment, b"cv/compartment-link/1" + vault["id"] + u32(generation + 1))
            key = AESGCM(linking).decrypt(bytes(12), link, context(generation + 1))
        keys[generation], link = key, row["link"]
    return keys, (rows[0]["compartment_id"] if rows else b"")

def read_sealed(sealed, place, keys, compartment, vault):  # [9]
    text = base64.b64decode(sealed)
    generation, ids = struct.unpack(">I", text[6:10])[0], vault["id"] + compartment
    check(text[:6] == b"CVCT\0\1", "not a sealed text of version 1")
    if generation not in keys:
        return None
    own = hkdf(keys[generation], text[10:42], b"cv/compartment-text/1" + ids + u32(generation))
    return json.loads(AESGCM(own).decrypt(bytes(12), text[42:], text[:42] + ids + place.encode()))

def read_list(line, vault):  # [12]
    outer = json.loads(line)
    text = line[len('{"list":') : line.rindex(',"sha256":')]
    check(hashlib.sha256(text.encode()).hexdigest() == outer["sha256"], "the list is damaged")
    head = {name: outer["list"][name] for name in ("format", "vaultId", "writtenAt")}
    context = json.dumps(head, separators=(",", ":")).encode()
    key = hkdf(vault["key"], vault["id"], b"cv/erased-list/1")
    for box in [outer["list"], *outer["list"].get("earlier", [])]:
        try:
            return json.loads(AESGCM(key).decrypt(bytes.fromhex(box["nonce"]), bytes.fromhex(box["sealed"]), context))
        except InvalidTag:
            continue
    raise ValueError("the list is of another vault")

def signatures(db, vault):  # [8]; what the chain holds was proven by open_vault
    """How many entries each colleague signed, by id; every signature is of a key that the chain makes known."""
    signed = collections.Counter()
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit_signature'").fetchone():
        return signed
    for row in db.execute("""SELECT e.*, s.signature AS said, s.staff_id AS signer, k.pub_ed, k.staff_id AS owner, made.detail AS made
        FROM audit_signature s JOIN audit_entry e USING (seq) JOIN staff_key k ON k.since_seq = s.key_seq
        JOIN audit_entry made ON made.seq = k.since_seq AND made.action = 'signing.key' AND made.record_id IS k.staff_id"""):
        check(row["made"].split(":")[2] == row["pub_ed"].hex(), "a key is not the one that the chain makes known")
        check(row["signer"] == row["staff_id"] and row["owner"] in (None, row["staff_id"]), "a signature is somebody else’s")
        fields = [*row][:9] + [row["body_hash"] and row["body_hash"].hex(), row["detail"]]
        text = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
        Ed25519PublicKey.from_public_bytes(row["pub_ed"]).verify(row["said"], b"cv/audit-sign/1" + vault["id"] + row["mac"] + text)
        signed[row["staff_id"]] += 1
    check(signed.total() == db.execute("SELECT count(*) FROM audit_signature").fetchone()[0], "a signature has no entry or no key")
    return signed

def main(folder, name, list_file=None):
    folder = pathlib.Path(folder)
    db, vault, _ = open_vault(folder, name, sys.stdin.readline())
    records = newest_bodies(db)
    titles = {record_id: body["title"] for kind, record_id, body in records if kind == "attachment"}
    files = [(body, read_file(folder, body, vault["id"])) for kind, _, body in records if kind == "attachment-content"]
    keys, compartment = compartment_keys(db, vault)
    notes = [read_sealed(body["sealed"], f"note/{body['caseFileId']}/{record_id}/1", keys, compartment, vault)
             for kind, record_id, body in records if kind == "sealed-note"]
    print(json.dumps({
        "files": [{"title": titles[body["attachmentId"]], "bytes": len(plain), "sha256": sha256(plain).hex()} for body, plain in files],
        "sealedNotes": [note and note["words"] for note in notes],
        "signed": signatures(db, vault),
        "erased": read_list(pathlib.Path(list_file).read_text("utf-8"), vault) if list_file else None,
    }, ensure_ascii=False, indent=1))

if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (InvalidSignature, InvalidTag, KeyError, OSError, ValueError, sqlite3.Error, struct.error) as error:
        sys.exit(f"Not opened: {str(error) or 'a key or a text that does not fit'}")
