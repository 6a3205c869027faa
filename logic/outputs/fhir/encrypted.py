"""A file that opens with its key alone: JSON Web Encryption, as SMART Health Links have it.

The one place of the core where chance has a part: a key that can be foretold is none. The library draws it,
and a fresh start value for each file.
"""

from base64 import urlsafe_b64encode

from joserfc import jwe
from joserfc.jwk import OctKey

HEADER = {"alg": "dir", "enc": "A256GCM", "cty": "application/fhir+json"}
"""No `zip`: the draft asks senders not to compress, since many receivers cannot read it."""


def new_key() -> str:
    """Return a new key of 32 bytes, as the 43 letters and digits in which it is handed over."""
    return urlsafe_b64encode(OctKey.generate_key(256, private=True).raw_value).rstrip(b"=").decode()


def encrypted(data: bytes, key: str) -> str:
    """Return the file in compact form, under a key of `new_key`."""
    secret = OctKey.import_key({"kty": "oct", "k": key})
    return jwe.encrypt_compact(dict(HEADER), data, secret, algorithms=["dir", "A256GCM"])
