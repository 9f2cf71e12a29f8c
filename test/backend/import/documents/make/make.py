"""Makes the documents and what is expected of them: `python3 make.py` in this folder."""
import tempfile
from pathlib import Path

import expect
import flat
import raw

target = Path(__file__).resolve().parent.parent
with tempfile.TemporaryDirectory() as name:
    scratch = Path(name)
    flat.make(target, scratch)
    raw.make(target)
    expect.make(target, scratch)
