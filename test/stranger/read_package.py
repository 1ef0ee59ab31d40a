"""Reads a package, written from chapter 13 of FORMATS.md alone, with `cryptography`.
    python3 read_package.py PACKAGE [OUT]     reads an age identity (AGE-SECRET-KEY-1…) or a passphrase as a line of standard input
Prints the manifest as JSON when every check has passed. Files are written into OUT, a folder that must not be there yet."""
import base64, hashlib, hmac, json, pathlib, re, struct, sys
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
mac = lambda key, *parts: hmac.new(key, b"".join(parts), "sha256").digest()
hkdf = lambda ikm, salt, info: mac(mac(salt, ikm), info, b"\1")
unbase64 = lambda text: base64.b64decode(text + b"=" * (-len(text) % 4))
is_sound_name = re.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}").fullmatch

def check(fits, what):
    if not fits:
        raise ValueError(what)

def from_bech32(text):
    """The 32 bytes; the last six signs are a checksum (BIP 173), which a wrong key would not survive either."""
    bits = "".join(f"{BECH32.index(sign):05b}" for sign in text.lower().rpartition("1")[2][:-6])
    return int(bits[:256], 2).to_bytes(32, "big")

def to_bech32(prefix, data):
    digits = [int(f"{int.from_bytes(data, 'big'):0256b}0000"[at : at + 5], 2) for at in range(0, 260, 5)]
    residue = 1
    for digit in [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix] + digits + [0] * 6:
        top, residue = residue >> 25, (residue & 0x1FFFFFF) << 5 ^ digit
        for bit, constant in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            residue ^= constant if top >> bit & 1 else 0
    checksum = [(residue ^ 1) >> 5 * (5 - place) & 31 for place in range(6)]
    return prefix + "1" + "".join(BECH32[digit] for digit in digits + checksum)

def file_key_of(stanzas, secret):
    """The key of the file, and the recipient that it was sealed to."""
    for kind, *words, body in stanzas:
        if kind == b"scrypt" and not secret.startswith("AGE-SECRET-KEY-1"):
            salt, log_n = unbase64(words[0]), int(words[1])
            check(len(stanzas) == 1 and log_n <= 20, "a passphrase stands alone and costs no more than 2^20")
            wrap = hashlib.scrypt(secret.encode(), salt=b"age-encryption.org/v1/scrypt" + salt, n=1 << log_n, r=8, p=1, maxmem=(1 << 31) - 1, dklen=32)
            return ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None), "passphrase"
        if kind == b"X25519" and secret.startswith("AGE-SECRET-KEY-1"):
            own, share = X25519PrivateKey.from_private_bytes(from_bech32(secret)), unbase64(words[0])
            public = own.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
            wrap = hkdf(own.exchange(X25519PublicKey.from_public_bytes(share)), share + public, b"age-encryption.org/v1/X25519")
            try:
                return ChaCha20Poly1305(wrap).decrypt(bytes(12), body, None), to_bech32("age", public)
            except InvalidTag:
                continue
    raise ValueError("it was not sealed to this key")

def open_age(sealed, secret):
    end = sealed.index(b"\n--- ") + 4
    header_mac, rest = sealed[end + 1 :].split(b"\n", 1)
    version, *lines = sealed[: end - 3].splitlines()
    check(version == b"age-encryption.org/v1" and len(lines) % 2 == 0, "no age file")
    stanzas = [(*words[3:].split(b" "), unbase64(body)) for words, body in zip(lines[::2], lines[1::2])]
    key, recipient = file_key_of(stanzas, secret)
    check(mac(hkdf(key, b"", b"header"), sealed[:end]) == unbase64(header_mac), "the header was changed")
    payload, places = ChaCha20Poly1305(hkdf(key, rest[:16], b"payload")), range(16, len(rest), 65_552)
    nonce = lambda count: struct.pack(">3xQB", count, count == len(places) - 1)
    return b"".join(payload.decrypt(nonce(count), rest[at : at + 65_552], None) for count, at in enumerate(places)), recipient

def read_bag(bag, recipient):
    length = struct.unpack(">I", bag[:4])[0]
    text, signature, at = bag[4 : 4 + length], bag[4 + length : 68 + length], 68 + length
    manifest = json.loads(text)
    spelling = json.dumps(manifest, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    check(length <= 1_048_576 and spelling == text and manifest["version"] == 1, "not a manifest of version 1 in its one spelling")
    Ed25519PublicKey.from_public_bytes(bytes.fromhex(manifest["sender"]["publicKey"])).verify(signature, b"cv/export/1" + text)
    check(recipient in manifest["recipients"], "somebody sealed the bag of another again")
    files = {}
    for file in manifest["files"]:
        files[file["name"]] = bag[at : at + file["size"]]
        at += file["size"]
        check(is_sound_name(file["name"]), "a file name that could leave the folder")
        check(hashlib.sha256(files[file["name"]]).hexdigest() == file["sha256"], "a file is damaged")
    check(at == len(bag), "the bag is not as long as its manifest says")
    return manifest, files

def main(package, out=None):
    manifest, files = read_bag(*open_age(pathlib.Path(package).read_bytes(), sys.stdin.readline().rstrip("\n")))
    if out:
        pathlib.Path(out).mkdir(mode=0o700)
        for name, content in files.items():
            (pathlib.Path(out) / name).write_bytes(content)
    print(json.dumps(manifest, ensure_ascii=False, indent=1))

if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except (InvalidSignature, InvalidTag, IndexError, KeyError, OSError, ValueError, struct.error) as error:
        sys.exit(f"Not opened: {str(error) or 'another key, or something was changed'}")
