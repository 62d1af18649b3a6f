"""Articles for the tests of the bot, written for them."""

DAM = """\
Bupati Rini tinjau bendungan di Sukamulya

SUKAMULYA - Bupati Rini Astuti meninjau Bendungan Sukamulya pada Selasa (26/3/2024).
Ia bertemu dengan Kepala Dinas Pengairan Budi Hartono di lokasi.

"Pintu air harus selesai bulan depan," kata Rini kepada wartawan.

Budi Hartono mengatakan perbaikan itu menelan biaya Rp 12 miliar.
Sebanyak 340 keluarga mengungsi sejak Minggu karena banjir.

"Kami tidak akan menaikkan iuran air tahun ini," ujar Budi.
"""

PORT = """Harbour of Eastbay reopens after storm

EASTBAY - The harbour of Eastbay reopened on Monday, March 4, 2024, two weeks after a storm damaged its
northern pier.

"The pier is safe again," harbour master Helen Marsh told reporters.

Marsh said repairs had cost 4.2 million dollars. The storm killed three fishermen.

Mayor Tom Reed met Marsh at the pier on Monday. "We will build a second breakwater next year," Reed said.
"""


def long_article(paragraphs: int = 90) -> str:
    """Return an article of several Telegram messages, its last quotation in the last paragraph."""
    body = "\n\n".join(
        f"Warga Desa Karanganyar ke-{n} menanam padi di lahan seluas {n + 2} hektare pada musim hujan ini, "
        f"kata penyuluh desa nomor {n} kepada wartawan di balai desa."
        for n in range(1, paragraphs)
    )
    last = '"Panen raya akan dimulai bulan April," kata Kepala Desa Karanganyar Sri Wahyuni.'
    return f"Karanganyar Bersiap Panen Raya\n\n{body}\n\n{last}"
