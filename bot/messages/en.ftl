# What the bot says in English.

start =
    <b>newsqa</b> gives you your newsroom's own archive back, word for word.

    { $role ->
        [reader] { start-ask }
       *[other] <b>Add:</b> forward me an article or paste its text. It is in the archive seconds later.
        { start-ask }
    }

    I only ever show what an article says, with the sentence, the outlet and the date. What the archive does not say, I do not say.
start-ask = <b>Ask:</b> <i>who did Haniyeh meet?</i> · <i>what did Kanani say about the resolution?</i> · <i>how many people were displaced?</i>
start-group =
    I answer from the newsroom's archive, word for word.

    <b>Ask:</b> /ask who did Haniyeh meet? — or mention @{ $bot }, or reply to one of my messages.
    <b>Add an article:</b> reply to it with /add.

    Otherwise I keep silent.
help =
    <b>Ask</b> in your own words, in Indonesian or English. In a group: /ask, mention me, or reply to me.
    <b>Add</b> an article: forward it here, paste its text, or send a link or file (.txt .md .html .pdf .docx; many at once: .jsonl .zip). In a group: reply to it with /add.
    /quotes <i>name</i> about <i>topic</i>, /who <i>name</i>, /timeline <i>name</i> — look somebody up
    /latest, /sources, /stats — what the archive holds
    /export csv — what was shown last, as a file
    In any chat: @{ $bot } <i>name</i> — insert a quote with its source
    /article <i>ID</i> — show an article
    /fix <i>ID</i> — correct it (editors)
    /delete <i>ID</i> — remove an article (editors)
    /watch <i>name</i> — be told what is new of someone; /watches, /digest 06:30
    /embargo — keep an article back until a time (editors)
    /desk — which archive this chat belongs to
    /members — who may ask; /invite, /admit, /remove (owners)
    /feed — follow RSS and Atom feeds (owners)
    /language — English or Indonesian

# who may do what
not-member = This archive belongs to a newsroom, and you are not among its members yet. One of its owners can let you in, by a link (/invite) or with <code>/admit { $user }</code>
group-not-admitted = This group is not among the newsroom's yet. An owner can let it in by saying /admit here.
needs-reader = Only members may do that.
needs-editor = Only editors may do that. An owner can make you one with /admit.
needs-owner = Only owners may do that.
members = <b>Members</b>
role-owner = owner
role-editor = editor
role-reader = reader
admitted = { $role ->
    [owner] { $name } is in, as an owner.
    [reader] { $name } is in and may ask.
   *[editor] { $name } is in and may ask and add articles.
  }
admitted-group = { $role ->
    [reader] Everyone in this group may ask now. Members may also add articles here.
   *[other] Everyone in this group may ask and add articles now.
  }
removed = { $name } is out.
removed-group = This group may no longer ask.
not-a-member = { $name } is not a member.
admit-whom = Reply with this to a message of the person, or give their Telegram user id: <code>/admit 12345678</code>. In a group, /admit alone lets the group in.

# questions
empty-question = What would you like to know? For example: /ask who did Haniyeh meet?
said-greeting =
    Hello! Ask me what is in the archive.

    { start-ask }
said-abilities =
    I find what your newsroom's articles say, word for word; what they do not say, I do not say.

    { start-ask }
    <b>Newest articles:</b> /latest · <b>All commands:</b> /help
question-too-long = That is too long for a question; a sentence is enough. If it is an article, add it with /add.
too-fast = You ask faster than I can keep up with. Please give me a minute.
add-first = <i>The archive is empty so far: forward me an article, or reply to one with /add.</i>
add-instead = <i>If that is an article: reply to it with /add.</i>
not-on-record = <b>Not on record.</b> The archive does not say.
not-told = <b>Not on record.</b> What was shown does not say so:
understood = <i>↳ { $question }</i>
no-others = <b>Nothing more on record.</b> The archive names no others.
closest = <i>The closest that it does say:</i>
link = link
planned = planned, not yet happened
denied = denied
denial = a denial
alleged = alleged, not confirmed
negated = it is said not to happen
yes = Yes
no = No
button-context = Context
button-less = Less
button-article = Article
button-more = { $count } more ›
button-back = ‹ Back
button-wrong = Not right
noted = Noted, thank you. It will be used to measure and improve the answers.
not-yours = These buttons belong to who asked. Ask it yourself with /ask.
stale = That button is no longer good. Please ask again.

button-voices = Who else said …
no-voices = The archive quotes nobody else on this.
word-about = about, on, regarding
whose-quotes = Whose quotes? For example: /quotes Kanani about the resolution
whose-timeline = Whose timeline? For example: /timeline Haniyeh
who-is-whom = Who? For example: /who Kanani
nothing-of-them = <b>Not on record.</b> The archive has nothing of that.
nothing-shown = There is nothing to export yet: ask something, or reply with /export to an answer.
export-forms = I export <code>csv</code> or <code>jsonl</code>. For example: /export csv
exported = { $count ->
    [one] 1 answer
   *[other] { $count } answers on all pages
  }: <i>{ $question }</i>
exported-rows = { $count ->
    [one] 1 row
   *[other] { $count } rows
  }: <i>{ $question }</i>
who-aliases = also { $names }
who-role = { $role } · { $count ->
    [one] 1 article
   *[other] { $count } articles
  }
who-counts = { $articles ->
    [one] 1 article
   *[other] { $articles } articles
  } · { $quotes ->
    [0] no quotations
    [one] 1 quotation
   *[other] { $quotes } quotations
  }
who-latest = <i>The latest:</i>
sources = <b>Sources</b>
sources-more = … and { $count } more
no-sources = The archive is empty.
no-outlet = <i>without an outlet</i>
articles-count = { $count ->
    [one] 1 article
   *[other] { $count } articles
  }
stats = <b>The archive</b>
    { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    } · { $outlets ->
        [one] 1 outlet
       *[other] { $outlets } outlets
    }
    { $sentences ->
        [one] 1 sentence
       *[other] { $sentences } sentences
    } · { $names ->
        [one] 1 name
       *[other] { $names } names
    }
stats-days = published { $days }
inline-not-member = This archive is its members' – ask to be let in
inline-too-fast = A little slower, please
inline-nothing = Not on record – ask me here

# articles
empty-add = Reply with /add to the message that holds the article, or write the text after /add.
    .advice = If you did reply to one: Telegram does not show me other people's messages in a group of this kind. Make me an administrator here, or forward the message to me in private.
unreadable-article = I could not add that: { $reason }
refused-empty = there is no text in it.
refused-long = it is too long for an article ({ $most } characters at most). Please send it in parts.
refused-binary = it is no text, or not in UTF-8. Please save it as text and send it again.
refused-broken = the file is broken. Please send it again, or paste the text.
refused-locked = the file is locked with a password. Please send it without one.
refused-pictures = the pages are pictures, and I read text only. Please send the text.
refused-format = I do not read { $ending } files. I read .txt .md .html .pdf .docx, and many at once as .jsonl .zip.
refused-several = there are { $count } articles in it, and I cannot tell which you mean. Please send the link of one.
refused-slow = the file takes too long to read.
    .advice = Please paste the text.
refused-heavy = the file is too large once it is unpacked. Please send it in parts.
refused-field = <code>{ $name }</code> is not as it should be.
refused-json = it is not a line of JSON.
refused-files = there are { $count } files in it; I read { $most } at most. Please send it in parts.
refused-nested = a zip file within a zip file is not read.
refused-large = the file is too large: Telegram lets me read files up to { $most } MB. Please send it in parts, or as text.
refused-withheld = Telegram does not give me the file now. Please send it again.
refused-link = that is no link.
refused-scheme = I read http and https links only.
refused-login = I read no links with a user name or password in them.
refused-redirects = the link leads from page to page without end.
refused-status = the page { $status ->
    [401] wants a login.
    [403] does not let me in.
    [404] is not there (404).
    [410] is gone (410).
    [429] asks me to come later.
   *[other] answers with an error ({ $status }).
  }
    .advice = Please paste the text.
refused-silent = the page does not answer.
    .advice = Please try again later, or paste the text.
refused-page = the page is too large ({ $most } MB at most).
    .advice = Please paste the text.
refused-host = there is no site { $host }. Is the link right?
refused-private = { $host } is not on the public internet, and I read nothing else.
refused-page-missing = a further page of the article cannot be read now.
    .advice = Please try again later, or paste the text.
refused-feed = that is no RSS or Atom feed.
refused-no-entries = there is nothing in that feed.
refused-no-article = there is no article on that page.
    .advice = Please paste the text.
nothing-to-read = I read text, and there is none in that. Send the article as text, a link, or a file (.txt .md .html .pdf .docx).
known-differs = <i>The text differs from that in the archive, which stays as it is. To replace it, delete it and add this one.</i>
changed-kept-back = Updated, under embargo: <code>{ $id }</code>
known-kept-back = Already in the archive, under embargo: <code>{ $id }</code>
added = <b>{ $title }</b>
    { $source }
    { $quotes ->
        [0] no quotations
        [one] 1 quotation
       *[other] { $quotes } quotations
    } · { $facts ->
        [0] no facts
        [one] 1 fact
       *[other] { $facts } facts
    }{ $people ->
        [none] {""}
       *[other] {" "}· { $people }
    }
by-author = from { $name }
day-by-text = { $day } <i>by its text</i>
added-known = Already in the archive: <b>{ $title }</b>
    { $source }
first-message = the message it came in
change-counts =
    { $more ->
        [0] no new sentence
        [one] 1 new sentence
       *[other] { $more } new sentences
    }, { $fewer ->
        [0] none removed
       *[other] { $fewer } removed
    } · { $quotes ->
        [0] no quotations
        [one] 1 quotation
       *[other] { $quotes } quotations
    }{ $before ->
        [same] {""}
       *[other] {" "}(was { $before })
    }
changed = Updated: <b>{ $title }</b>
    { change-counts }
edited = ✎ <i>Updated { $at }:</i> { change-counts }
edited-mark = ✎ <i>Updated { $at }: { $title }</i>
button-quotes = Quotes
button-facts = Facts
button-fix = Fix
button-delete = Delete
button-really = Yes, delete
button-keep = Keep
no-quotes = There are no quotations in this article.
no-facts = There are no facts in this article.
no-article = There is no article <code>{ $id }</code> in the archive.
which-article = Which article? For example: /article 3f2a9c
delete-really = Delete <b>{ $title }</b> and all its quotes and facts? This cannot be undone.
deleted = Deleted: <b>{ $title }</b>

# files of many articles
import-reading = { $name }: reading …
import-progress = { $name }: { $done } of { $count }{ $left ->
    [0] .
   *[other] {" "}…
  }
import-done = <b>{ $name }</b>: { $added ->
    [one] 1 article added
   *[other] { $added } articles added
  }{ $renewed ->
    [0] {""}
   *[other] , { $renewed } updated
  }{ $known ->
    [0] {""}
   *[other] , { $known } known already
  }{ $bad ->
    [0] .
   *[other] , { $bad } could not be read:
  }
import-bad = <code>{ $where }</code>: { $reason }
import-fatal = I stopped at it again and again, so I left it out
import-more = … and { $count } more

# corrections
fix-how = Reply to an article with /fix, or name it: /fix 3f2a9c. Or say at once what is right:
    /fix <i>ID</i> title <i>the right title</i>
    /fix <i>ID</i> outlet <i>name</i> · date <i>2026-11-27</i> · speaker <i>name</i> · same <i>one name</i> = <i>full name</i> · undo · log
fix-what = What should be different?
button-fix-title = Title
button-fix-outlet = Outlet
button-fix-published = Date
button-fix-speaker = Who said it
button-fix-merge = Same person
button-fix-wrong = Not a quote or fact
button-fix-log = History ({ $count })
button-fix-menu = ‹ Fix
button-someone = Someone else…
button-undo = Undo
fix-which-speaker = Which quotation has the wrong speaker?
fix-which-wrong = What is no quotation or fact?
fix-nothing-there = There is nothing to choose from in this article.
fix-who = Who said this?
fix-merge-first = Which name is another form of someone’s name?
fix-merge-then = Who is { $name }?
fix-ask-title = What is the right title of <b>{ $title }</b>? Reply to this message.
fix-ask-outlet = Which outlet is <b>{ $title }</b> from? Reply to this message.
fix-ask-published = When was <b>{ $title }</b> published? Reply to this message, with 2026-11-27 or yesterday 14:30.
fix-ask-someone = Who said it? Reply to this message with the name.
fixed-title = Title
fixed-outlet = Outlet
fixed-published = Date
fixed-speaker = Speaker
fixed-merge = Same person
fixed-quote = No quotation
fixed-fact = No fact
fix-holds = Answers go by this from now on.
fix-taken-back = Taken back:
fix-undone = taken back
fix-nothing = There is nothing to change: it says so already, or it is not in this article.
fix-no-date = I cannot read a past day in that. For example: 2026-11-27, 27 November 2026 or yesterday 14:30.
fix-no-log = Nothing was corrected in this article.
word-title = title, headline
word-outlet = outlet, source
word-published = date, published
word-speaker = speaker, who
word-merge = same, merge
word-undo = undo
word-log = log, history

# desks and invitations
word-newsroom = newsroom
desk-here = This chat belongs to the desk <b>{ $desk }</b>.
desk-reads = It also reads: { $desks }.
desk-yours = Your desks: { $desks }.
desk-how =
    /desk new <i>name</i> — make a desk, an archive of its own
    /desk use <i>name</i> — give this chat to a desk
    /desk share <i>name</i> — let another desk read this one’s articles; /desk unshare <i>name</i> ends it
desk-made = The desk <b>{ $desk }</b> is made, and you own it. Say /desk use { $desk } in the chats that are to belong to it.
desk-taken = There is a desk of that name already. Please choose another.
desk-not-yours = You have no desk <b>{ $desk }</b> to which you could give this chat.
desk-used = This chat belongs to the desk <b>{ $desk }</b> now: I answer from its articles only, and what is added here is added there.
desk-used-there = That chat belongs to the desk <b>{ $desk }</b> now.
desk-unknown = There is no such desk: <b>{ $desk }</b>.
desk-shared = The desk <b>{ $reader }</b> may read the articles of <b>{ $desk }</b> now.
desk-unshared = The desk <b>{ $reader }</b> may no longer read the articles of <b>{ $desk }</b>.
word-new = new, make, create
word-use = use, move
word-share = share
word-unshare = unshare
word-owner = owner
word-editor = editor
word-reader = reader
feed-how =
    /feed add <i>link</i> — follow an RSS or Atom feed: what it links to comes into this desk’s archive
    /feed list — the feeds that are followed
    /feed remove <i>number or link</i> — follow one no more
feed-followed = Following <b>{ $feed }</b> ({ $count ->
        [one] 1 entry
       *[other] { $count } entries
    }). New articles come in by themselves.
feed-refused = I cannot follow that: { $reason }
feed-removed = No longer following <b>{ $feed }</b>. Its articles stay.
feed-unknown = That feed is not followed. /feed list shows those that are.
feed-list = <b>Feeds</b>
    { $list }
feed-error = could not be read: { $reason }
word-follow = add, follow
word-followed = list
word-unfollow = remove, delete, unfollow
word-lift = lift, off, end, cancel
invite-privately = Please ask me for an invitation in our private chat: whoever opens it first is in.
invited = Send this link to one person. Whoever opens it first becomes { $role ->
    [owner] an owner
    [reader] a reader
   *[editor] an editor
  } of the desk <b>{ $desk }</b>. It is good until { $until }:
    { $link }
button-revoke = Take it back
invitation-revoked = That invitation is no longer good.
invitation-was-used = That invitation was used already, or is no longer good. /remove puts a member out.
invitation-spent = That invitation was used already or is no longer good. Please ask for a new one.
welcome = Welcome, { $name }. { $role ->
    [owner] You own this archive now: /invite lets others in.
    [reader] You may ask now.
   *[editor] You may ask and add articles now.
  }

# embargo
embargoed = Under embargo until { $until }: { $article }
    Until then only this desk’s editors see it; alerts go out when it ends. /embargo lists what is kept back.
embargo-found = The text says that it is under embargo until { $until }, so I keep it back until then. /embargo lists and lifts.
embargo-mark = ⚠️ <i>Under embargo until { $until }: { $title }</i>
embargo-lifted = No longer under embargo: { $article }
embargo-none = That is under no embargo: { $article }
embargo-nothing = Nothing is under embargo.
embargo-list = <b>Under embargo</b>
    { $list }
embargo-how = Which article, and until when? For example: /embargo 3f2a9c until 2026-12-01 06:00 WIB — or reply to the article with /embargo until tomorrow 6 am.
embargo-when = Until when? For example: until 2026-12-01 06:00 WIB, or until Monday 06:00. /embargo <i>ID</i> lift ends it.
embargo-past = { $until } has passed already.
embargo-privately = In our private chat I can tell you what is under embargo.
button-lift = Lift { $number }

# staying informed
watch-how = Whom or what shall I watch for? For example: /watch Haniyeh — or a phrase: /watch "ceasefire"
watch-begun = I will tell this chat { $at ->
    [none] as soon as
   *[other] in the digest at { $at } when
  } a new article { $kind ->
    [phrase] has a quotation or fact with “{ $name }”.
   *[name] has a quotation of <b>{ $name }</b> or a fact about them.
  }
watch-known = This chat watches for <b>{ $name }</b> already.
watch-too-many = This chat watches for { $most } things already. /watches removes some.
watch-list = <b>Watched for in this chat</b>
    { $list }

    { $at ->
        [none] Told at once. /digest 06:30 tells once a day instead.
       *[other] Told once a day, at { $at } { $zone }. /digest off tells at once.
    }
watch-paused = paused
watch-now-paused = Paused. /watches lets it go on.
button-pause = Pause
button-pause-watch = Pause { $number }
button-resume-watch = Resume { $number }
button-remove-watch = Remove { $number }
news-head = New: <b>{ $name }</b>
news-corrected = Corrected: <b>{ $name }</b>
news-gone = no longer in the article
news-more = … and { $count } more
digest-head = <b>Digest</b> · { $hour }
digest-set = News comes once a day, at { $at } { $zone }, and not at all when there is none. /digest off tells at once.
digest-how = News comes at once. For once a day instead, name an hour: /digest 06:30, or /digest 06:30 WITA.
digest-off = From now on news comes at once.

# the rest
language-choose = Which language should I speak?
language-set = I speak English with you from now on.
sorry = Sorry, something broke on my side; I have written it down as <code>{ $reference }</code>. Nothing was lost: please try once more.

command-ask = Ask the archive
command-quotes = Quotes of somebody, on a topic
command-who = Who somebody is by the archive
command-timeline = What somebody said and did, by day
command-latest = The newest articles
command-sources = Outlets in the archive
command-stats = How much the archive holds
command-export = What was shown, as a file
command-add = Add an article
command-article = Show an article
command-fix = Correct an article
command-delete = Delete an article
command-members = Who may ask
command-feed = Follow RSS and Atom feeds
command-invite = Let someone in by a link
command-watch = Be told of someone or something
command-watches = What this chat watches for
command-digest = News once a day, or at once
command-desk = Which archive this chat belongs to
command-embargo = Keep an article back until a time
command-help = What I can do
command-language = English or Indonesian
