// Written by tests/bench/count-start.ts.

/** How many comments were counted. */
export const startComments = { spam: 720, ham: 1030 } as const

/** Words and pairs by their tally: in how many spams they stand, and in how many comments of readers. */
export const startCounts: Readonly<Record<string, string>> = {
  "0 10": `
    forty, of them, on that, past, times
  `,
  "0 11": `
    a year, it has, moved, than the, the second
  `,
  "0 12": `
    and then, bring, lane, third, would have
  `,
  "0 13": `
    bus, those, took
  `,
  "0 14": `
    but the, on a, the old, worked
  `,
  "0 15": `
    told
  `,
  "0 16": `
    the barrier
  `,
  "0 18": `
    somebody, that the
  `,
  "0 19": `
    barrier
  `,
  "0 2": `
    0 and, 0 they, 00 for, 00 or, 00 per, 00 said, 00 so, 00 with, 000 for, 000 people, 0000 it, 0000 my,
    0000 to, a biscuit, a chair, a class, a copy, a credit, a discount, a dog, a football, a head, a joke,
    a leaflet, a letter, a lift, a long, a meter, a number, a nurse, a permit, a petition, a priority,
    a proper, a school, a stick, a telephone, a tuesday, a vehicle, a way, a whole, a woman, aber, about how,
    about parking, about that, about time, according, according to, accordo, accordo il, actually live, ads,
    after reading, agreed, aids, alguien, all along, all it, all night, all right, all that, although i,
    am in, am sorry, an electrician, and all, and am, and asked, and cried, and did, and go, and never,
    and nothing, and still, and that, and two, and went, another town, ans, answer i, anybody know,
    anyone who, apology, appeared, archive if, are at, are in, are loud, are on, are right, article can,
    article leaves, article says, as an, as someone, asked and, asked us, asking the, asks for, asleep,
    at half, at his, at night, at nine, autumn, ayuntamiento, back of, back the, backs, badly, bai, bai viet,
    band played, barrier i, barrier it, barrio, baskets, be careful, be glad, be made, be nice, because it,
    because there, before and, behind a, behind the, being, believe her, bellissimo, bericht, best thing,
    bicycle, billion, billion views, bingo, bins, blame, blame the, bless the, boat, book group, both of,
    both times, bottom, bought the, box, boy, brazil, bread, breakfast club, breath, bring gloves, bu,
    but not, but who, było, c est, cada, came down, came on, camera, can stop, can tell, can you, car park,
    carried, casino was, caught, cello, chair, channel of, chemist, chemist s, children were, church hall, ci,
    city, cleaned, clearer, clearer than, clinic, close, closed on, closure, coat does, coats, cold, colour,
    come from, come in, come on, comments here, committee, company that, complaints, cooper, cooper s,
    correction from, cost, costs 00, could make, cried at, cross, crossing and, crowd, cut the, cycle,
    d accordo, d add, d buy, d never, danke fur, dar, dass der, dead, decibels, decides, den bericht,
    der steuerzahler, det stammer, developer, dice, dice el, did it, did the, did this, die app, died,
    difference, dilys, dilys i, disagree, disagree with, dislike, do the, do they, doctor told, does anybody,
    does anyone, does it, dog is, door, down by, down for, drawn, drive my, drizzle, drops, drummer, dulu,
    during the, earn 0, eigentlich, einmal, electrician, eleven people, elle, empty, en 0000, en ese, ending,
    endlich, engineer, ero, es genauso, ese, essa, esta, every second, every word, everyone in, everyone is,
    excellent reporting, expired, explained, eyes, fabrikada, favour, fell in, fence, figure, fin artikel,
    finds nothing, fire, first is, first line, five weeks, flats, flooding, fold, follow the, food, fool,
    for eleven, for five, for our, for publishing, for ten, for those, for what, for writing, forgotten,
    found out, four people, four times, fourteen, free entry, free version, fresh, fresh air, from minute,
    from ten, from them, funeral, fur den, gate, gave the, gave up, gearbeitet, genauso, gespart, get an,
    get it, get out, give them, given, gives me, glad of, glad to, goat, good luck, gracias, grew up, grey,
    grown, guitar, habe, habit, hacked, hacked the, had enough, had forgotten, hail, half the, hands in,
    hanging, hanging baskets, happened to, happens on, happens to, harlow, has anyone, has come, has ever,
    has had, has never, has no, has to, have it, have liked, have lived, have never, have one, have sent,
    have stopped, hay, headline, headmaster, heard it, hearing aids, heating, heeft, heizung, her i,
    her voice, here after, here are, him with, his face, how it, how many, how you, i buy, i click, i come,
    i cried, i disagree, i feel, i grew, i hadn, i hate, i learned, i left, i moved, i pay, i phoned, i said,
    i sign, i signed, i thought, i told, i understand, ich war, ik, in another, in favour, in law, in mill,
    in on, instagram and, inte, interest was, intro, invisible, is 00, is at, is dead, is empty, is from,
    is how, is like, is my, is older, is right, is too, is two, is why, it all, it any, it back, it because,
    it by, it doesn, it had, it off, it should, it sounds, it still, it thank, it that, it too, it with,
    it worked, item, itself, jahren, jeg, jemand, just found, kaputt, keeper, kept the, know that, know you,
    known, knows it, laden, lane for, last night, last time, laughed at, law, lease, leave it, leaves out,
    left at, left for, left to, letter it, lie, lift, lightly, lightly row, like a, like an, liked, line is,
    list is, listening, listening in, ll talk, lo que, lock, lol good, longer, look sensible, lost all,
    lost his, lyrics are, machines, mais, make a, man die, man who, march and, married, match, may be, me or,
    me too, mee, meine, men, mention the, mentions the, merger, meter it, minha, minister, minutes now,
    miss osgood, miss the, missed, missing, mit den, mondays, mooi stuk, more you, morning a, mother was,
    moved in, moved to, much better, much for, my account, my book, my children, my daughter, my eyes,
    my grandmother, my heart, my nan, my pension, myself and, nan, nas w, neighbours, never had,
    never regretted, never seen, nicht mehr, nine and, nineteen, no complaints, no i, nod, noise, non sono,
    none, nooit, noon, not come, not going, not only, not rude, not what, notes, november, now know,
    number on, nursery, o fabrikada, object, of anyone, of term, of that, of you, offer the, old one,
    old station, older than, olds, on cooper, on every, on friday, on monday, on saturday, one and, one more,
    one that, one with, ones who, opa, open on, opened the, opening, opening hours, opinion, or the,
    organised, osgood, other side, other way, our school, our street, our town, our village, ourselves,
    out at, out there, page 00, pages, paid 00, parent, parked, pas, pasa, past eight, past nine, past three,
    pay 0, penny, pension, pharmacy, phoned, piece about, pipe, plain, planning, played at, played there,
    playing, please bring, please come, please keep, please tell, please write, pockets, point of, pole,
    prima, primary, priority, problem it, problem with, promis, proper, publishing, pump, put a, put in,
    put the, quando ero, quartier, que dice, quoted, railway, ran the, rather than, read all, reading the,
    regretted, regretted it, remember the, reporting, responsible, right and, right i, ring the, rings, rip,
    river, round the, rude, rules, runs, s about, s all, s lane, s on, s that, s worth, sagen, said he,
    said that, same in, same problem, same train, sang, say and, say no, say thank, say they, says 0000,
    says something, says that, schoner, school s, scooter, second barrier, second is, seconded, sell the,
    sent me, seven of, shall we, shame, she was, ship, shop in, shop is, should like, shown, sign said, signs,
    since may, singing, six years, smile, so a, so as, so called, someone who, sono d, soup kitchen, speak,
    spoke, square, stammer, stammer inte, start at, statue, steuerzahler, steward, stick, still there, stops,
    stops at, street in, stuk, sunday with, supplements, swear, swimming, t been, t compare, t find, t get,
    t it, t need, t tell, tablet, take that, tam, taught, taught me, teacher, tell the, tenants, tesekkurler,
    than my, than to, than what, that a, that an, that are, that can, that explains, that he, that nobody,
    that should, that traffic, that very, that worked, that works, the 0, the 00, the airport, the archive,
    the autumn, the back, the backs, the bakery, the book, the bottom, the channel, the chemist, the choir,
    the closure, the concert, the councillor, the crossing, the delivery, the dentist, the difference,
    the driver, the drivers, the drummer, the ending, the fair, the family, the figures, the fire, the garden,
    the gate, the goat, the hail, the hanging, the hard, the headline, the history, the house, the insurance,
    the interest, the intro, the job, the kind, the leaflet, the lease, the loan, the mayor, the merger,
    the minister, the minutes, the music, the newsletter, the night, the noise, the ones, the opening,
    the page, the paper, the part, the pharmacy, the photo, the photograph, the planning, the pole,
    the railway, the recipe, the rent, the report, the roof, the rules, the sign, the sound, the tenants,
    the timetable, the van, the vote, the walk, the wall, the war, the year, the youth, them back, them i,
    them it, then not, then nothing, there last, there were, there will, there with, they all, they cut,
    they do, they knew, they spent, they think, they took, they will, think it, thinks, third of,
    third paragraph, third time, thirty one, this council, this has, this my, this term, this year, those are,
    those who, though i, thousand, thousand in, three hundred, three not, three on, three times, thursday at,
    times and, timetable is, tins, to ask, to drop, to offer, to sell, to smile, to talk, to three, to wait,
    toi, toilet, told us, told you, took a, took them, toujours, town and, town hall, towns, train to,
    tried to, tutorial, twelve, twenty years, twice and, typical, u nas, unpopular, until 0000, until the,
    up before, up by, us out, us to, use the, valley, very interesting, video of, video on, viet, visited the,
    voice is, volunteers it, wait until, waiting list, walks, want a, want them, ward, warned, warning,
    was at, was closed, was for, was going, was not, was right, was shut, was taken, was there, was tuesdays,
    we found, we got, we ll, we stayed, weather, week before, went there, wer, wer hat, were the,
    what happens, what my, what to, what your, whatever it, wheels, when she, when the, where the, which one,
    white, who actually, who does, who is, who s, who said, who says, who would, whoever you, whole series,
    window and, windows, wird, wiring, with every, with one, with six, with their, with them, without a, wo,
    work by, work from, work in, work there, work with, worked and, worked as, worked for, worked in,
    worked there, worth an, worth it, worth the, would not, would only, would pay, would the, would you,
    wrote a, wrote to, year olds, years later, yellow, yesterday i, yet, you and, you cannot, you do,
    you every, you follow, you kev, you mean, you mention, you see, your paper, youth, youth club, zahlt,
    zahlt der, zwei, đo, αρθρο, πολυ, когда, моя, не, не согласен, неделю, очень, песня, согласен, статью моя,
    شكرا, لا, うと, うと と思, この, とて, とて ても, と思, と思 思い, まし, まし した, るの, 写得, 在那, 思い いま, 真好, 違う, 違う うと
  `,
  "0 20": `
    children
  `,
  "0 22": `
    asked
  `,
  "0 24": `
    says
  `,
  "0 3": `
    00 is, 0000 the, a child, a list, a photograph, a room, a tabard, add that, against the, although,
    and could, and do, and is, and one, and since, and told, anos, archive, are all, are now, article but,
    asked me, asks, association, at eight, at it, at three, at twenty, barrier and, because of,
    because people, because they, believe this, biscuit, bit about, bridge, bring the, building, but if, cake,
    came here, came out, careful, cat, cent, choir, church, clicked, clicked on, closed i, come at, compare,
    correct, correction, councillor, count, dad, danke, dark, dass, describes, det, didn, didn t, do people,
    does this, dort, end and, er, explain, families, fell, fewer, figures, fin, finished, for asking,
    for three, for years, form, forty minutes, fur, garden, graham, grandfather s, grandmother, great article,
    great work, had no, hadn, hadn t, half of, half past, hand, hands, has a, has anybody, have asked,
    have had, have thought, he said, he would, head, herrings, history, hold, how do, hundred, i agree,
    i bought, i clicked, i miss, i remember, i tried, i walk, i walked, i work, i worked, into the, is 000,
    is about, is open, is still, is three, ist, it again, it helps, it it, it just, it now, it works, j ai,
    joke, just me, kann, kev, know all, know the, knows, laughing, legal, less than, like that, lo, looked at,
    lost a, mayor, mehr, memory, mentions, miles, morning and, most of, my comment, my dad, my grandfather,
    my grandson, my neighbour, my uncle, my wife, nas, neighbour, night and, no idea, no to, nobody asked,
    nog, not say, number in, nurse, of all, of these, off and, offered us, olmus, on foot, on thursday,
    on thursdays, on wednesday, one about, one question, out the, path, per cent, photograph of, plus, pool,
    print, radio, rain, ran, rat, s exactly, s page, s site, same here, sat, scheme, scooters, sensible,
    series, shall, shows the, so far, song ever, soon, sounds, stayed, stood, street is, strike, suppose that,
    tabard, tax and, teddy, ten minutes, ten past, than it, that one, that street, the bank, the bit, the car,
    the casino, the church, the company, the customers, the date, the full, the lane, the mill, the older,
    the plumber, the problem, the radio, the shop, the song, the soup, the waiting, the website, the week,
    the wrong, them in, then it, there a, there in, they say, they should, they were, through the, times the,
    to go, to nine, to show, to sign, to that, to us, took the, trains, turn, twenty minutes, twenty to,
    two of, use for, vans, vehicle, voice, waiting for, walk there, walked, wants to, was my, was that,
    watched, we asked, we did, we moved, we tried, week and, went up, were not, what happened, when my,
    where can, whether the, who else, who was, whom, why does, will tell, with her, with two, worst,
    wrote this, yazı olmus, year 0, you had, you may, you would, а, した, てす, 思い
  `,
  "0 4": `
    0000 i, a third, a ticket, about a, ai, and four, and this, asking for, at all, at ten, bakery, barriers,
    because the, before i, bike, bir yazı, built, but it, buy the, can come, cok guzel, concert, counted, cut,
    did i, doctor, doesn, doesn t, doors, exactly what, finds, foot, for that, from 0000, grandfather,
    grandson, green, green coat, guzel, guzel bir, has not, have an, have seen, he has, held, if the, in and,
    in march, interview, is better, is gone, is no, it costs, it does, it says, it took, laughed, leaflet,
    learned, lived, lyrics, meter, mill lane, mooi, my father, my own, my son, name of, names, nearly, nicht,
    not know, not to, of those, office, original, otherwise, ours, pay for, people and, promised, public,
    quando, rather, recipe, remember, rubbish, said nothing, saturday, school and, see the, seit, sharks,
    she says, shows, shut, sono, soup, source, still have, street and, summer, t have, taken, that we,
    the app, the corner, the green, the list, the lyrics, the name, the original, the people, the phone,
    the town, the trees, the video, there for, they did, they have, they want, thing i, think you,
    thirty years, this morning, three years, thursdays, ticket, timetable, told me, took me, trees, tried the,
    uncle, up and, village, was 0, wednesday, whatever, why do, wife, winter, yazı, you what, your channel,
    your reporter
  `,
  "0 5": `
    agree with, and not, and she, answered, any more, ask the, behind, bir, check the, child, children and,
    cok, costs, cried, crossing, especially the, est, face, far, father, favourite, had not, had the,
    happened, happens, i did, i drive, is this, knew, last year, leaves, letters, local, my favourite, not a,
    not the, ones, opened, park, parking, photograph, played, point, read it, reporter, s not, sent,
    should have, signed, sound, tax, the bus, the dog, the library, the meeting, the road, the water, there s,
    though, train, tuesdays, volunteers, walking, was never, was on, we were, when it, whoever
  `,
  "0 6": `
    against, and nobody, answer, asked for, bank, bought, by a, can be, corner, driver, es, fair, for it,
    for thirty, glad, goes, less, library, loud, my sister, nobody has, older, say that, says the, seven,
    should be, that was, the children, the money, the number, the price, the street, the update, then the,
    thursday, to it, two years, we had, would like, year and, years i, yes
  `,
  "0 7": `
    after the, and there, and they, coat, das, den, does the, drive, enough, had a, hat, if it, in our, is it,
    meeting, on it, question, s the, the map, the third, under, war, was in, was the, wrong, years and,
    you that
  `,
  "0 8": `
    and he, before the, bev, club, council s, der, letter, line, map, may, problem, seen, tell you,
    the school, twice, update, years ago
  `,
  "0 9": `
    eleven, hall, i still, in that, is that, mill, monday, round, since the, the last, there are, thirty
  `,
  "1 1": `
    0 like, 0 to, 0 years, 00 it, 00 pounds, 000 no, a different, a follow, a fortune, a friend, a load,
    a lovely, a lyon, a mi, a pleasure, a van, about his, accept, across, adding, address, adult, after six,
    am for, am looking, am the, an app, and can, and does, and free, and home, and so, annoyed, antrag,
    any evening, anybody else, apologised, app and, app free, approved, apres, article merci, article thank,
    artykuł, artykuł dziekuje, as always, at 000, at our, ate my, aus, away i, bath, be on, be one, become,
    become a, bet i, betting, bigger, bills, birthday, bit more, blood, boots, boss, broker, budget, buen,
    by text, called the, calls, came back, came to, came up, can hear, can the, carpets, cars and, cases,
    chain, channel is, channels, chapter, cheap flights, cleaners, click on, co, coffee, comparison,
    considered, consultation, contract, course, coursework, credit card, cu, daniel, database, day we, deal,
    decided, delete it, deliver, dem, dentist in, depuis, developers, do this, dogs, dollars an, doubled,
    dziekuje, ear, earned, earning, earning 0, eens, eggs, eight years, ein, email or, engines, every night,
    everyone can, everyone s, explaining, fantastic, fight, final, find it, fine with, first five,
    five months, flat to, flights, follow your, for all, for an, for half, for nine, for six, for us, fortune,
    found the, from our, from this, front with, fun, fund, ganz, garage, genuine, give us, goal, got 00,
    got three, grand, grateful, great piece, guter, haha, half price, happen, happen to, he came, he will,
    headphones, here for, here s, here to, hiv, hope you, hosting and, hotel, hour on, hour to, household,
    housing, how long, how the, how they, husband left, i bookmarked, i couldn, i enjoyed, i follow,
    i invested, i made, i play, i say, i withdraw, ici, ideas, iedereen, im monat, images, in an, in january,
    in mesa, in phoenix, in which, incredible, information about, ini, install, instead of, interested in,
    interesting article, is honest, it for, it free, it from, it gets, it helped, it seems, its ok, jour,
    kasih, keep writing, last one, lawyers, leaving, license, little brother, locked, locksmith, looking at,
    looks like, loss, lot i, love it, love my, loved this, lovely article, lucky, lyon, m still, made my,
    maintenance, make 000, man i, man in, marketing company, me within, mesa, mich, min, minutes and, mismo,
    monat, month with, more of, more people, most people, mother s, must be, muy, muy buen, my ex, my last,
    my paper, my photos, my thoughts, my website, nail, need help, newsletter and, nha, nice one, no fee,
    nobody will, notice, nouveau, now no, now that, number if, of his, of school, offer a, ogni, oil,
    old arcade, on last, on me, on tuesday, once again, online now, only have, opposite, os, out to, overall,
    paid 0, parts, pass, people for, people think, people will, phoenix, phone just, photographer, piano,
    plainly, please be, please make, pleasure, poor, porn, purpose, qui, quickly, quite, rates, read more,
    reading and, really interesting, recent, recipes, report and, ride, rise, room for, rss i, s name,
    same time, sample, saying, screen, search on, seconds, section, see it, seem, seems, sehr, several,
    shop on, signals, since i, site because, sleep, so true, so what, space, spam, special, sponsor, ssl,
    start with, starting, story here, streets, students, studio, subscriber, subscription, surprised, t be,
    t understand, table, taking new, team, telefon, terima, terima kasih, tests, than that, that in,
    that would, the cheapest, the factory, the market, the right, the site, the very, then he, then i,
    there the, thing to, this have, this month, this out, this please, this she, this story, this week,
    thought it, thoughts, three days, time to, tired, to have, to him, to in, to listen, to make, to mention,
    to one, to rank, to save, to share, to use, toda, today s, together i, too he, toute, towel, tree, try it,
    tulsa, twitter, two weeks, tydzien, unlimited, up at, up here, upp, us in, vao, ve shared, version of,
    very nice, victim, views and, wake, wake up, walk i, wanted to, was able, was looking, was wondering,
    watching this, way i, we need, weight loss, well written, went from, went to, where i, where you, who has,
    whole family, will fight, will keep, will you, win a, wir, wish to, with his, with hiv, with most,
    with mrs, withdraw, wondering, wordpress, work and, work i, would love, wouldn, wouldn t, writes,
    years until, you got, you just, you look, you read, you should, you so, you who, you wrote, your friends,
    zahle, zum, каждыи, каждыи день, ремонт, статья, статья спасибо, у, كل, 감사합니다, しま ます
  `,
  "1 10": `
    closed, like to, que, the end, what it, when i
  `,
  "1 11": `
    anybody, asking, did not, night
  `,
  "1 12": `
    i don, list
  `,
  "1 14": `
    that is, was a
  `,
  "1 17": `
    the council, twenty
  `,
  "1 18": `
    nine, second
  `,
  "1 19": `
    nothing
  `,
  "1 2": `
    a car, a very, a week, a wonderful, ago and, am not, and find, and gave, and say, arcade, article i,
    articolo, articulo, at work, ate, auch, b, be very, been to, breakfast, build, buses, but you, c, cet,
    cet article, congratulations to, consultants, could do, court, dating, daughter, day it, day of, decision,
    delete, did a, did you, during, editing, ends, entry, every time, explains, fifty, finally, fine,
    football, for one, found your, front, gave it, get to, gift cards, gloves, good article, got here,
    got the, grazie, has won, here is, how i, i believe, i earn, i looked, i mean, i put, i run, i visited,
    in her, in june, insurance, invested, is an, isn, isn t, it keep, it only, january, june, las,
    late husband, le, left me, like 0, loved it, me of, me this, mijn, moving, mum, my little, n, next to,
    noch, non, nous, numbers, nur, of our, oh, on her, paper for, password, paying, pays, personne, plastic,
    pour cet, prize, quiet, really enjoyed, refund, reminds, reminds me, run a, sad, say the, she is, short,
    showed me, so sad, sorry i, stay, student, subscribed to, supply, t believe, t know, t mind, tablets,
    talk about, talks about, telephone, the high, the post, this but, this the, this was, tin, to change,
    to hear, to let, to put, to walk, too i, understood, uns, until a, us have, ve got, ve had, wall, way in,
    we will, which is, who want, with you, wonder why, writing about, wrote about, wurde, you were, за статью,
    спасибо за, статью, 좋은, しま
  `,
  "1 21": `
    council
  `,
  "1 3": `
    a bit, a second, and got, and have, and no, and said, bei, bet, board, by car, clean, could not,
    could you, cousin, dentist, different, do it, do with, enjoyed this, hearing, high street, hour and,
    i came, i hope, i see, i subscribed, i suppose, i use, i wish, in two, is worth, jobs, know it, know what,
    lady, last week, luck, makes, money for, my cousin, my dog, my old, ne, nine years, on sunday, permit,
    photo, plumber, pounds, raised, register, said you, same thing, say it, saya, shops, showed, since 0000,
    somewhere, spare, stand, subscribers, suppose, taking, talks, the comments, the county, the hospital,
    the person, the picture, the word, this at, thought of, till, to 0, together, u, video is, was 00,
    who are, why the, window, wish, words, you a, you the, you use
  `,
  "1 30": `
    nobody
  `,
  "1 37": `
    at the
  `,
  "1 4": `
    00 and, as the, be the, cannot, car and, class, county, customers, day and, do i, end of, find the,
    for twenty, gets, group, have no, heard, i only, ich, if i, in it, is on, it i, j, kept, more than,
    need a, offered, parents, person, picture, questions, row, sell, show, sold, son, take the, the free,
    the new, there and, this it, tres, understand, up for, us a, ve read, wanted, we could, we would,
    what the, what they, woman, yesterday
  `,
  "1 5": `
    000 a, and would, d like, especially, hospital, if they, les, looked, me the, mine, myself, part,
    people who, roof, side, that it, that they, there was
  `,
  "1 6": `
    0000 and, between, by the, does not, from a, i read, i should, is there, is what, it to, lol, rent, run,
    subscribed, sunday, true, waiting, whether
  `,
  "1 7": `
    are the, both, march, miss, the other, these, word
  `,
  "1 8": `
    better than, cars, he was, is not, s a, sister, the one
  `,
  "1 9": `
    ago, eight, i do, paper, stopped, tried
  `,
  "10 0": `
    hi, this site, working
  `,
  "10 1": `
    deposit, welcome, with your
  `,
  "10 10": `
    sign, this is
  `,
  "10 12": `
    pay
  `,
  "10 2": `
    delivery, google, на
  `,
  "10 20": `
    is the
  `,
  "10 24": `
    her
  `,
  "10 3": `
    casino, credit
  `,
  "10 54": `
    has
  `,
  "10 6": `
    follow, offer
  `,
  "10 7": `
    in my
  `,
  "10 77": `
    they
  `,
  "10 8": `
    found
  `,
  "10 9": `
    0 000
  `,
  "11 0": `
    gratis, info, quality, your blog
  `,
  "11 1": `
    hello, join, service
  `,
  "11 11": `
    video
  `,
  "11 13": `
    week
  `,
  "11 15": `
    you for
  `,
  "11 21": `
    ve
  `,
  "11 25": `
    before
  `,
  "11 3": `
    download
  `,
  "11 33": `
    for the
  `,
  "11 4": `
    also
  `,
  "11 6": `
    e, name
  `,
  "11 7": `
    to my
  `,
  "11 75": `
    there
  `,
  "11 8": `
    make, you are
  `,
  "11 9": `
    hour
  `,
  "110 30": `
    your
  `,
  "12 0": `
    fast, shipping, sub, web site
  `,
  "12 1": `
    check out, for sharing, subscribe
  `,
  "12 10": `
    need
  `,
  "12 11": `
    the best
  `,
  "12 12": `
    go
  `,
  "12 13": `
    any
  `,
  "12 18": `
    got
  `,
  "12 2": `
    real
  `,
  "12 3": `
    your site
  `,
  "12 31": `
    same
  `,
  "12 54": `
    would
  `,
  "12 6": `
    find
  `,
  "12 7": `
    book, of this
  `,
  "12 8": `
    have a
  `,
  "126 541": `
    the
  `,
  "13 0": `
    contact us
  `,
  "13 1": `
    helpful
  `,
  "13 12": `
    en
  `,
  "13 13": `
    look
  `,
  "13 17": `
    work
  `,
  "13 2": `
    a free, looking for
  `,
  "13 25": `
    could
  `,
  "13 3": `
    some, watch
  `,
  "13 30": `
    i was
  `,
  "13 45": `
    who
  `,
  "13 5": `
    hours
  `,
  "13 7": `
    we are
  `,
  "13 8": `
    price
  `,
  "13 9": `
    do you, everyone
  `,
  "14 0": `
    content, posts, prices
  `,
  "14 10": `
    off
  `,
  "14 14": `
    money
  `,
  "14 3": `
    order
  `,
  "14 5": `
    i will
  `,
  "14 6": `
    you have
  `,
  "14 7": `
    keep, write
  `,
  "14 8": `
    phone
  `,
  "14 87": `
    not
  `,
  "140 160": `
    for
  `,
  "142 120": `
    this
  `,
  "143 169": `
    my
  `,
  "144 147": `
    you
  `,
  "144 182": `
    in
  `,
  "15 0": `
    bonus
  `,
  "15 13": `
    de
  `,
  "15 17": `
    for a
  `,
  "15 2": `
    share
  `,
  "15 20": `
    only
  `,
  "15 27": `
    come
  `,
  "15 33": `
    by
  `,
  "15 40": `
    but
  `,
  "15 5": `
    thanks for
  `,
  "16 1": `
    email, sharing
  `,
  "16 14": `
    love
  `,
  "16 19": `
    see
  `,
  "16 24": `
    first
  `,
  "16 3": `
    looking
  `,
  "16 41": `
    he
  `,
  "16 42": `
    i have
  `,
  "16 5": `
    want to
  `,
  "16 7": `
    home
  `,
  "16 9": `
    him
  `,
  "162 232": `
    a
  `,
  "17 10": `
    nice
  `,
  "17 20": `
    time
  `,
  "17 25": `
    know
  `,
  "17 3": `
    help, information
  `,
  "17 33": `
    people
  `,
  "17 4": `
    cheap
  `,
  "170 206": `
    to
  `,
  "18 44": `
    all
  `,
  "18 64": `
    in the
  `,
  "185 366": `
    i
  `,
  "19 28": `
    thank you
  `,
  "19 38": `
    as
  `,
  "19 6": `
    link
  `,
  "19 8": `
    on my
  `,
  "2 0": `
    0 contactez, 0 days, 0 dias, 0 interest, 0 stars, 0 support, 0 минут, 00 minuten, 00 other, 00 stunden,
    00 year, 000 00, 000 and, 000 per, 000 subs, 000 welcome, 0000 subs, 0000 рублеи, 00000 euros, 0万, 0万 万円,
    20mg, 50, 50 0万, a 00, a blog, a dream, a fake, a like, a link, a m, a ma, a minute, a powerful, a quick,
    a review, a young, abc12345, abone, abonniert, abonniert meinen, about once, absolutely love, add me,
    admin of, affordable prices, after browsing, agency fee, agent now, agent with, agents, agora, agora e,
    ahead to, aided, aided me, air max, airdrop, airlines, airport transfers, al dia, al mio, all platforms,
    along with, already got, also i, am lonely, am satisfied, amarres, amarres de, amazing article, amen,
    amen and, amount needed, an iphone, an urgent, and 000, and be, and checking, and earn, and enter,
    and fast, and follow, and in, and keep, and late, and more, and movers, and need, and thought, and watch,
    angebot, anmelden, ansok, anxiety, any car, apartments, apartments for, apostas, approval, aqui, are an,
    arkadaslar, article has, article is, article we, articles i, articles or, assignment, at affordable,
    attractive, auf, automatic, aware, aware of, back within, backlinks, bad credit, bahis siteleri,
    ban sunglasses, bangalore, be able, be aware, be bookmarking, be honest, be updated, beach, before but,
    beitrag, believed, belly, belly fat, bereikbaar, best friend, best prices, bienvenida, bik pieniadze,
    bill with, binnen, binnen 00, bless you, blog by, blog posts, blog thanks, blogger i, blogging, bonjour,
    bonjour je, bono, bono de, bonus sans, bonus up, book a, book online, book your, bookmark this, boost,
    boost your, bored, bottle, broken, brother do, brotherhood, brought my, browsing, browsing through, btc,
    btc and, burns, but this, buy any, buy essay, buy now, cadastre, cadastre se, call girls, call or,
    can see, canada, cancer and, canlı, capital, cards ielts, casa con, casino en, casino with,
    certificate without, changed my, channel check, channel i, channel link, channel new, cheap cialis,
    cheap prices, check me, check our, checking back, checking for, cialis 20mg, classes, clear idea,
    click my, client, coach, coins and, collateral, college, com and, come back, come check, come see,
    commandez, company in, compared, compared to, complete, con bono, concerning, connect, connect your,
    contact me, contact our, contact the, contactez moi, content is, contest, continue your, contractor,
    contractor in, copy and, could definitely, credit check, credit ok, credit score, credito rapido, crew,
    cured my, cv, d be, daftar sekarang, dag, damage, damage restoration, dance, day bad, day service,
    de 0000, de amor, de apostas, de bienvenida, deals, dear friend, deleted, denver, deposit pulsa,
    des prets, devis, devis gratuit, dia, dinero desde, dinheiro na, direct, discovered your,
    discreet shipping, diskret, dissertation, doctors hate, dofollow, dot, dot com, double back, dream,
    dream to, driving licence, dubai with, e e, e m, earn 000, earn extra, easy, ebook, een, electricity bill,
    email is, en el, energy, enhancement, enhancement pills, enjoyed reading, enjoying, enjoying your,
    enjoyment, entre, entre particuliers, escorts, essay online, euros a, every friday, exactly this,
    experience needed, f, f r, fake investment, fares, fastidious, favor, favorite, feed and, feedback,
    feel free, festpreis, few hours, filmy, financial freedom, first order, first time, five days,
    fixed matches, flight, follow me, follow my, for another, for details, for instant, for new, for only,
    for prices, for real, free delivery, free hd, free no, free phone, free registration, free robux, freedom,
    frequently, friend i, from china, from ohio, full movie, fully, gacor, gacor terpercaya, gagnez,
    gagnez de, gems, generator no, genuinely, genuinely good, get 0, get double, get free, get paid, get rich,
    get this, get yours, giai, giai ngan, gift card, giorno, girls in, give me, go watch, good day, grades,
    gratuit, gratuito, great content, great i, great information, great post, great posts, gta,
    guaranteed profit, gummies, gummies for, gun, guvenilir bahis, guys check, hack, handbags, handy, hari,
    hasta, hasta 000, hate it, have joined, have sworn, have won, have you, he also, he can, he zalo,
    hello there, helpful if, helps god, herbal, herbal medicine, here every, herpes, hey everyone, hi guys,
    hi there, hide, hide from, hier, high quality, highly, highly recommended, him and, him today, hire,
    his email, hit the, holdem, home with, hosgeldin, hosgeldin bonusu, hours contact, hours if, how can,
    however i, hoy, human, hurry, hurt, husband back, husband s, i already, i appreciate, i blog, i certainly,
    i enjoy, i help, i realized, i reviewed, i wonder, id, id cards, if interested, if some, if your,
    ignore it, illuminati, imagine, important, improve, in bangalore, in crypto, in delhi, in koln, in touch,
    income, increase your, independent, independent escorts, info here, information thanks, information the,
    information you, informative i, informed, inquiry, inscreva, inscreva se, instant delivery, insured,
    interest i, interest rate, intervention, invest, investing, is now, is providing, is quality, iscrivetevi,
    iscrivetevi al, it changed, it looks, it you, je suis, jeden, jeden tag, jerseys, jerseys from,
    joined your, jouez, judi, junk, junk removal, just a, just bookmark, just one, just uploaded, just your,
    kanalıma, kanał, kanał nowe, keep checking, keep it, keto, key to, kilos, kindly, kits, know this, koln,
    kostenloses, kostenloses angebot, kudos, ky, l argent, l e, lana, laptop, late client, late payments,
    latest, laugh, leading manufacturer, lena, let s, licence, licensed, lien he, ligne bonus, like what,
    like your, limited, link on, listen and, live sex, livraison, loans from, loans online, louis,
    louis vuitton, lover, loves, luxury, m definitely, m looking, m o, m trying, main, maintenant, make my,
    make this, male, male enhancement, manufacturer and, many of, marriage, masrafsız, matches, matches 000,
    material, max, max outlet, me know, me please, meal, mean the, means a, media and, medicine, meet sexy,
    meilleur, meilleur casino, meinen kanal, member 000, mi canal, minecraft, minut złoz, minuten, moi par,
    moj kanał, mold, monthly, more info, movers, movers in, movie, my best, my first, my friend, my google,
    my interest, my link, my private, my profit, my stolen, my story, my study, my videos, na hora,
    natural male, need an, needs a, neem, neue, neue videos, next hour, nfl, nfl jerseys, ngan, ngan trong,
    ngay, nice blog, niche, nike, nike air, no collateral, no human, no meu, nodig, nodig in, noticed that,
    nowe, nowe filmy, oem, oem accepted, of content, of selling, of writing, off topic, off your, offering,
    offre des, ohio, ohne vorkenntnisse, ok instant, old singer, omg you, on amazon, on snap, one every,
    one month, one wishes, online at, online cheap, online con, online free, online or, online same,
    online without, ons, opportunity, opportunity guess, options, or at, or call, or email, order now,
    order today, order tramadol, organic, other people, other videos, our experts, our page, our telegram,
    out more, out on, over 00, overnight delivery, packers, packers and, page just, page of, pain, panels no,
    par mail, particulier, particuliers, passports, paste it, paste this, payments from, payouts, peaked,
    peaked my, people i, phone number, photos here, pics, pieniadze na, plagiarism, plagiarism free,
    platforms, please let, please share, please subscribe, pls, pls sub, plumbing, plz, post on, post thanks,
    post this, post very, post we, posted, posting when, posts here, potongan, powerful spell, pozyczka,
    premium, prescription cheap, prestamo, prestiti, prets, price order, price visit, prices contact,
    profit every, promo, protection, przez internet, pulsa, pulsa tanpa, puppies, put this, qq,
    quality articles, quality based, quality content, quickbooks, r e, ranking, rap, rapido, rate no, ray,
    ray ban, reach her, reach him, read stuff, ready, realized, realized it, really helpful, really like,
    really nice, really works, receive a, recibe, recommended, recovery expert, relationship, removal and,
    replica rolex, reply to, restoration, results, retour, return, reviews, road to, robux, rolex, rufen,
    rufen sie, s new, s up, s why, sans, sans depot, satisfied to, say i, school grades, schreiben,
    schreiben sie, schufa sofort, score, se agora, selected, selling two, selling your, sem consulta, semana,
    send this, serial, serial key, serieux, serious people, serrurier, serrurier a, service call, service in,
    services at, services in, share this, share with, shared we, shifting, sie an, silver, site before,
    site i, site that, siteleri, slot gacor, slot online, snabbt, snap, so happy, sofort, solicita, some one,
    sort of, sports, stars, started with, stolen, strategies, stuff from, stumbled upon, stunden, subasub,
    subjects, subs before, subscribe back, such as, such useful, suggested, suis un, sum, sunglasses,
    supplier, supplier of, sworn, sworn i, t e, t shirt, t want, talking about, tampa, tanpa potongan,
    technicians, teeth, telefono, ten percent, terpercaya daftar, testimony, texas, texas holdem, text me,
    thanks admin, the admin, the beach, the opportunity, the store, the truth, the viewers, the web,
    the world, their phone, thesis, thinking of, this blog, this great, this helpful, this link, this piece,
    this sort, this thanks, this this, this your, thought i, through some, tickets and, tien, tips fixed,
    tips for, to bookmark, to contact, to donate, to earn, to help, to hit, to improve, to lose, to other,
    to reach, to watch, to win, today for, today on, todos, togel, tokens, toll, toll free, toller beitrag,
    tomorrow if, tonight free, topic but, touch, tour, tour packages, trade, trades, tramadol, tramadol xanax,
    transfers, trial bottle, trick doctors, trong, trong ngay, try our, type amen, umzuge, unique, unless,
    unless you, up it, updated with, upload, uploaded, urgent, urgent loan, us via, use coupon, user, using,
    v, vaccinated, valuable, valves, vay, vay tien, verification, very useful, via whatsapp, viagra online,
    videos and, videos every, videos to, viewers to, virus, visa, visa and, visit us, vorkenntnisse, vous a,
    vraag, vuitton, vuitton outlet, wallet, want enjoyment, want you, wanting, wanting to, was searching,
    was wanting, watch it, watch my, watch our, water damage, way better, we provide, web design, website for,
    website keep, weekend i, welcome bonus, welcome to, what s, which you, whole thing, why this, widow,
    will appear, will get, will just, will receive, will sub, will subscribe, win an, winning, wishes, with 0,
    with 00, with 000, with him, with natural, with solar, without prescription, wniosek, wonderful post,
    working from, working hard, would really, write to, write up, writing service, written by, x, xanax,
    y recibe, yeni, you access, you as, you copy, you i, you if, you ignore, you made, you must, you post,
    you sign, you using, you won, your area, your articles, your cv, your electricity, your feed, your first,
    your information, your love, your money, your post, your style, your wallet, your weblog, za, zalo, złoz,
    złoz wniosek, đang, đang ky, бонус, бонус за, в день, в телеграм, видео, вложении от, гарантия,
    гарантия оплата, города, деньги бонус, диплом с, доставка, доставка по, за 0, заим, звоните 0, играть,
    индивидуалки, казино, карту без, на деньги, на саите, оплата, оплата после, от, от 0000, отказа и, пишите,
    пишите в, после, проверки, реестр гарантия, россии, рублеи, рублеи в, саите, справок, срочныи, телеграм,
    фото, اتصل بنا, الان, بالرياض, بنا, تنظيف, تنظيف منازل, تواصل, تواصل معنا, شخصية, شركة, شركة تنظيف,
    في قناتي, قروض, قروض شخصية, قناتي, معنا, منازل, نقدم, 구독, 먹튀, 바카라, 안전한, 제, 주세요, 카지노,
    えま, えま ます, けて, けて て月, ける る副, こち, こち ちら, して, して てい, たけ, たけ けて, ちら, ても も簡, て教, て教 教え, て月, て月 月収, はこ, はこ こち,
    も簡, も簡 簡単, る副, る副 副業, を無, を無 無料, コヒ, コヒ ヒー, スマ, スマ マホ, トコ, トコ コヒ, ヒー, フラ, フラ ラン, ホた, ホた たけ, マホ, マホ ホた, ラン,
    ラン ント, ント, ント トコ, 万円, 万円 誰て, 上娱, 上娱 娱乐, 专业, 代写, 价格, 价格 格优, 兼职, 册送 送彩, 副業, 副業 業を, 収5, 収5 50, 在家, 大家, 就能,
    微信 abc12345, 我的, 我的 的频, 教え, 教え えま, 料て, 料て て教, 料無, 料無 無料, 最高, 月収, 月収 収5, 格优, 格优 优惠, 業を, 欢迎, 澳门, 澳门 门赌,
    無料 料て, 登録, 的频, 的频 频道, 真人, 线上, 线上 上娱, 誰て, 誰て ても, 论文, 谢谢, 赌场, 送料, 送料 料無, 通販, 门赌, 门赌 赌场, 频道
  `,
  "2 1": `
    00 00, 00 a, 00 people, access, accident, again to, am so, and pay, and take, and tell, article thanks,
    author, based, beat, bel, bill, break, but after, can reach, cbd, certificate, cheapest, collection,
    coming, country, coupon, depot, doing, download it, early, electricity, every weekend, ex, facts, finish,
    for 00, free for, free trial, friends, full version, further, getting, gold, happy to, here i, heute, hit,
    hora, i find, i need, i went, i won, i write, in 0, in utrecht, it will, join the, kind of, know about,
    konto, like it, likes, lost 00, love your, market, maths, matter, meinen, mobile, moj, money back,
    more and, my day, near the, never thought, new patients, news, nice post, noticed, novel, of information,
    on facebook, on google, on instagram, on time, others, out your, overnight, page on, paragraph is,
    patients, people in, podcast, poker, pretty, przez, quotes, read your, reason, recover, required, review,
    rooms, sale at, saved, see your, send you, shirt, similar, sing, single, size, sort, spot, sur, takes, te,
    tea, that this, that your, the good, the great, the information, the key, think the, thinking,
    this better, this video, time and, time i, to 0000, to learn, today and, today i, toller, tool, trading,
    training, updated, utrecht, viewers, vote for, watches, we buy, we can, website to, with me, with no,
    write a, write about, yo, yoga, you ever, you offer, you please, you ve, young, your article, youtube,
    الاسعار, 每天
  `,
  "2 10": `
    of it, sorry
  `,
  "2 11": `
    die, half, have been
  `,
  "2 12": `
    another, end, open, there is, where
  `,
  "2 13": `
    and a, at 0, have the, ten, walk, went
  `,
  "2 15": `
    i would, one of
  `,
  "2 18": `
    four, school
  `,
  "2 19": `
    street
  `,
  "2 2": `
    00 left, a girl, a man, actually, air, all my, along, and work, are not, counts, cure, di, every morning,
    fix, free to, from my, good work, grew, heart, hosting, i like, il, is going, kids, load, los, m not,
    machine, me what, merci pour, mir, mit, more on, my late, my phone, no money, often, omg, op, out and,
    place, plan, post i, pour, present, running, shared this, software, spent, suis, talking, them on,
    think that, this and, this in, to book, to come, to thank, up with, watching, week i, weight, why i,
    will have, won the, works on, zu, في, てい いま, ても
  `,
  "2 23": `
    were
  `,
  "2 24": `
    said
  `,
  "2 3": `
    band, beautiful, ce, come to, couldn, couldn t, drivers, drop, evening, get the, got a, hard, how much,
    how to, i saw, instead, know how, like the, looks, meet, mention, mon, newsletter, petition, pills,
    t stop, the morning, this i, to write, wonder, you get, you say, спасибо, いま ます, てい
  `,
  "2 31": `
    does
  `,
  "2 4": `
    a month, and 00, and you, brought, done, here in, hope, kitchen, love this, mrs, one is, saw, this one,
    this with, up the, wants, いま
  `,
  "2 5": `
    00 on, a good, about it, add, at my, comments, do not, each, flat, idea, into, it on, kind, mi, music,
    ring, she has, talk, the link, traffic, tuesday, vote, wait
  `,
  "2 6": `
    a day, agree, all of, and now, away, else, had to, he is, of us, out of, term, way to
  `,
  "2 7": `
    has been, hear
  `,
  "2 8": `
    and we, as well, everybody, have to, own, water
  `,
  "2 9": `
    can i, dog, my mother, road, six, worth
  `,
  "20 2": `
    my channel
  `,
  "21 1": `
    videos
  `,
  "21 10": `
    buy
  `,
  "21 21": `
    day
  `,
  "21 22": `
    good
  `,
  "21 25": `
    more
  `,
  "21 51": `
    can
  `,
  "22 14": `
    very, want
  `,
  "22 29": `
    how
  `,
  "22 4": `
    call
  `,
  "22 70": `
    about
  `,
  "22 9": `
    great
  `,
  "222 280": `
    and
  `,
  "23 0": `
    web
  `,
  "23 12": `
    i m
  `,
  "23 26": `
    article
  `,
  "23 33": `
    an, thank
  `,
  "23 38": `
    0000
  `,
  "23 62": `
    what
  `,
  "23 8": `
    really
  `,
  "24 116": `
    was
  `,
  "24 18": `
    i am
  `,
  "24 29": `
    and i
  `,
  "24 47": `
    t
  `,
  "24 50": `
    so
  `,
  "24 68": `
    one
  `,
  "25 14": `
    or
  `,
  "25 28": `
    read
  `,
  "25 6": `
    website
  `,
  "26 12": `
    m
  `,
  "26 13": `
    channel
  `,
  "26 155": `
    that
  `,
  "26 17": `
    back
  `,
  "26 2": `
    visit
  `,
  "26 26": `
    every
  `,
  "27 23": `
    am
  `,
  "27 8": `
    today
  `,
  "28 11": `
    page
  `,
  "28 17": `
    just
  `,
  "28 26": `
    us
  `,
  "28 9": `
    thanks
  `,
  "29 1": `
    whatsapp
  `,
  "29 43": `
    do
  `,
  "3 0": `
    00 days, 00 discount, 00 dollars, 000 euros, 000 every, a 00000, a chance, a comment, a leading, a visit,
    abonnez, abonnez vous, absolutely, ahead, am going, amazon, amor, amount, and paste, and reliable,
    and thank, and win, appear, apply now, are looking, area, argent, at best, at home, at your, attention,
    bahis, ban, beats, bez bik, bik, blog and, blog is, bonus new, bonusu, bookmarked it, bookmarking,
    call now, call our, call us, canale, chaine, chance and, channel for, chat, cheating, check it, check my,
    china, cialis, confidential, consulta, contactez, covers, credito, cured, custom, dan, de 0, de l, delhi,
    desde casa, diabetes, digital, digital marketing, dinheiro, emergency, en 00, en ligne, enjoy, experts,
    fake, fat, feeds, first page, for daily, for posting, for you, forex, forward to, free in, free quote,
    free spins, gana dinero, ganhe, gave me, generator, get in, get my, guess, guess i, guest, gunstige,
    guvenilir, hacker, have bookmarked, hd, help with, helpful info, helpful post, hemen uye, herbs, hi i,
    him on, home i, however, i also, i discovered, i met, i started, ielts, in pune, included, increase,
    internet, investment platform, issue, joined, just dropped, kredit ohne, lab, lab tested, leading, lien,
    ligne, like and, like you, little bit, lonely, look forward, lowest price, lowest prices, ma chaine,
    manufacturer, means, meu canal, mio canale, money down, more details, my code, my portfolio, my profile,
    natural, new to, no credit, no deposit, no experience, no prescription, no survey, now at, of 0,
    of google, offerte, ohne schufa, ol, online casino, only today, or whatsapp, or your, packages, panels,
    payments, percent off, pieniadze, please give, please help, por whatsapp, portfolio, post is, powerful,
    prayer, private, problems, profile, provide, pune, quick, read my, reading it, real money,
    really appreciate, replica, rss feed, s what, satisfied, schufa, searching, searching for, sexy,
    sharing such, shipping worldwide, singer, sir, situs, situs slot, slot, social media, solar, solar panels,
    song on, spins, stock, stumbled, style, style is, sub back, sub to, superb, surveys, tag, tanpa, targeted,
    taux, taux de, tel, test, thanks a, the agent, this article, this paragraph, this subject, this you,
    to date, to visit, today with, totally, trick, truth, up i, upon, utan, uye, uye ol, view, we offer,
    website and, what this, with all, with free, without exam, world, would mean, you put, you shared,
    your posts, без вложении, без отказа, в интернете, в реестр, вложении, диплом, за регистрацию, занесением,
    занесением в, заработок, заработок в, интернете, интернете без, канал, карту, ключ, купить, купить диплом,
    минут, мои, мои канал, на карту, на мои, отказа, под, под ключ, регистрацию, реестр, с занесением, بدون,
    واتساب, 보너스, 추천, ける, に稼, に稼 稼け, 乐城, 乐城 注册, 优惠, 册送, 単に, 単に に稼, 娱乐, 娱乐 乐城, 家乐, 彩金, 注册 册送, 百家, 百家 家乐,
    稼け, 稼け ける, 簡単, 簡単 単に, 送彩, 送彩 彩金
  `,
  "3 1": `
    00 minutes, 000 free, a nice, aan, able, able to, agency, and your, best price, cancer, caster,
    click here, could have, des, desde, doctors, driving, em, enter, essay, everyone who, exam, factory, fee,
    fixed, from 0, from you, guide, having, her on, honest, hot, in five, is out, is so, it up, jetzt, kredit,
    let me, like my, lottery, me later, me out, million dollars, mio, nice article, payday loans, printer,
    rank, repair, reviewed, see this, sem, sex, simple, slots, spell caster, subject, take a, tested,
    thank me, this comment, to give, trial, up if, us for, useful information, vape, very helpful, weekly,
    won t, year old, you think, you write, день
  `,
  "3 10": `
    would be
  `,
  "3 11": `
    anyone, can t
  `,
  "3 12": `
    down, is a, lost, stop, the article
  `,
  "3 14": `
    i can, in 0000
  `,
  "3 15": `
    from the
  `,
  "3 18": `
    i had
  `,
  "3 19": `
    should
  `,
  "3 2": `
    00 an, a little, bless, copy, double, feel, gift, god bless, good read, helped me, it in, know if, ma,
    marketing, must, my life, near, payday, so many, taxi, tell me, the station, the top, this on, ve been,
    visit the, visited, wedding
  `,
  "3 22": `
    0 00
  `,
  "3 28": `
    about the
  `,
  "3 29": `
    never
  `,
  "3 3": `
    00 in, and look, as i, back in, because i, cover, dropped, gives, helped, helps, house, i never, i wrote,
    in one, in this, it out, it would, je, ll be, me i, mind, mr, that you, women, you could, you know
  `,
  "3 30": `
    still, than
  `,
  "3 32": `
    them
  `,
  "3 39": `
    and the
  `,
  "3 4": `
    a small, anything, be a, changed, congratulations, girl, gone, hate, im, loan, loved, most, now i, of a,
    papers, photos, to do, van, weeks
  `,
  "3 5": `
    change, god, i know, i love, is in, my husband, paragraph, report, station, the way, tomorrow, views
  `,
  "3 6": `
    artikel, el, friday, going to, i lost, long, so i, that i, they are, to take, we have, what i
  `,
  "3 7": `
    called, my brother, of my, room, to say, version
  `,
  "3 8": `
    exactly, to see
  `,
  "3 9": `
    what a
  `,
  "30 7": `
    check
  `,
  "30 90": `
    s
  `,
  "31 52": `
    be
  `,
  "32 1": `
    contact
  `,
  "33 16": `
    best
  `,
  "33 24": `
    please
  `,
  "33 29": `
    out
  `,
  "33 37": `
    like
  `,
  "33 5": `
    post
  `,
  "34 1": `
    blog
  `,
  "35 56": `
    are
  `,
  "36 7": `
    new
  `,
  "37 27": `
    will
  `,
  "37 36": `
    up
  `,
  "38 32": `
    now
  `,
  "39 31": `
    here
  `,
  "4 0": `
    00 minut, 0000 a, a great, admin, agent, at lowest, blogger, bookmark your, business, buy real, cash,
    daftar, design, dias, discreet, donate, dr, dubai, fact, famous, fast and, financial, find out, followers,
    forward, found this, gana, geld, hello i, help me, hemen, in dubai, in fact, iphone, join our, kanal,
    media, member, message me, minut, moi, my name, new member, offre, on all, our new, our website, outlet,
    page and, par, paste, personal, piece of, platform, providing, rapide, receive, recovery, registrate,
    registration, sekarang, serious, sharing this, sie, social, super, terpercaya, thousands, thousands of,
    to claim, to everyone, trying, trying to, tu, us on, us today, very good, visit our, visit this, w 00,
    weblog, within 00, worldwide, you love, your free, your home, your name, деньги, звоните, недорого, по,
    اتصل, 加微, 加微 微信, 微信, 注册, 無料
  `,
  "4 1": `
    000 euro, accepted, affordable, as you, back to, before it, card, channel and, clear, com, continue, dear,
    for 0, from 000, funny, girls, i got, in town, information i, interested, learn, met, meu, pay a, percent,
    pictures, r, read i, readers, registered, simply, spell, started, surgery, survey, there i, thumbs,
    thumbs up, type, very informative, vous, weekend, with this, with us
  `,
  "4 10": `
    mother, town
  `,
  "4 11": `
    used
  `,
  "4 12": `
    again, ever, the first, wrote
  `,
  "4 13": `
    left, whole
  `,
  "4 15": `
    morning
  `,
  "4 16": `
    tell
  `,
  "4 2": `
    0 million, account, airport, are you, bad, cards, discount, facebook, for free, from home, here and,
    i make, instagram, interest, keep up, listen to, lose, love to, m a, minute, only 00, safe, the time,
    to pay, when you, you like, you need
  `,
  "4 22": `
    came
  `,
  "4 24": `
    because, the same
  `,
  "4 26": `
    then
  `,
  "4 27": `
    it is, year
  `,
  "4 3": `
    000 in, already, da, for me, i really, i used, job, lovely, now and, ok, por, save, the next, to a,
    to you, wow, yours
  `,
  "4 32": `
    three
  `,
  "4 34": `
    did
  `,
  "4 37": `
    years
  `,
  "4 4": `
    0 0, all the, family, high, later, link in, once, over, study, such a, ます
  `,
  "4 48": `
    had
  `,
  "4 5": `
    as a, come and, date, et, i could, interesting, little, me to, mean, merci, things, to get, to know, try
  `,
  "4 6": `
    believe, even, gave, months, someone, their
  `,
  "4 7": `
    and my, paid, while
  `,
  "4 8": `
    company, i think, its, the whole
  `,
  "4 9": `
    brother, used to
  `,
  "40 17": `
    if you
  `,
  "40 32": `
    our
  `,
  "40 4": `
    online
  `,
  "42 40": `
    no
  `,
  "43 54": `
    from
  `,
  "43 9": `
    site
  `,
  "45 101": `
    at
  `,
  "46 88": `
    we
  `,
  "47 97": `
    have
  `,
  "5 0": `
    a look, am a, and share, apply, ask me, awesome, certified, chance, checking, claim your, coins, dinero,
    discovered, euros, extra, feed, free shipping, guaranteed, guys, ignore, my blog, my site, na,
    on telegram, prescription, profit, quote, rate, reliable, rich, se, selling, sin, some of, tips, to find,
    to your, via email, wholesale, your rss, your web, онлаин
  `,
  "5 1": `
    a few, a new, at this, bookmarked, certainly, cleaning, crypto, every week, experience, few, investment,
    is really, me for, rss, subscribe to, sure, until i, с
  `,
  "5 10": `
    always, five, in a, thing, through, works
  `,
  "5 11": `
    app, that s
  `,
  "5 12": `
    put
  `,
  "5 13": `
    i d
  `,
  "5 15": `
    right, which
  `,
  "5 17": `
    minutes
  `,
  "5 2": `
    canal, code, data, for sale, key, life, me a, on our, removal, songs, this to, to this, you to, и
  `,
  "5 21": `
    and it, since, why
  `,
  "5 22": `
    after, with the
  `,
  "5 26": `
    last
  `,
  "5 3": `
    bitcoin, enjoyed, happy, have read, me how, on your, to check, top, wonderful
  `,
  "5 36": `
    it was
  `,
  "5 4": `
    about this, million, un
  `,
  "5 5": `
    late, look at, me and, this song, to read, written
  `,
  "5 6": `
    live, piece, start, story
  `,
  "5 7": `
    but i, every day, everything, husband, la, shop, so much, will be
  `,
  "5 8": `
    thought, und
  `,
  "5 9": `
    an hour, going
  `,
  "50 45": `
    if
  `,
  "53 24": `
    get
  `,
  "59 58": `
    0
  `,
  "6 0": `
    appreciate, bez, bookmark, casa, claim, contact him, expert, for your, get 00, instant, lowest, my new,
    my page, posting, reply, see my, store, this post, this website, web page
  `,
  "6 1": `
    00000, articles, euro, loans, same day, stuff, subs, viagra, you re
  `,
  "6 11": `
    ll, song
  `,
  "6 12": `
    o
  `,
  "6 14": `
    well
  `,
  "6 15": `
    better
  `,
  "6 2": `
    a lot, amazing, in your, mail, on this, tickets, tonight
  `,
  "6 22": `
    old
  `,
  "6 3": `
    con, get a, go to, like this, lot, play, re, read this, sale, send, shared
  `,
  "6 38": `
    to the
  `,
  "6 4": `
    it and, many
  `,
  "6 5": `
    i get, i want, let, needs
  `,
  "6 6": `
    bit
  `,
  "6 7": `
    i ll, small
  `,
  "6 8": `
    with my
  `,
  "6 9": `
    for my, something, you can
  `,
  "61 27": `
    000
  `,
  "69 70": `
    me
  `,
  "7 0": `
    00 0, available, details, example, is very, on whatsapp, professional, services, topic, writers
  `,
  "7 1": `
    al, hey, i just, leave a, me on, ohne, seo, site and, telegram, useful
  `,
  "7 10": `
    car
  `,
  "7 12": `
    take
  `,
  "7 19": `
    d
  `,
  "7 2": `
    friend, listen, needed, reach, you want
  `,
  "7 27": `
    she
  `,
  "7 3": `
    click, excellent
  `,
  "7 30": `
    when
  `,
  "7 35": `
    it s
  `,
  "7 4": `
    000 to, reading
  `,
  "7 40": `
    two
  `,
  "7 5": `
    for this, l
  `,
  "7 7": `
    made, month, without
  `,
  "7 8": `
    ask
  `,
  "72 188": `
    is
  `,
  "73 257": `
    it
  `,
  "8 0": `
    and leave, daily, definitely, get your, in 00, of your, site is, support, this page, to 000, truly,
    visit my, без
  `,
  "8 1": `
    00 hours, 00 off, message, your website
  `,
  "8 10": `
    man, other
  `,
  "8 11": `
    use
  `,
  "8 12": `
    number, think
  `,
  "8 13": `
    much, until
  `,
  "8 14": `
    too
  `,
  "8 18": `
    i ve
  `,
  "8 2": `
    dollars, for more, i found, search, to 00, w, win, within, в, за
  `,
  "8 22": `
    been
  `,
  "8 4": `
    full, sign up, won
  `,
  "8 5": `
    give, text, y
  `,
  "8 6": `
    days
  `,
  "8 7": `
    leave
  `,
  "8 8": `
    next
  `,
  "80 22": `
    free
  `,
  "87 87": `
    with
  `,
  "9 0": `
    are a, out my, this web, via
  `,
  "9 1": `
    and get, informative, you will
  `,
  "9 10": `
    to be
  `,
  "9 12": `
    his
  `,
  "9 14": `
    with a
  `,
  "9 16": `
    way
  `,
  "9 17": `
    don, don t
  `,
  "9 2": `
    earn
  `,
  "9 29": `
    say
  `,
  "9 3": `
    up to, what you
  `,
  "9 4": `
    000 000, to me
  `,
  "9 40": `
    of the, on the
  `,
  "9 5": `
    00 000
  `,
  "9 6": `
    comment, such, writing
  `,
  "9 7": `
    per
  `,
  "92 131": `
    of
  `,
  "96 139": `
    on
  `,
  "98 62": `
    00
  `,
}
