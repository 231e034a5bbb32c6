"""Invented papers as bytes: a photograph and a PDF, with whatever a test wants to hide in them."""

import io

import pikepdf
from PIL import Image, PngImagePlugin

PLACE = 0x8825  # where a camera writes the place


def photo(width: int = 60, height: int = 80, *, maker: str = "", shade: str = "white") -> bytes:
    """A JPEG; with a maker it also carries a place."""
    exif = Image.Exif()
    if maker:
        exif[0x010F] = maker
        exif.get_ifd(PLACE)[1] = "N"
    return _saved(Image.new("RGB", (width, height), shade), "JPEG", exif=exif, comment=maker)


def drawing(width: int = 60, height: int = 80, *, note: str = "") -> bytes:
    """A PNG, of one bit a pixel, so that a huge one is small; with a note in it."""
    hidden = PngImagePlugin.PngInfo()
    if note:
        hidden.add_text("Comment", note)
    return _saved(Image.new("1", (width, height), 1), "PNG", pnginfo=hidden)


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def pdf(pages: int = 1, *, hidden: str = "", password: str = "") -> bytes:
    """A PDF of empty pages; what is hidden stands in its author, its title, a script, an attachment and a photo."""
    made = pikepdf.new()
    for number in range(pages):
        page = made.add_blank_page(page_size=(595, 842))
        page.obj.Contents = made.make_stream(b"%% page %d" % number)
    if hidden:
        _hide(made, hidden)
    out = io.BytesIO()
    lock = pikepdf.Encryption(owner=password, user=password) if password else False
    made.save(out, encryption=lock)
    return out.getvalue()


def _hide(made: pikepdf.Pdf, hidden: str) -> None:
    made.docinfo["/Author"] = hidden
    with made.open_metadata() as told:
        told["dc:title"] = hidden
    made.attachments["note.txt"] = hidden.encode()
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.alert('{hidden}')")
    made.Root.OpenAction = script
    picture = made.make_stream(photo(maker=hidden))
    picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
    picture.Width, picture.Height, picture.BitsPerComponent = 60, 80, 8
    picture.ColorSpace, picture.Filter = pikepdf.Name.DeviceRGB, pikepdf.Name.DCTDecode
    page = made.pages[0].obj
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=picture))
    page.Contents = made.make_stream(b"q 200 0 0 200 100 500 cm /Im0 Do Q")
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=script
    )
    page.Annots = pikepdf.Array([made.make_indirect(link)])
