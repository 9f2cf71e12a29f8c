"""Small pictures, each of its own colours, written without any library."""
import struct
import subprocess
import zlib
from pathlib import Path


def png(seed: int, width: int = 48, height: int = 32) -> bytes:
    rows = b''.join(
        b'\0' + bytes(v for x in range(width) for v in ((seed * 37 + x * 3) % 256, (seed * 11 + y * 5) % 256, (x + y + seed) % 256))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    head = struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', head) + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b'')


def jpeg(seed: int) -> bytes:
    """The same picture as sharp writes it, run from the root of the repository."""
    program = 'const s=require("sharp");const c=[];process.stdin.on("data",d=>c.push(d)).on("end",async()=>process.stdout.write(await s(Buffer.concat(c)).jpeg().toBuffer()))'
    root = Path(__file__).resolve().parents[5]
    return subprocess.run(['node', '-e', program], input=png(seed), cwd=root, check=True, capture_output=True).stdout


def emf() -> bytes:
    """A metafile that draws nothing: its header and its end."""
    bounds = struct.pack('<8i', 0, 0, 10, 10, 0, 0, 1000, 1000)
    end = struct.pack('<5I', 14, 20, 0, 16, 20)
    rest = struct.pack('<IIIIHHIII4i', 0x464D4520, 0x10000, 88 + len(end), 2, 1, 0, 0, 0, 0, 100, 100, 30, 30)
    return struct.pack('<II', 1, 88) + bounds + rest + end


def wmf() -> bytes:
    return struct.pack('<IHhhhhHIH', 0x9AC6CDD7, 0, 0, 0, 10, 10, 96, 0, 0) + struct.pack('<HHHIHIH', 1, 9, 0x300, 12, 0, 3, 0) + struct.pack('<IH', 3, 0)
