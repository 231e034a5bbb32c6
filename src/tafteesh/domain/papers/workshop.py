"""Takes hostile pictures and PDFs apart and makes clean ones. It runs alone, as `python workshop.py clean|show [page]`.

A process of its own, with little memory and little time: whatever a crafted file does to a decoder happens here.
Reads the file from standard input; answers with one line of JSON and the bytes, or with `{"refused": why}`.
"""

import io
import json
import resource
import sys
from typing import Any

MEMORY = 1536 * 1024 * 1024
SECONDS = 20
LONGEST_SIDE = 12_000  # pixels
PIXELS = 50_000_000
PAGES = 500
DEEPEST = 60
SHOWN_WIDTH = 1400  # pixels of a page that is shown
QUALITY = 88
PDF, JPEG, PNG = "application/pdf", "image/jpeg", "image/png"
# What a PDF can hide or do, beside what it shows.
HIDDEN = (
    "/AA", "/AF", "/JS", "/LastModified", "/Metadata", "/OpenAction", "/PieceInfo", "/Thumb", "/XFA",
    "/Collection", "/Perms", "/AcroForm", "/Outlines", "/EmbeddedFiles", "/JavaScript", "/A",
)  # fmt: skip
SHOWING = {"/Widget", "/Stamp", "/FreeText", "/Ink", "/Highlight", "/Underline", "/Square", "/Circle", "/Line"}  # fmt: skip


class Refused(Exception):
    """Why no clean copy is made: broken, locked, too_many_pixels, too_many_pages, no_page."""


def clean(content: bytes) -> tuple[str, int, bytes]:
    """The clean copy: its media type, its pages, its bytes. Raises Refused."""
    return _clean_pdf(content) if content.startswith(b"%PDF-") else _clean_picture(content)


def show(content: bytes, page: int) -> bytes:
    """One page (the first is 1) as a JPEG for the screen. Raises Refused."""
    if content.startswith(b"%PDF-"):
        picture = _drawn(content, page)
    elif page == 1:
        picture = _picture(content)
    else:
        raise Refused("no_page")
    picture.thumbnail((SHOWN_WIDTH, SHOWN_WIDTH * 3))
    return _saved(picture, "JPEG", quality=80, optimize=True)


def _picture(content: bytes) -> Any:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - only where needed

    Image.MAX_IMAGE_PIXELS = PIXELS
    try:
        picture = Image.open(io.BytesIO(content), formats=["JPEG", "PNG"])
        width, height = picture.size
        if max(width, height) > LONGEST_SIDE or width * height > PIXELS:
            raise Refused("too_many_pixels")
        picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused("too_many_pixels") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):
        raise Refused("broken") from None
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info:
        sheet = Image.new("RGB", upright.size, "white")
        layer = upright.convert("RGBA")
        sheet.paste(layer, mask=layer.getchannel("A"))
        return sheet
    return upright.convert("L" if upright.mode in {"1", "L", "I;16"} else "RGB")


def _saved(picture: Any, kind: str, **how: Any) -> bytes:
    bare = picture.copy()
    bare.info = {}
    out = io.BytesIO()
    bare.save(out, kind, **how)
    return out.getvalue()


def _clean_picture(content: bytes) -> tuple[str, int, bytes]:
    """Decoded and written anew: pixels stay, places, names and hidden parts do not."""
    picture = _picture(content)
    if content.startswith(b"\x89PNG"):
        return PNG, 1, _saved(picture, "PNG", compress_level=6)
    return JPEG, 1, _saved(picture, "JPEG", quality=QUALITY)


def _clean_pdf(content: bytes) -> tuple[str, int, bytes]:
    """Written anew from what its pages need: no author, scripts, attachments, older states."""
    import pikepdf  # noqa: PLC0415 - only where needed

    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pages = len(pdf.pages)
            if pages > PAGES:
                raise Refused("too_many_pages")
            if not pages:
                raise Refused("broken")
            _strip(pikepdf, pdf)
            out = io.BytesIO()
            pdf.save(
                out,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )
    except pikepdf.PasswordError:
        raise Refused("locked") from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise Refused("broken") from None
    return PDF, pages, out.getvalue()


def _strip(pikepdf: Any, pdf: Any) -> None:
    for key in list(pdf.trailer.keys()):
        if key == "/Info":
            del pdf.trailer[key]
    for page in pdf.pages:
        shown = [one for one in page.obj.get("/Annots", []) if str(one.get("/Subtype", "")) in SHOWING]  # fmt: skip
        if "/Annots" in page.obj:
            page.obj["/Annots"] = pikepdf.Array(shown)
    for found in pdf.objects:
        _bare(pikepdf, found)
        if isinstance(found, pikepdf.Stream) and str(found.get("/Filter", "")) == "/DCTDecode":
            bare = bare_jpeg(found.read_raw_bytes())
            found.write(bare, filter=pikepdf.Name.DCTDecode, decode_parms=found.get("/DecodeParms"))


def _bare(pikepdf: Any, found: Any, depth: int = 0) -> None:
    """Take out what hides or acts, also where it stands directly inside (deeper than 60 is no paper)."""
    if depth > DEEPEST:
        raise Refused("broken")
    inner: list[Any] = []
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        for key in list(found.keys()):
            if key in HIDDEN:
                del found[key]
            else:
                inner.append(found[key])
    elif isinstance(found, pikepdf.Array):
        inner = list(found)
    for one in inner:
        if isinstance(one, pikepdf.Dictionary | pikepdf.Array) and not one.is_indirect:
            _bare(pikepdf, one, depth + 1)


def bare_jpeg(content: bytes) -> bytes:
    """The same JPEG without the parts that tell where, when and with what it was taken."""
    if not content.startswith(b"\xff\xd8"):
        return content
    kept, at = bytearray(content[:2]), 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xDA:  # the picture itself begins
            return bytes(kept + content[at:])
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if not (0xE1 <= marker <= 0xED or marker in {0xEF, 0xFE}):
            kept += content[at:end]
        at = end
    return content


def _drawn(content: bytes, page: int) -> Any:
    import pypdfium2  # noqa: PLC0415 - only where needed

    try:
        document = pypdfium2.PdfDocument(content)
        if not 1 <= page <= len(document):
            raise Refused("no_page")
        sheet = document[page - 1]
        width, height = sheet.get_size()
        scale = min(SHOWN_WIDTH / max(width, 1), 3 * SHOWN_WIDTH / max(height, 1), 4)
        return sheet.render(scale=scale).to_pil().convert("RGB")
    except (pypdfium2.PdfiumError, ValueError):
        raise Refused("broken") from None


def main() -> int:
    """Answer one request."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = sys.stdin.buffer.read()
    told: dict[str, object]
    body = b""
    try:
        if sys.argv[1] == "clean":
            media_type, pages, body = clean(content)
            told = {"media_type": media_type, "pages": pages}
        else:
            body = show(content, int(sys.argv[2]))
            told = {"media_type": JPEG, "pages": 1}
    except Refused as refused:
        told = {"refused": str(refused)}
    except MemoryError:
        told = {"refused": "too_many_pixels"}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + body)
    return 0


if __name__ == "__main__":
    sys.exit(main())
