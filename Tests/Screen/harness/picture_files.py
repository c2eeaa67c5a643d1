"""Pictures as files: small ones, the largest ones, and such as cameras and printers make."""

import base64
import struct
import zlib

from .pictures import chunk, png

# 32x32 pixels, orange on the left and paper on the right.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywt"
    "QFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
    "T09PT09PT09PT09PT09PT09PT0//wAARCAAgACADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAcF/8QAFBAB"
    "AAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAUG/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQAC"
    "EQMRAD8AzQBChVcAqASgAUfVcAqAf//Z")
LOSSLESS = base64.b64decode(
    "UklGRioAAABXRUJQVlA4TB0AAAAvH8AHAA/wrPcH018Gff7jAWLBZP7SEfRH9D+KNwA=")
LOSSY = base64.b64decode(
    "UklGRkoAAABXRUJQVlA4ID4AAABQAwCdASogACAAPp0+mEmlo6KhN+gAsBOJYgDIxoAAutgsQAD+54v/3RsXW0uf/4hz"
    "oc6HMxn+ki0YM0AAAA==")
MOVING = base64.b64decode(
    "UklGRgQBAABXRUJQVlA4WAoAAAASAAAAHwAAHwAAQU5JTQYAAAD/////AABBTk1GWgAAAAAAAAAAAB8AAB8AAGQAAAJW"
    "UDggQgAAAHADAJ0BKiAAIAA+fTCSR6SjIaE36ACQD4liAHYA/AABeTloAAD+6zb///CrcMQzVf//M0M8lHlw/4NeNLvg"
    "rkAAAEFOTUZ2AAAAAAAAAAAAHwAAHwAAZAAAAEFMUEgWAAAAAQ8w/xERQkxD6F/abQpE9H8C7MmEF1ZQOCBAAAAA9AIA"
    "nQEqIAAgAD59MJJHg36AAAD4liAL51wABj9nZwAA/us2//4VrEhiQrt//M0e83vN69NP/XirvXVJ7hAAAFJJRkZOAAAA"
    "V0VCUFZQOCBCAAAAcAMAnQEqIAAgAD59MJJHpKMhoTfoAJAPiWIAdgD8AAF5OWgAAP7rNv//8KtwxDNV//8zQzyUeXD/"
    "g140u+CuQAAA")
# 4,096 pixels each way, black; and grey, in parts that refine the whole.
LARGE_WEBP = zlib.decompress(base64.b64decode(
    "eNoL8nRz28bEwBDu6hQQFmDhsxLI1v9//r8wu4Cg4DEhIZUf9bttlYT2Hl1y8tf270JKv+wZHSb9+S/f0sHx8739/7/f"
    "79ePEqPEgBDyDACcCUBn"))
LARGE_JPEG = zlib.decompress(base64.b64decode(
    "eNrt0U1LFFAUBuBzA2NIG66lMggtIgKXhgtN1BH8oIKiVm6EII1pE+QuVy79WYLMj9Bx4fwDly5ETyOuBslF257n7t57"
    "33MWN0+yH/XD5vvNKCWiDE7kWaxFHR1rjj2pzafNZ+P1eWtmujU11Xrz6vWLmcW55aW3cwvzq++2P62ub23ML3z++WXr"
    "67fOj87Kx739X7u/t793dvI4Rhs16mDseGQ3Jm4nD8teNG6X3r8BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "gP9RdmOyljIc9mezF41BWkYeHdxkXGdcZVxmXGScZxxlHD7ce9z+t15pv/xb7+5BRPVnAAAAAAAAAAAAAAAAAAAAAAAA"
    "AAAAAAAAAAAAAAAAABCR3ZispQyH/dnsRWOQlnY9uMm4zrjKuMy4yDjPOMo4zNM/ALptVQ=="))
ORANGE, PAPER = (0xB5, 0x48, 0x1A), (0xF4, 0xEF, 0xE8)


def halves(width=32, height=32):
    left, right = (bytes((*color, 255)) * (width // 2) for color in (ORANGE, PAPER))
    return (b"\0" + left + right) * height


PNG = png(32, 32, halves())
FILES = {"png": PNG, "jpeg": JPEG, "lossless": LOSSLESS, "lossy": LOSSY}

# 48x32 pixels: orange, paper, dark and blue in its four quarters.
QUARTERS = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsL"
    "EBYQERMUFRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU"
    "FBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAgADADAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAkH/8QAFBAB"
    "AAAAAAAAAAAAAAAAAAAAAP/EABkBAQEBAQEBAAAAAAAAAAAAAAAHCAUEBv/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAM"
    "AwEAAhEDEQA/AMyRJpsABXhYmbAAEh0daTAAV4WJmwABAF7nygACiaiuUAAnYnTqgAKJqK5QAD//2Q==")
# 16x16 pixels of orange in four inks, turned round as Adobe's programs do and say.
INKS = base64.b64decode(
    "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggL"
    "CAkKCgoKCgYICwwLCgwJCgoK/8AAFAgAEAAQBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAICf/EABQQ"
    "AQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8AtRD7Gdv4AAAA/9k=")
# 32x32 pixels, orange on the left and nothing on the right.
CLEAR_WEBP = base64.b64decode(
    "UklGRnoAAABXRUJQVlA4WAoAAAAQAAAAHwAAHwAAQUxQSBAAAAABEBIQ/p8WDVAiYgLM5L8BVlA4IEQAAABwAwCdASog"
    "ACAAPl0kjkWjoiEb9AA4BcSyAF2XQD8AAF5OWgAA/u2QP/8pVFwZ4+//oSfibPBJ+6f/2dP73BLlF7qAAA==")
QUARTER_COLORS = [(0xB5, 0x48, 0x1A), (0xF4, 0xEF, 0xE8), (0x1F, 0x3A, 0x33), (0x7A, 0x9E, 0xC7)]


def lying(orientation, file=QUARTERS):
    """A JPEG as a camera writes it that was held in another way (Exif)."""
    entry = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    body = b"Exif\0\0II*\0" + struct.pack("<IH", 8, 1) + entry + bytes(4)
    return file[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + file[2:]


def png_of(kind, depth, row, height=16, width=16, before=b"", interlaced=False):
    """A PNG of equal rows in any of its kinds: 0 grey, 2 colour, 3 palette, 4 grey and 6 colour with
    alpha. The seven passes of an interlaced one are left to pixels of whole bytes."""
    size = len(row) // width
    if interlaced:
        data = b"".join(
            (b"\0" + b"".join(row[x * size:(x + 1) * size] for x in range(left, width, across)))
            * -(-(height - top) // down)
            for left, top, across, down in (
                (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4),
                (1, 0, 2, 2), (0, 1, 1, 2)))
    else:
        data = (b"\0" + row) * height
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(
                ">IIBBBBB", width, height, depth, kind, 0, 0, int(interlaced)))
            + before + chunk(b"IDAT", zlib.compress(data, 9)) + chunk(b"IEND", b""))
