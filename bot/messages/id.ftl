# Yang dikatakan bot dalam bahasa Indonesia.

start =
    <b>newsqa</b> mengembalikan arsip redaksi Anda, kata demi kata.

    <b>Menambah:</b> teruskan artikel ke sini atau tempelkan teksnya. Beberapa detik kemudian sudah masuk arsip.
    <b>Bertanya:</b> <i>siapa yang ditemui Haniyeh?</i> · <i>apa kata Kanani soal resolusi?</i> · <i>berapa orang mengungsi?</i>

    Saya hanya menunjukkan apa yang tertulis di artikel, lengkap dengan kalimat, media, dan tanggalnya. Yang tidak ada di arsip tidak saya katakan.
start-group =
    Saya menjawab dari arsip redaksi, kata demi kata.

    <b>Bertanya:</b> /ask siapa yang ditemui Haniyeh? — atau sebut @{ $bot }, atau balas pesan saya.
    <b>Menambah artikel:</b> balas pesannya dengan /add.

    Selain itu saya diam.
help =
    <b>Bertanya</b> dengan kata-kata sendiri, dalam bahasa Indonesia atau Inggris. Di grup: /ask, sebut nama saya, atau balas pesan saya.
    <b>Menambah</b> artikel: teruskan ke sini atau tempelkan teksnya. Di grup: balas pesannya dengan /add.
    /article <i>ID</i> — tampilkan artikel
    /delete <i>ID</i> — hapus artikel (editor)
    /members — siapa yang boleh bertanya; /admit, /remove (pemilik)
    /language — Indonesia atau Inggris

# siapa boleh apa
not-member = Arsip ini milik sebuah redaksi, dan Anda belum menjadi anggotanya. Salah satu pemiliknya dapat menerima Anda: <code>/admit { $user }</code>
group-not-admitted = Grup ini belum terdaftar di redaksi. Pemilik dapat mendaftarkannya dengan /admit di sini.
needs-reader = Hanya anggota yang boleh melakukan itu.
needs-editor = Hanya editor yang boleh melakukan itu. Pemilik dapat menjadikan Anda editor dengan /admit.
needs-owner = Hanya pemilik yang boleh melakukan itu.
members = <b>Anggota</b>
    { $list }
role-owner = pemilik
role-editor = editor
role-reader = pembaca
admitted = { $role ->
    [owner] { $name } diterima sebagai pemilik.
    [reader] { $name } diterima dan boleh bertanya.
   *[editor] { $name } diterima, boleh bertanya dan menambah artikel.
  }
admitted-group = { $role ->
    [reader] Semua orang di grup ini sekarang boleh bertanya. Anggota juga boleh menambah artikel di sini.
   *[other] Semua orang di grup ini sekarang boleh bertanya dan menambah artikel.
  }
removed = { $name } sudah dikeluarkan.
removed-group = Grup ini tidak boleh bertanya lagi.
not-a-member = { $name } bukan anggota.
admit-whom = Balas pesan orangnya dengan perintah ini, atau tulis id Telegram-nya: <code>/admit 12345678</code>. Di grup, /admit saja mendaftarkan grup itu.

# pertanyaan
empty-question = Apa yang ingin Anda ketahui? Misalnya: /ask siapa yang ditemui Haniyeh?
question-too-long = Itu terlalu panjang untuk sebuah pertanyaan; satu kalimat cukup. Kalau itu artikel, tambahkan dengan /add.
too-fast = Pertanyaan Anda terlalu cepat untuk saya. Mohon beri saya satu menit.
not-on-record = <b>Tidak ada di arsip.</b> Arsip tidak menyebutkannya.
closest = <i>Yang paling dekat di arsip:</i>
link = tautan
planned = rencana, belum terjadi
denied = dibantah
alleged = dugaan, belum dipastikan
negated = disebut tidak demikian
yes = Ya
no = Tidak
button-context = Konteks
button-less = Ringkas
button-article = Artikel
button-more = { $count } lagi ›
button-back = ‹ Kembali
button-wrong = Tidak tepat
noted = Dicatat, terima kasih. Catatan ini dipakai untuk mengukur dan memperbaiki jawaban.
not-yours = Tombol ini milik yang bertanya. Tanyakan sendiri dengan /ask.
stale = Tombol itu sudah tidak berlaku. Silakan tanyakan lagi.

# artikel
empty-add = Balas pesan yang berisi artikel dengan /add, atau tulis teksnya setelah /add.
unreadable-article = Tidak dapat saya tambahkan: { $reason }.
added = <b>{ $title }</b>
    { $source }
    { $quotes ->
        [0] tanpa kutipan
       *[other] { $quotes } kutipan
    } · { $facts ->
        [0] tanpa fakta
       *[other] { $facts } fakta
    }{ $people ->
        [none] {""}
       *[other] {" "}· { $people }
    }
added-known = Sudah ada di arsip: <b>{ $title }</b>
    { $source }
first-message = pesan asalnya
changed = Diperbarui: <b>{ $title }</b>
    { $more ->
        [0] tanpa kalimat baru
       *[other] { $more } kalimat baru
    }, { $fewer ->
        [0] tidak ada yang hilang
       *[other] { $fewer } hilang
    } · { $quotes } kutipan (semula { $before })
button-quotes = Kutipan
button-facts = Fakta
button-delete = Hapus
button-really = Ya, hapus
button-keep = Jangan
no-quotes = Tidak ada kutipan dalam artikel ini.
no-facts = Tidak ada fakta dalam artikel ini.
no-article = Tidak ada artikel <code>{ $id }</code> di arsip.
which-article = Artikel yang mana? Misalnya: /article 3f2a9c
delete-really = Hapus <b>{ $title }</b> beserta semua kutipan dan faktanya?
deleted = Dihapus: <b>{ $title }</b>

# lainnya
language-choose = Saya sebaiknya memakai bahasa apa?
language-set = Mulai sekarang saya memakai bahasa Indonesia.
sorry = Maaf, ada yang rusak di pihak saya; sudah saya catat sebagai <code>{ $reference }</code>. Tidak ada yang hilang: silakan coba sekali lagi.

command-ask = Tanya arsip
command-add = Tambah artikel
command-article = Tampilkan artikel
command-delete = Hapus artikel
command-members = Siapa yang boleh bertanya
command-help = Apa yang bisa saya lakukan
command-language = Indonesia atau Inggris
