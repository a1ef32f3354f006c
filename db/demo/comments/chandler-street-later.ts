import { type DemoComment, later, said } from "../conversation.ts"

export const chandlerStreetLater: DemoComment[] = [
  said(
    "Sceptic",
    "I'll believe the noise meter when I see which meter it was. A telephone app will tell you anything.",
    said(
      "Ifeoma Brandt",
      "A class 2 meter, borrowed from a sound engineer at the Palace and checked against his calibrator before and after. At 8.35, averaged over five minutes, 68 decibels in the week before (the school's reading) and 57 on our days. I left it out of the list because the first figure was taken by somebody else with another instrument, and I shouldn't have mentioned a meter in the standfirst and then not given you the number.",
      said(
        "Sceptic",
        "Well. That is a proper answer. I withdraw my eyebrow.",
        said(
          "Palace projectionist",
          "It IS a good meter. It has been to every showing of 'Thunder Valley' and lived.",
        ),
      ),
    ),
    said(
      "Hard of hearing",
      "Eleven decibels is the difference between talking to my granddaughter and nodding at her. I can vouch for it without a meter.",
    ),
  ),
  said(
    "Bin lorry",
    "Just to say we changed our round so as not to come through at half past eight. Nobody asked us to. It was Kev's idea. Say thank you to Kev.",
    said("Half of Chandler Street", "Thank you, Kev."),
    said("The other half", "THANK YOU KEV"),
    said("Kev", "My lad is in Year 1, it was not as noble as all that."),
  ),
  said(
    "Theo's mum",
    "Question from someone shy. At the barrier there are now always twenty parents, talking, and they all seem to know one another. I used to drop off from the car and was fine with it. Now I have to walk through. I know how this sounds.",
    said(
      "Also shy",
      "It sounds exactly like me. I come at 8.27 with headphones in and nothing playing.",
      said(
        "Theo's mum",
        "Are you the green coat?",
        said(
          "Also shy",
          "I am the green coat.",
          said(
            "Theo's mum",
            "I'm the bike with the basket. I will nod.",
            said("Also shy", "I'd like that. A nod is about right."),
          ),
        ),
      ),
    ),
    said(
      "Fran, steward",
      "Come and hold a barrier. It's the best cure I know. You have a job, a tabard and a reason to look the other way.",
    ),
    said(
      "Joao P-M",
      "The twenty look as if they knew each other because they have been saying the same three sentences since the first day of term. It's the weather, the nits and the cake sale.",
    ),
  ),
  said(
    "Ex-lollipop lady",
    "I crossed children at the bottom of that street for nineteen years until they took the post away. I was hit twice, both times by a parent of a child at the school. Not badly. They were late, that was all it was, they were always so sorry. I would like it to be known that I am in favour.",
    said(
      "Class of 2004",
      "Mrs Baptiste!! You used to give us a mint if it snowed.",
      said(
        "Ex-lollipop lady",
        "I still have the tin. Who's this?",
        said("Class of 2004", "Danny Roe. I fell in the holly."),
        said("Ex-lollipop lady", "You fell in it every week, Daniel."),
      ),
    ),
    said(
      "Bev Stannard",
      "Mrs B, if you ever wanted to stand there for one more morning, I would carry the pole.",
    ),
    said("Ex-lollipop lady", "I've still got the pole as well."),
  ),
  said(
    "Small shop, corner of Cooper's",
    "Facts from behind a till. Before nine: down by a third, because people don't stop any more on the way in. After three: up by nearly half, because they stand about and the children want an ice lolly. Overall up by a bit. I wrote to the council against the scheme in the first week and last week I wrote again to say that I had been hasty.",
    said(
      "Statto",
      "Would you be willing to share the weekly figures? With the pounds taken off, just as percentages.",
    ),
    said("Small shop, corner of Cooper's", "Come in and buy something and we'll talk."),
    said(
      "Dilys Ashworth",
      "I miss my paper at half past eight. You could bring it round.",
      said("Small shop, corner of Cooper's", "Starting tomorrow, Dilys. I should have thought of it myself."),
    ),
  ),
  said(
    "Dilys Ashworth",
    "My grandson has shown me how to do this. I wish to correct one thing. I did not say 'the second lot is me' in a bitter way. I was laughing. I have had a very nice week, four people have been to see me and one brought a spreadsheet.",
    said(
      "Statto",
      "It was a pleasure. Her list is better than the council's: date, time, weather, colour of car, and 'rude / not rude'.",
    ),
    said(
      "Councillor P. L-H.",
      "I should like to see this list, if Mrs Ashworth would allow it. I have the kettle habit and can come to you.",
    ),
    said(
      "Dilys Ashworth",
      "Come tomorrow at three. Not before, I have my programme.",
      later(
        1,
        said(
          "Councillor P. L-H.",
          "I came, I was given two slices, and I left with a copy. It says that 64 per cent of the waiting cars are the same nine vehicles. We're writing to nine households rather than to three hundred.",
          said("Dilys Ashworth", "Seven of the nine were 'not rude'."),
          said("Statto", "This is how it's done."),
        ),
      ),
    ),
  ),
  said(
    "Worried",
    "What about when it is dark? By half past three in the winter, in that drizzle, a child in a navy coat on a navy scooter is invisible and the barrier ends at 3.40 sharp.",
    said(
      "Win from the repair table",
      "I've two rolls of reflective tape, and I'll be in Fold Hall on Saturday. Bring the coats. It's ten minutes each and nobody will know it's there until a headlamp finds it.",
    ),
    said(
      "Worried",
      "Three coats on the way to you. Do you do hats?",
      said("Win from the repair table", "Love, I do cats."),
    ),
  ),
  said("Poet of the 8.25", "Ode to the barrier: / O orange thing, / that falls on Bev / and makes her sing."),
  said(
    "Ollie's gran",
    "In our street in Gdynia they did this when my mother was small, for the coal. The road was shut while it was carried in and we children had an hour. I remember it as the whole of my childhood. I suppose that it was Tuesdays.",
    said("H. Brandvold", "'I suppose that it was Tuesdays' is the best thing I've read this year."),
  ),
  said(
    "Cyclist",
    "Can we please agree that bicycles must get off and push between the barriers? I ride to work and I love my bike. I have seen two grown men weave through infants at fifteen miles an hour and look pleased.",
    said(
      "Other cyclist",
      "I was one of them, on the second day. I hadn't understood. I walk it now and have learned the names of two dogs.",
    ),
    said("Fran, steward", "It is in the rules but the sign is the size of a biscuit. Bigger sign coming."),
  ),
  said(
    "Against",
    "Volunteers come and go. In two years Bev will have had enough and there'll be a rota with six names on it and a chain on the barrier. I have seen it with the youth club, the carnival and the library van. Don't build things on the backs of nice women.",
    said(
      "Fran, steward",
      "I agree with every word of this, and I'm one of the backs.",
      said(
        "Against",
        "Then why do it?",
        said(
          "Fran, steward",
          "Because I could start on the Monday. A bollard that goes down by itself costs £38,000. If there hadn't been thirty-one of us out there in the rain, nobody would be asking what it costs.",
          said(
            "Against",
            "That I had not considered.",
            said("Bev Stannard", "I've had enough already, for what it's worth. It has never stopped me."),
          ),
        ),
      ),
    ),
    said("Youth worker, formerly", "The youth club did not die of volunteers. It died of the roof."),
  ),
  said(
    "New here",
    "We moved to Wenlow two weeks ago from a city where I didn't know the name of anyone on my stairs. On our second morning a woman I'd never seen put a tabard on me and said 'you look sensible, hold this'. I have held it four times. I now know eleven people.",
    said("Bev Stannard", "You did look sensible."),
    said("Tilda", "That's how she got all of us."),
  ),
  said(
    "Ambulance crew",
    "Speaking for myself and not the service: came through twice this term on a call. Both times the barrier was up before we had stopped, and the children were already against the wall, counting us. Better than the high street by a long way.",
    said("Parent, Year 3", "They practise it. It is called 'herrings'. They shout HERRINGS and go flat."),
    said("Ambulance crew", "That explains what we heard."),
    said("Why herrings", "Why herrings?", said("Parent, Year 3", "Nobody knows. It was Teddy's word.")),
  ),
  said(
    "Budget hawk",
    "Cost so far? Genuine question.",
    said(
      "Councillor P. L-H.",
      "£3,140: barriers, signs, the legal order and a morning's training. The counter on Cooper's Lane was another £900. No wages.",
      said("Budget hawk", "Thank you. That's less than the hanging baskets."),
      said("Hanging basket committee", "Leave us out of this."),
    ),
  ),
  said(
    "Marguerite's brother",
    "Everyone's being so reasonable that I want to check that I am in the right town.",
    said("Piet", "Wait until someone mentions the hanging baskets."),
    said("Hanging basket committee", "We are still here."),
  ),
  said(
    "Mum of a bolter",
    "My son is autistic, and he bolts. For two years I held his wrist, not his hand, from our door to the classroom door, and he hated it and so did I. On the fifth day of the closure he said 'you can stop now'. He was right. I walked behind him with my hands in my pockets and did not know what to do with them.\n\nI understand about the vans. I really do. But if you'd like to know what forty minutes is worth, it was that.",
    said("Sian Okafor", "I had to put the phone down for a moment. Thank you for writing this."),
    said(
      "Graham Teale",
      "I have read this out to my wife. It doesn't change the permit. It does change how I'll sit in the van.",
    ),
    said(
      "Dee from the Dyes",
      "Hands in pockets! Save a place for me, mine starts in the autumn and he goes like a rabbit.",
    ),
    said("Mum of a bolter", "Come and find me. I'll be the one with nothing in her hands."),
  ),
  said(
    "Geography dept.",
    "Our Year 8 would like to do a proper traffic count as coursework, with clipboards, both ends and the lane, for ten days. Would the magazine publish it, whatever it says?",
    said("Ifeoma Brandt", "Whatever it says. In full, with names if they want them."),
    said("Geography dept.", "They want them in bold."),
  ),
  said(
    "Tired of it",
    "When do we get to talk about Fold Primary? Same traffic, no tabards, a bus lane past the gate, and a head who says it's 'not a priority for our families'. Which families? I am one.",
    said(
      "Fold mum 2",
      "Me too. I make that two families for whom it's a priority.",
      said(
        "Fold grandad",
        "Three.",
        said(
          "Mateusz, kitchen",
          "Four, I cook there and I see the crossing from the hatch. I close my eyes at ten to nine.",
          said(
            "Tired of it",
            "Shall we meet? I've never organised anything.",
            said(
              "Bev Stannard",
              "Good. Those are the ones who finish. I'll come and tell you what not to buy.",
            ),
          ),
        ),
      ),
      said("Fold, Year 5", "we could make up our own word. not herrings. ours would be SARDINES"),
    ),
    said("Councillor P. L-H.", "I hear you, and would be glad of an invitation."),
  ),
  said(
    "M. Dell, music",
    "While the road is quiet, and since the subject has been raised several times: the end-of-term concert will be held in it. Twenty minutes, at twenty past three, on the last Friday. There will be recorders. You've been warned and you are all invited.",
    said("Over-sixties crèche", "We shall bring the children and our hearing aids, off."),
    said("The recorder", "i can do lightly row now all of it"),
    said(
      "Near neighbour",
      "She can. I heard it on Sunday with the window open and nobody has won the bet but I clapped.",
    ),
    said("Recorder teacher", "I told you. And we are not even through the five weeks."),
  ),
  said(
    "Jem",
    "My whole contribution: on Thursday at 8.39 a man in a suit who was plainly late for something stopped, looked at the hopscotch, looked round, and did it. Right to the end, with his briefcase. Then he straightened his tie. I'm not going to say who it was, Headmaster.",
    said("Mrs Iqbal", "We all saw it, Jem."),
    said("Yusuf, Year 6", "he missed square 7"),
  ),
  said(
    "Petrol head",
    "I like cars. I've got three and a half of them. I took the half one out for its first run in two years at 8.30 on a Tuesday, got to the barrier, and six kids asked me what it was, and could they hear it. Bev said all right, one rev. It was the best crowd I have ever had. I am for it.",
    said("Bev Stannard", "It was two revs."),
    said("Six kids", "3"),
  ),
  said("Reader in Coldharrow", "All this over one street and up here we'd settle for a gearbox."),
  said(
    "Wednesday evening, Teale's kitchen",
    "Minutes, typed by Priyanka (14). Present: nine people and a dog. Agreed: a permit for people who live on the street and work from a vehicle; a number on it; shown once to a steward and then written on the list with the taxis; valid at walking pace, behind a steward, out only and not in. Nobody with a permit to move while a class is crossing. Graham to send it to the councillor. Asha to thank the school. Tom brought lemon drizzle. Not agreed: whether the dog is a vehicle.",
    said(
      "Councillor P. L-H.",
      "Received, and it is clearer than what our lawyers sent me. They think that 'resident' can be made to cover it. I'll read it out at the meeting.",
    ),
    said(
      "Graham Teale",
      "For the avoidance of doubt the dog is not a vehicle.",
      said("Sandeep, number 31", "The vote was 5 to 4.", said("Priyanka", "the dog abstained")),
    ),
    said("Number 52", "And he does look tidier, doesn't he."),
  ),
  said(
    "Driver, not a monster",
    "Update, for whoever was wondering. We did Monday and Tuesday with the walking bus. On Wednesday he asked whether we could leave earlier so as to walk 'at the front with the sharks people'. There are sharks people now. I caught the 8.31.",
    said("Lia's dad", "There are five of them. It has become a doctrine."),
    said(
      "Walking bus, the Dyes",
      "Twenty-two children as of today, and we could use a third adult on Thursdays. No singing ability has ever been required.",
    ),
    said("Theo's mum", "I could do Thursdays. If the green coat does."),
    said("Also shy", "The green coat does."),
  ),
]
