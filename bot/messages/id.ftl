# Yang dikatakan bot dalam bahasa Indonesia.

start =
    <b>newsqa</b> mengembalikan arsip redaksi Anda, kata demi kata.

    Teruskan sebuah artikel atau tempelkan teksnya, dan artikel itu masuk arsip. Lalu tanyakan: <i>siapa yang ditemui Haniyeh?</i> · <i>apa kata Kanani soal resolusi</i> · <i>berapa orang mengungsi?</i>

    Saya hanya menunjukkan apa yang tertulis di artikel, lengkap dengan kalimat, media, dan tanggalnya. Yang tidak ada di arsip tidak saya katakan.
start-group =
    Saya menjawab dari arsip redaksi, kata demi kata.

    <b>Bertanya:</b> /ask siapa yang ditemui Haniyeh?, sebut nama saya, atau balas pesan saya.
    <b>Menambah artikel:</b> balas pesannya dengan /add.
help =
    <b>Bertanya</b> dengan kata-kata sendiri, dalam bahasa Indonesia atau Inggris; di grup dengan /ask, dengan menyebut saya, atau membalas pesan saya.
    <b>Menambah</b> artikel: teruskan ke sini, tempelkan teksnya, atau di grup balas pesannya dengan /add.
    /article <i>ID</i> — tampilkan artikel
    /delete <i>ID</i> — hapus artikel (pemilik)
    /members — siapa yang boleh bertanya; /admit, /remove — mengubahnya (pemilik)
    /language — Indonesia atau Inggris
not-member = Arsip ini milik sebuah redaksi, dan Anda belum menjadi anggotanya. Pemiliknya dapat menerima Anda dengan /admit { $user }.
group-not-admitted = Grup ini belum terdaftar di redaksi. Pemilik dapat mendaftarkannya dengan /admit di sini.
owners-only = Hanya pemilik yang boleh melakukan itu.
empty-question = Apa yang ingin Anda ketahui? Misalnya: /ask siapa yang ditemui Haniyeh?
empty-add = Balas pesan yang berisi artikel dengan /add, atau tulis teksnya setelah /add.
unreadable = Tidak dapat saya terima: { $reason }.
not-on-record = <b>Tidak ada di arsip.</b> Arsip tidak menyebutkannya.
closest = Yang paling dekat di arsip:
more = … dan { $count } jawaban lagi.
link = tautan
planned = rencana
denied = dibantah
alleged = dugaan
negated = tidak
yes = Ya
no = Tidak
added = <b>{ $title }</b>
    { $about }
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
added-known = Artikel ini sudah ada di arsip: <b>{ $title }</b>
button-quotes = Kutipan
button-facts = Fakta
no-quotes = Tidak ada kutipan dalam artikel ini.
no-facts = Tidak ada fakta dalam artikel ini.
no-article = Tidak ada artikel { $id } di arsip.
which-article = Artikel yang mana? Misalnya: /article 3f2a9c
deleted = Dihapus: <b>{ $title }</b>
members = <b>Anggota</b>
    { $list }
no-members = Belum ada anggota selain pemilik.
owner = pemilik
admitted = { $name } sudah diterima.
admitted-group = Grup ini sekarang boleh bertanya.
removed = { $name } sudah dikeluarkan.
removed-group = Grup ini tidak boleh bertanya lagi.
not-a-member = { $name } bukan anggota.
admit-whom = Balas pesan orangnya dengan perintah ini, atau tulis id Telegram-nya: /admit 12345678. Di grup, /admit saja mendaftarkan grup itu.
language-choose = Saya sebaiknya memakai bahasa apa?
language-set = Mulai sekarang saya memakai bahasa Indonesia.
stale = Tombol itu sudah tidak berlaku. Silakan tanyakan lagi.
sorry = Maaf, ada yang rusak di pihak saya, dan sudah saya catat sebagai { $reference }. Tidak ada yang hilang: silakan coba sekali lagi.
