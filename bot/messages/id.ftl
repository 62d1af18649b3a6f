# Yang dikatakan bot dalam bahasa Indonesia.

start =
    <b>newsqa</b> mengembalikan arsip redaksi Anda, kata demi kata.

    { $role ->
        [reader] { start-ask }
       *[other] <b>Menambah:</b> teruskan artikel ke sini atau tempelkan teksnya. Beberapa detik kemudian sudah masuk arsip.
        { start-ask }
    }

    Saya hanya menunjukkan apa yang tertulis di artikel, lengkap dengan kalimat, media, dan tanggalnya. Yang tidak ada di arsip tidak saya katakan.
start-ask = <b>Bertanya:</b> <i>siapa yang ditemui Haniyeh?</i> · <i>apa kata Kanani soal resolusi?</i> · <i>berapa orang mengungsi?</i>
start-group =
    Saya menjawab dari arsip redaksi, kata demi kata.

    <b>Bertanya:</b> /ask siapa yang ditemui Haniyeh? — atau sebut @{ $bot }, atau balas pesan saya.
    <b>Menambah artikel:</b> balas pesannya dengan /add.

    Selain itu saya diam.
help =
    <b>Bertanya</b> dengan kata-kata sendiri, dalam bahasa Indonesia atau Inggris. Di grup: /ask, sebut nama saya, atau balas pesan saya.
    <b>Menambah</b> artikel: teruskan ke sini, tempelkan teksnya, atau kirim tautan atau berkas (.txt .md .html .pdf .docx; banyak sekaligus: .jsonl .zip). Di grup: balas pesannya dengan /add.
    /quotes <i>nama</i> soal <i>hal</i>, /who <i>nama</i>, /timeline <i>nama</i> — cari seseorang
    /latest, /sources, /stats — isi arsip
    /export csv — yang terakhir ditampilkan, sebagai berkas
    Di obrolan mana pun: @{ $bot } <i>nama</i> — sisipkan kutipan dengan sumbernya
    /article <i>ID</i> — tampilkan artikel
    /fix <i>ID</i> — perbaiki artikel (editor)
    /delete <i>ID</i> — hapus artikel (editor)
    /watch <i>nama</i> — dapatkan kabar baru tentang seseorang; /watches, /digest 06.30
    /embargo — tahan artikel sampai waktu tertentu (editor)
    /desk — obrolan ini milik arsip yang mana
    /members — siapa yang boleh bertanya; /invite, /admit, /remove (pemilik)
    /feed — ikuti umpan RSS dan Atom (pemilik)
    /language — Indonesia atau Inggris

# siapa boleh apa
not-member = Arsip ini milik sebuah redaksi, dan Anda belum menjadi anggotanya. Salah satu pemiliknya dapat menerima Anda, dengan tautan (/invite) atau <code>/admit { $user }</code>
group-not-admitted = Grup ini belum terdaftar di redaksi. Pemilik dapat mendaftarkannya dengan /admit di sini.
needs-reader = Hanya anggota yang boleh melakukan itu.
needs-editor = Hanya editor yang boleh melakukan itu. Pemilik dapat menjadikan Anda editor dengan /admit.
needs-owner = Hanya pemilik yang boleh melakukan itu.
members = <b>Anggota</b>
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
said-greeting =
    Halo! Tanyakan apa saja yang ada di arsip.

    { start-ask }
said-abilities =
    Saya mencari apa yang tertulis di artikel redaksi Anda, kata demi kata; yang tidak tertulis tidak saya katakan.

    { start-ask }
    <b>Artikel terbaru:</b> /latest · <b>Semua perintah:</b> /help
question-too-long = Itu terlalu panjang untuk sebuah pertanyaan; satu kalimat cukup. Kalau itu artikel, tambahkan dengan /add.
too-fast = Pertanyaan Anda terlalu cepat untuk saya. Mohon beri saya satu menit.
add-first = <i>Arsip masih kosong: teruskan artikel ke sini, atau balas artikelnya dengan /add.</i>
add-instead = <i>Kalau itu artikel: balas pesannya dengan /add.</i>
not-on-record = <b>Tidak ada di arsip.</b> Arsip tidak menyebutkannya.
not-told = <b>Tidak ada di arsip.</b> Yang tadi ditampilkan tidak menyebutkannya:
understood = <i>↳ { $question }</i>
no-others = <b>Tidak ada lagi di arsip.</b> Arsip tidak menyebut yang lain.
closest = <i>Yang paling dekat:</i>
link = tautan
planned = rencana, belum terjadi
denied = dibantah
denial = bantahan
alleged = dugaan, belum dipastikan
negated = disebut tidak terjadi
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

button-voices = Siapa lagi bilang …
no-voices = Arsip tidak mengutip orang lain soal ini.
word-about = soal, tentang, mengenai, terkait
whose-quotes = Kutipan siapa? Misalnya: /quotes Kanani soal resolusi
whose-timeline = Lini masa siapa? Misalnya: /timeline Haniyeh
who-is-whom = Siapa? Misalnya: /who Kanani
nothing-of-them = <b>Tidak ada di arsip.</b> Arsip tidak memuat apa pun tentang itu.
nothing-shown = Belum ada yang bisa diekspor: tanyakan sesuatu, atau balas sebuah jawaban dengan /export.
export-forms = Saya mengekspor <code>csv</code> atau <code>jsonl</code>. Misalnya: /export csv
exported = { $count } jawaban dari semua halaman: <i>{ $question }</i>
exported-rows = { $count } baris: <i>{ $question }</i>
who-aliases = juga { $names }
who-role = { $role } · { $count } artikel
who-counts = { $articles } artikel · { $quotes ->
    [0] tanpa kutipan
   *[other] { $quotes } kutipan
  }
who-latest = <i>Yang terbaru:</i>
sources = <b>Sumber</b>
sources-more = … dan { $count } lagi
no-sources = Arsip masih kosong.
no-outlet = <i>tanpa nama media</i>
articles-count = { $count } artikel
stats = <b>Isi arsip</b>
    { $articles } artikel · { $outlets } media
    { $sentences } kalimat · { $names } nama
stats-days = terbit { $days }
inline-not-member = Arsip ini untuk anggotanya – minta izin masuk
inline-too-fast = Mohon pelan-pelan
inline-nothing = Tidak ada di arsip – tanya saya di sini

# artikel
empty-add = Balas pesan yang berisi artikel dengan /add, atau tulis teksnya setelah /add.
    .advice = Bila tadi memang dibalas: dalam grup jenis ini Telegram tidak menunjukkan pesan orang lain kepada saya. Jadikan saya admin di sini, atau teruskan pesannya kepada saya secara pribadi.
unreadable-article = Tidak dapat saya tambahkan: { $reason }
refused-empty = tidak ada teks di dalamnya.
refused-long = terlalu panjang untuk sebuah artikel (paling banyak { $most } karakter). Kirim dalam beberapa bagian.
refused-binary = isinya bukan teks, atau bukan UTF-8. Simpan sebagai teks, lalu kirim lagi.
refused-broken = berkasnya rusak. Kirim sekali lagi, atau tempelkan teksnya.
refused-locked = berkasnya dikunci kata sandi. Kirim yang tidak terkunci.
refused-pictures = halamannya berupa gambar, sedangkan saya hanya membaca teks. Kirim teksnya.
refused-format = berkas { $ending } tidak dapat saya baca. Yang saya baca: .txt .md .html .pdf .docx, dan banyak sekaligus sebagai .jsonl .zip.
refused-several = ada { $count } artikel di dalamnya, dan saya tidak tahu yang mana. Kirim tautan salah satunya.
refused-slow = berkasnya terlalu lama dibaca.
    .advice = Tempelkan saja teksnya.
refused-heavy = berkasnya terlalu besar setelah dibuka. Kirim dalam beberapa bagian.
refused-field = <code>{ $name }</code> tidak seperti seharusnya.
refused-json = bukan baris JSON.
refused-files = ada { $count } berkas di dalamnya; saya membaca paling banyak { $most }. Kirim dalam beberapa bagian.
refused-nested = berkas zip di dalam berkas zip tidak saya baca.
refused-large = berkasnya terlalu besar: Telegram hanya mengizinkan saya membaca berkas sampai { $most } MB. Kirim dalam beberapa bagian, atau sebagai teks.
refused-withheld = Telegram belum memberikan berkas itu. Kirim sekali lagi.
refused-link = itu bukan tautan.
refused-scheme = saya hanya membaca tautan http dan https.
refused-login = saya tidak membaca tautan yang memuat nama pengguna atau kata sandi.
refused-redirects = tautannya berpindah dari halaman ke halaman tanpa akhir.
refused-status = halamannya { $status ->
    [401] meminta masuk akun.
    [403] menolak saya.
    [404] tidak ada (404).
    [410] sudah dihapus (410).
    [429] meminta saya datang lagi nanti.
   *[other] menjawab dengan galat ({ $status }).
  }
    .advice = Tempelkan saja teksnya.
refused-silent = halamannya tidak menjawab.
    .advice = Coba lagi nanti, atau tempelkan teksnya.
refused-page = halamannya terlalu besar (paling banyak { $most } MB).
    .advice = Tempelkan saja teksnya.
refused-host = situs { $host } tidak ada. Benarkah tautannya?
refused-private = { $host } tidak ada di internet publik, dan hanya itu yang saya baca.
refused-page-missing = halaman lanjutan artikelnya tidak dapat dibaca sekarang.
    .advice = Coba lagi nanti, atau tempelkan teksnya.
refused-feed = itu bukan umpan RSS atau Atom.
refused-no-entries = umpan itu tidak berisi apa-apa.
refused-no-article = tidak ada artikel di halaman itu.
    .advice = Tempelkan saja teksnya.
nothing-to-read = Saya membaca teks, dan di situ tidak ada. Kirim artikelnya sebagai teks, tautan, atau berkas (.txt .md .html .pdf .docx).
known-differs = <i>Teksnya berbeda dari yang di arsip; yang di arsip tetap. Untuk menggantinya, hapus dulu, lalu tambahkan yang ini.</i>
changed-kept-back = Diperbarui, sedang diembargo: <code>{ $id }</code>
known-kept-back = Sudah ada di arsip, sedang diembargo: <code>{ $id }</code>
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
by-author = dari { $name }
day-by-text = { $day } <i>menurut teksnya</i>
added-known = Sudah ada di arsip: <b>{ $title }</b>
    { $source }
first-message = pesan asalnya
change-counts =
    { $more ->
        [0] tanpa kalimat baru
       *[other] { $more } kalimat baru
    }, { $fewer ->
        [0] tidak ada yang hilang
       *[other] { $fewer } hilang
    } · { $quotes ->
        [0] tanpa kutipan
       *[other] { $quotes } kutipan
    }{ $before ->
        [same] {""}
       *[other] {" "}(semula { $before })
    }
changed = Diperbarui: <b>{ $title }</b>
    { change-counts }
edited = ✎ <i>Diperbarui { $at }:</i> { change-counts }
edited-mark = ✎ <i>Diperbarui { $at }: { $title }</i>
button-quotes = Kutipan
button-facts = Fakta
button-fix = Perbaiki
button-delete = Hapus
button-really = Ya, hapus
button-keep = Jangan
no-quotes = Tidak ada kutipan dalam artikel ini.
no-facts = Tidak ada fakta dalam artikel ini.
no-article = Tidak ada artikel <code>{ $id }</code> di arsip.
which-article = Artikel yang mana? Misalnya: /article 3f2a9c
delete-really = Hapus <b>{ $title }</b> beserta semua kutipan dan faktanya? Ini tidak dapat diurungkan.
deleted = Dihapus: <b>{ $title }</b>

# berkas berisi banyak artikel
import-reading = { $name }: sedang dibaca …
import-progress = { $name }: { $done } dari { $count }{ $left ->
    [0] .
   *[other] {" "}…
  }
import-done = <b>{ $name }</b>: { $added } artikel ditambahkan{ $renewed ->
    [0] {""}
   *[other] , { $renewed } diperbarui
  }{ $known ->
    [0] {""}
   *[other] , { $known } sudah ada
  }{ $bad ->
    [0] .
   *[other] , { $bad } tidak dapat dibaca:
  }
import-bad = <code>{ $where }</code>: { $reason }
import-fatal = saya berulang kali terhenti di sini, jadi saya lewati
import-more = … dan { $count } lagi

# koreksi
fix-how = Balas artikelnya dengan /fix, atau sebut id-nya: /fix 3f2a9c. Atau langsung tulis yang benar:
    /fix <i>ID</i> judul <i>judul yang benar</i>
    /fix <i>ID</i> media <i>nama</i> · tanggal <i>2026-11-27</i> · pembicara <i>nama</i> · sama <i>satu nama</i> = <i>nama lengkap</i> · batal · riwayat
fix-what = Apa yang perlu diperbaiki?
button-fix-title = Judul
button-fix-outlet = Media
button-fix-published = Tanggal
button-fix-speaker = Siapa yang berkata
button-fix-merge = Orang yang sama
button-fix-wrong = Bukan kutipan/fakta
button-fix-log = Riwayat ({ $count })
button-fix-menu = ‹ Perbaiki
button-someone = Orang lain…
button-undo = Urungkan
fix-which-speaker = Kutipan mana yang salah pembicaranya?
fix-which-wrong = Mana yang bukan kutipan atau fakta?
fix-nothing-there = Tidak ada yang bisa dipilih dalam artikel ini.
fix-who = Siapa yang mengatakan ini?
fix-merge-first = Nama mana yang merupakan bentuk lain dari nama seseorang?
fix-merge-then = Siapa { $name }?
fix-ask-title = Apa judul yang benar untuk <b>{ $title }</b>? Balas pesan ini.
fix-ask-outlet = Dari media mana <b>{ $title }</b>? Balas pesan ini.
fix-ask-published = Kapan <b>{ $title }</b> terbit? Balas pesan ini, misalnya 2026-11-27 atau kemarin 14.30.
fix-ask-someone = Siapa yang mengatakannya? Balas pesan ini dengan namanya.
fixed-title = Judul
fixed-outlet = Media
fixed-published = Tanggal
fixed-speaker = Pembicara
fixed-merge = Orang yang sama
fixed-quote = Bukan kutipan
fixed-fact = Bukan fakta
fix-holds = Mulai sekarang jawaban mengikuti koreksi ini.
fix-taken-back = Dibatalkan:
fix-undone = dibatalkan
fix-nothing = Tidak ada yang perlu diubah: sudah begitu, atau tidak ada dalam artikel ini.
fix-no-date = Tidak ada hari yang sudah lewat yang bisa saya baca di situ. Misalnya: 2026-11-27, 27 November 2026, atau kemarin 14.30.
fix-no-log = Belum ada koreksi untuk artikel ini.
word-title = judul
word-outlet = media, sumber
word-published = tanggal, terbit
word-speaker = pembicara, kata
word-merge = sama, gabung
word-undo = batal, urungkan
word-log = riwayat, log

# desk dan undangan
word-newsroom = redaksi
desk-here = Obrolan ini milik desk <b>{ $desk }</b>.
desk-reads = Juga membaca: { $desks }.
desk-yours = Desk Anda: { $desks }.
desk-how =
    /desk baru <i>nama</i> — buat desk, arsip tersendiri
    /desk pakai <i>nama</i> — jadikan obrolan ini milik sebuah desk
    /desk bagi <i>nama</i> — izinkan desk lain membaca artikel desk ini; /desk tutup <i>nama</i> mengakhirinya
desk-made = Desk <b>{ $desk }</b> sudah dibuat dan Anda pemiliknya. Kirim /desk pakai { $desk } di obrolan yang akan menjadi miliknya.
desk-taken = Sudah ada desk dengan nama itu. Silakan pilih nama lain.
desk-not-yours = Anda tidak punya desk <b>{ $desk }</b> untuk obrolan ini.
desk-used = Obrolan ini sekarang milik desk <b>{ $desk }</b>: saya hanya menjawab dari artikelnya, dan yang ditambahkan di sini masuk ke sana.
desk-used-there = Obrolan itu sekarang milik desk <b>{ $desk }</b>.
desk-unknown = Tidak ada desk itu: <b>{ $desk }</b>.
desk-shared = Desk <b>{ $reader }</b> sekarang boleh membaca artikel <b>{ $desk }</b>.
desk-unshared = Desk <b>{ $reader }</b> tidak lagi boleh membaca artikel <b>{ $desk }</b>.
word-new = baru, buat
word-use = pakai, pindah
word-share = bagi, bagikan
word-unshare = tutup
word-owner = pemilik
word-editor = editor, penyunting
word-reader = pembaca
feed-how =
    /feed tambah <i>tautan</i> — ikuti umpan RSS atau Atom: artikel yang ditautkannya masuk ke arsip desk ini
    /feed daftar — umpan yang diikuti
    /feed hapus <i>nomor atau tautan</i> — berhenti mengikuti
feed-followed = Mengikuti <b>{ $feed }</b> ({ $count } entri). Artikel baru masuk dengan sendirinya.
feed-refused = Saya tidak dapat mengikutinya: { $reason }
feed-removed = Tidak lagi mengikuti <b>{ $feed }</b>. Artikelnya tetap ada.
feed-unknown = Umpan itu tidak diikuti. /feed daftar menunjukkan yang diikuti.
feed-list = <b>Umpan</b>
    { $list }
feed-error = tidak dapat dibaca: { $reason }
word-follow = tambah, ikuti
word-followed = daftar
word-unfollow = hapus, berhenti
word-lift = cabut, batal, selesai, akhiri
invite-privately = Mintalah undangan di obrolan pribadi kita: siapa yang pertama membukanya langsung masuk.
invited = Kirim tautan ini kepada satu orang. Tautan ini menjadikannya { $role ->
    [owner] pemilik
    [reader] pembaca
   *[editor] editor
  } desk <b>{ $desk }</b>, hanya sekali pakai, dan berlaku sampai { $until }:
    { $link }
button-revoke = Batalkan
invitation-revoked = Undangan itu tidak berlaku lagi.
invitation-was-used = Undangan itu sudah dipakai atau tidak berlaku lagi. /remove mengeluarkan anggota.
invitation-spent = Undangan itu sudah dipakai atau tidak berlaku lagi. Silakan minta yang baru.
welcome = Selamat datang, { $name }. { $role ->
    [owner] Arsip ini sekarang milik Anda: /invite mengundang yang lain.
    [reader] Anda sekarang boleh bertanya.
   *[editor] Anda sekarang boleh bertanya dan menambah artikel.
  }

# embargo
embargoed = Diembargo sampai { $until }: { $article }
    Sampai saat itu hanya editor desk ini yang melihatnya; pantauan diberi tahu setelah embargo berakhir. /embargo menampilkan yang masih ditahan.
embargo-found = Teksnya menyebut embargo sampai { $until }, jadi saya tahan sampai saat itu. /embargo menampilkan dan mencabutnya.
embargo-mark = ⚠️ <i>Diembargo sampai { $until }: { $title }</i>
embargo-lifted = Tidak lagi diembargo: { $article }
embargo-none = Artikel itu tidak diembargo: { $article }
embargo-nothing = Tidak ada yang diembargo.
embargo-list = <b>Diembargo</b>
    { $list }
embargo-how = Artikel yang mana, dan sampai kapan? Misalnya: /embargo 3f2a9c sampai 2026-12-01 06.00 WIB — atau balas artikelnya dengan /embargo sampai besok pukul 06.00.
embargo-when = Sampai kapan? Misalnya: sampai 2026-12-01 06.00 WIB, atau sampai Senin pukul 06.00. /embargo <i>ID</i> cabut mengakhirinya.
embargo-past = { $until } sudah lewat.
embargo-privately = Yang diembargo saya sebutkan di obrolan pribadi kita.
button-lift = Cabut { $number }

# tetap tahu
watch-how = Siapa atau apa yang saya pantau? Misalnya: /watch Haniyeh — atau frasa: /watch "gencatan senjata"
watch-begun = Saya akan memberi tahu obrolan ini { $at ->
    [none] begitu
   *[other] dalam ringkasan pukul { $at } bila
  } ada artikel baru dengan { $kind ->
    [phrase] kutipan atau fakta tentang “{ $name }”.
   *[name] kutipan atau fakta dari <b>{ $name }</b>.
  }
watch-known = <b>{ $name }</b> sudah dipantau di obrolan ini.
watch-too-many = Obrolan ini sudah memantau { $most } hal. Hapus sebagian lewat /watches.
watch-list = <b>Dipantau di obrolan ini</b>
    { $list }

    { $at ->
        [none] Diberitahukan saat itu juga. /digest 06.30 mengubahnya menjadi sekali sehari.
       *[other] Diberitahukan sekali sehari, pukul { $at } { $zone }. /digest selesai mengembalikannya ke saat itu juga.
    }
watch-paused = dijeda
watch-now-paused = Dijeda. Lanjutkan lewat /watches.
button-pause = Jeda
button-pause-watch = Jeda { $number }
button-resume-watch = Lanjutkan { $number }
button-remove-watch = Hapus { $number }
news-head = Baru: <b>{ $name }</b>
news-corrected = Dikoreksi: <b>{ $name }</b>
news-gone = tidak ada lagi dalam artikel
news-more = … dan { $count } lagi
digest-head = <b>Ringkasan</b> · { $hour }
digest-set = Kabar datang sekali sehari, pukul { $at } { $zone }, dan tidak datang bila tidak ada yang baru. /digest selesai mengembalikannya ke saat itu juga.
digest-how = Kabar datang saat itu juga. Untuk sekali sehari, sebutkan jamnya: /digest 06.30, atau /digest 06.30 WITA.
digest-off = Mulai sekarang kabar datang saat itu juga.

# lainnya
language-choose = Saya sebaiknya memakai bahasa apa?
language-set = Mulai sekarang saya memakai bahasa Indonesia.
sorry = Maaf, ada yang rusak di pihak saya; sudah saya catat sebagai <code>{ $reference }</code>. Tidak ada yang hilang: silakan coba sekali lagi.

command-ask = Tanya arsip
command-quotes = Kutipan seseorang, soal suatu hal
command-who = Siapa seseorang menurut arsip
command-timeline = Ucapan dan tindakan seseorang, menurut hari
command-latest = Artikel terbaru
command-sources = Media di arsip
command-stats = Isi arsip
command-export = Yang ditampilkan, sebagai berkas
command-add = Tambah artikel
command-article = Tampilkan artikel
command-fix = Perbaiki artikel
command-delete = Hapus artikel
command-members = Siapa yang boleh bertanya
command-feed = Ikuti umpan RSS dan Atom
command-invite = Undang seseorang dengan tautan
command-watch = Pantau seseorang atau sesuatu
command-watches = Yang dipantau di obrolan ini
command-digest = Kabar sekali sehari, atau saat itu juga
command-desk = Obrolan ini milik arsip yang mana
command-embargo = Tahan artikel sampai waktu tertentu
command-help = Apa yang bisa saya lakukan
command-language = Indonesia atau Inggris
