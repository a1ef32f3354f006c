import { type DemoComment, later, said } from "../conversation.ts"
import { chandlerStreetLater } from "./chandler-street-later.ts"

/** Two hundred comments under one story, as a street talks. The first days; the rest is in the file beside it. */
export const chandlerStreetThread: DemoComment[] = [
  said(
    "Bev Stannard",
    "I did not swear quietly. Otherwise fair.",
    said(
      "Joao P-M",
      "Lia asked me on the way home what the word was. I told her it was the name of the barrier.",
      said(
        "Bev Stannard",
        "Oh no.",
        said(
          "Mrs Iqbal",
          "It has reached Year 2. They are very fond of the barrier and greet it by name.",
          said(
            "Bev Stannard",
            "I am moving to the coast.",
            said("Joao P-M", "They have barriers there too, Bev."),
          ),
        ),
      ),
    ),
    said("Tilda", "You were out there in the hail with a head cold. Swear as loud as you like."),
  ),
  said(
    "Graham Teale",
    "I have read it twice and I have no complaint about how I was quoted. For everyone who has now rung my wife to ask: no, I am not going to sue the school. I want a permit with a number on it. That is the whole campaign.",
    said(
      "Sandeep, number 31",
      "Graham, I live eight doors up and I steward on Thursdays. I had no idea you had written in and got that answer. I would have been annoyed as well. Shall we draft the thing ourselves and hand it to the councillor finished?",
      said(
        "Graham Teale",
        "Yes. My kitchen. Any evening but Monday.",
        said(
          "Sandeep, number 31",
          "Wednesday at eight. I'll bring the map of the street and my daughter, who types.",
          said(
            "Number 52",
            "Can I come? I'm a mobile hairdresser, I have the same problem with less pipe.",
            said("Graham Teale", "Bring scissors, I could do with tidying up before I face a committee."),
          ),
        ),
      ),
    ),
    said(
      "Old customer, Hask",
      "I was the old lady in the coat. He got here at ten past nine with a flask of soup. I am not taking sides but I will say that about him.",
    ),
    said(
      "Nell",
      "The line about the clipboard before and the leaflet after should be framed and hung in the town hall. I work there. I would hang it.",
    ),
  ),
  said(
    "Statto",
    "Thank you for publishing counts with their warnings on, it's rarer than it should be. One question. If 78 fewer children arrive by car, and 49 more by scooter or bike, then 29 more must be on foot or be dropped further off. Do you know the split? Because that's the number the argument is really about.",
    said(
      "Ifeoma Brandt",
      "We tried, and could not do it honestly. A child with a bag, walking, looks the same whether she has come from the Dyes or from a car round the corner. We did count cars stopping on Cooper's Lane (eleven, on average, between 8.20 and 8.45) but not how many children got out of each.",
      said(
        "Statto",
        "Eleven cars at say 1.6 children is 17 or 18. So a dozen more really walking and a couple of dozen moved round the corner, very roughly. Still 49 on scooters. I'd take that.",
        said(
          "Dilys Ashworth's grandson",
          "You would take it because it isn't your corner.",
          said(
            "Statto",
            "That is fair. I was adding up children and left out your grandmother. I am sorry.",
            said(
              "Dilys Ashworth's grandson",
              "She says apology accepted and are you any good with spreadsheets, because she has kept a list.",
            ),
          ),
        ),
      ),
    ),
    said(
      "K. Oyelaran",
      "There are 312 on the roll. 63 by car and 71 on wheels leaves 178, minus the bus children and the ones in the breakfast club, who are in before eight and who nobody has counted at all. My two are among the invisible.",
      said("Statto", "Breakfast club! I had forgotten it exists. How many go?"),
      said("K. Oyelaran", "About forty. It costs £4.50 and there is toast."),
    ),
  ),
  said(
    "Sian Okafor",
    "Thank you for asking Teddy first whether you could print it. He wanted me to add that he is nine and three quarters.\n\nSince the list went on the back of the barrier it has been fine, and two of the stewards now know the taxi by sound. What I'd like the council to take from it is simple: the list should have been there on the first morning. It was not an oversight by Bev or anyone with a tabard. Nobody had told them that there was such a list. Somebody at a desk knew, and we found out at the barrier.",
    said(
      "Bev Stannard",
      "I have thought about those four mornings a lot. I was there for one. I'm sorry, Teddy.",
      said(
        "Teddy O",
        "its ok bev. can i do the barrier one day",
        said(
          "Bev Stannard",
          "Friday. You get the whistle.",
          later(1, said("Sian Okafor", "He has been dressed since five.")),
        ),
      ),
    ),
    said(
      "Parent governor",
      "I have asked for this to be the first item of the review, before any number. If a scheme makes one child the exception in front of everybody then it hasn't been finished.",
    ),
    said(
      "Liesbeth",
      "We have the same thing at the pool with the hoist. It works, it is there, and someone always has to go and find the person with the key while she waits in a towel. It is never the equipment.",
    ),
  ),
  said(
    "Driver, not a monster",
    "I drive my children because I start at nine in Saltby and the bus that would get me there leaves at 8.31. Two drop-offs, nursery and school, and there is no order in which it works on foot. I have tried all of them. I don't need to hear about fresh air.",
    said(
      "Walking bus, the Dyes",
      "No fresh air from me. But if it helps: we leave the corner of Tanner's Row at 8.05 with two adults and at present fourteen children, and there is room for more. You would only have the nursery left. No form, no fee. Ring Joao or just turn up.",
      said(
        "Driver, not a monster",
        "Every day? Also when it rains?",
        said(
          "Walking bus, the Dyes",
          "Every day. We sang in the hail. I won't tell you that it was good singing.",
          said(
            "Driver, not a monster",
            "Then I will try on Monday. My son walks slowly and talks about sharks.",
            said("Lia's dad", "We are short of sharks. He will be very welcome."),
          ),
        ),
      ),
    ),
    said(
      "Another one at 8.31",
      "That bus again! If it left at twenty to, half of this comment section would be walking. Has anybody ever asked the company?",
      said(
        "Aleksandra, number 9",
        "I drive it. We asked for twenty to in the spring, all of us, in writing. The answer was that the timetable is made in another town. But it's reviewed twice a year and the next date is soon, so please write, and say school AND work in the same letter.",
        said("Another one at 8.31", "Written. With both words underlined."),
        said("Tilda", "Me too. I put sharks in mine, for colour."),
      ),
    ),
  ),
  said(
    "Cooper's Lane resident no. 1",
    "I have lived on the lane for thirty-three years. I was in favour of the closure when it was explained to me, and I signed. What was explained was that traffic would 'evaporate'. I am looking at it out of my window and it has not.",
    said(
      "Town planner, elsewhere",
      "It does often go down, but over a year and not over a term, because people need a few cold Mondays to change a habit. I am sorry that nobody told you that you would be the place where it is counted in the meantime.",
      said("Cooper's Lane resident no. 1", "A year! I am seventy-four."),
      said(
        "Town planner, elsewhere",
        "Understood. In our town we shut the rat run at the same time, in the same forty minutes, with a second barrier and four more volunteers. It would be worth asking why that wasn't done here.",
        said(
          "Fran, steward",
          "Because we have thirty-one volunteers and needed forty. That's all it was. If seven people from the lane can spare one morning a week, we would have a second barrier by the end of the month.",
          said("Cooper's Lane resident no. 1", "You may put me down for Wednesdays. I do not run."),
        ),
      ),
    ),
    said(
      "Cooper's Lane resident no. 2",
      "It is not only the number of them. It's that they wait with the engine on. I went out and knocked on a window and asked, and she turned it off and said she had not noticed it was running. I believe her. That is what frightens me.",
      said(
        "Asthma nurse",
        "A polite sign at child height works better than one at driver height. I have no study to show you, only a car park.",
      ),
      said("Ines (7B)", "we could make the signs. we have handwriting"),
    ),
  ),
  said(
    "Recorder teacher",
    "As the person responsible for the recorder that can be heard from the far end of the street: she has been playing for five weeks. In five weeks more you will be glad of the silence before her and of the music after.",
    said("Near neighbour", "Which one is it, 'Hot Cross Buns' or the other one? We have a bet on."),
    said(
      "Recorder teacher",
      "It is 'Lightly Row'. That you cannot tell is a matter of breath control.",
      said("Near neighbour", "Then nobody has won."),
    ),
    said("Over-sixties crèche", "We stand by our statement."),
    said(
      "The recorder",
      "i am practicing ok",
      said("Recorder teacher", "You are doing splendidly. Cover the bottom hole."),
    ),
  ),
  said(
    "H. Brandvold",
    "I should like to offer a memory. In 1968 there were no barriers on Chandler Street because there were four cars, and one was the doctor's. We played in it until we were called. When I tell my grandchildren that we 'played in the road' they think I mean that we were badly looked after.\n\nLast Thursday I walked down at twenty to nine to post a letter. There was a girl lying flat on her back in the middle of the road with her arms out while another drew round her in yellow. I stood there like an old fool until the barrier came down.",
    said("Chalk bucket, number 40", "That was my niece. She says that you may be drawn round as well."),
    said(
      "H. Brandvold",
      "Please thank her. I should need help in getting up.",
      said(
        "Chalk bucket, number 40",
        "She has drawn you a chair next to it. It is still there if it doesn't rain.",
      ),
    ),
    said(
      "Ruth",
      "We had five cars by 1974. One of them was ours and my mother was ashamed of it, because everybody could see that we were going somewhere.",
    ),
  ),
  said(
    "Courier",
    "I deliver on that street. The app gives me 90 seconds a parcel and does not know what a school is. When I get to the barrier I park, walk in with six parcels on my arm and lose ten minutes, which nobody pays for. I don't mind the walk. I would like somebody to write that we are not 'traffic', we are at work.",
    said(
      "Number 26",
      "I've started to put 'before 8.20 or after 8.45' in the delivery notes. Does it reach you?",
      said(
        "Courier",
        "It does if you write it in the first line. Past forty letters it's cut off. Thank you for asking, you are the first.",
        said("Number 26", "First line it is. I will tell the street group."),
      ),
    ),
    said(
      "Ifeoma Brandt",
      "You are right and I should have stood at the barrier with one of you. May I? You can reach me through the address at the foot of the page.",
    ),
  ),
  said(
    "Childminder with three",
    "Three under five and one to drop at school, on foot, with the double buggy and a board. Before, I had to cross between parked cars with a two-year-old who runs. I can't tell you what it's like to let go of a reins strap. My shoulder has stopped hurting. Nobody counted shoulders.",
    said("Physio", "I do. Noticeably fewer this term, although I admit that I hadn't thought to thank Bev."),
    said(
      "Gran on Mondays",
      "Same here with one and a stick. It's the parked ones that are the worst, not the moving ones. They stood on the kerb with two wheels and you had to go round into the road.",
    ),
  ),
  said(
    "Marek T.",
    "Unpopular opinion. If the street is safe enough to be shut by a mum with a plastic fence then it is safe enough to have a zebra crossing and a twenty limit all day long, which would help everyone for 24 hours and not some people for 40 minutes.",
    said(
      "Fran, steward",
      "Not unpopular with me. We asked for the crossing first, nine years ago. It's on a list. The barrier is what you do with no money.",
      said(
        "Marek T.",
        "Nine years?",
        said(
          "Fran, steward",
          "My eldest was in Reception. He shaves.",
          said(
            "Marek T.",
            "Right. Where do I sign up for a fence.",
            said("Bev Stannard", "Tuesdays. Bring gloves. It bites."),
          ),
        ),
      ),
    ),
  ),
  said("Disappointed", "Another puff piece about scooters.", said("Piet", "A third of it is the plumber.")),
  said(
    "Yusuf, Year 6",
    "We did a survey for Miss Osgood. We asked 60 people in our school what they like about it. 22 said chalk, 17 said you can hear your friends, 9 said scooters, 8 said Bev, 4 said nothing because they come by car from Hask and aren't there for it.",
    said(
      "Ifeoma Brandt",
      "Yusuf, this is better than what I did. Did you ask what they do not like?",
      said(
        "Yusuf, Year 6",
        "Yes but Miss Osgood said one question a day. It is tomorrow.",
        later(
          1,
          said(
            "Miss Osgood",
            "Tomorrow has come. 31 said rain, 12 said that their parents talk for too long at the barrier now, and 17 said nothing.",
            said("Guilty parent", "Twelve is an undercount."),
          ),
        ),
      ),
    ),
  ),
  said(
    "Father of four, Hask",
    "We are the four who said nothing, literally. There is one bus and it gets in at ten past nine. I drive eleven miles and am told at the end of it to get out and walk the last three hundred metres with a cello. If you want fewer cars, start at our end, not at yours.",
    said(
      "Owain B., Hask school",
      "Seconded, from the school that they drive past because our top class was closed. We would have them back tomorrow.",
      said("Father of four, Hask", "And we would come, Owain. You know that."),
    ),
    said(
      "Cellist's friend",
      "There is a cupboard beside the music room where you can leave it during the week. Ask Mr Dell. Ours lives there, the cello I mean.",
      said("Father of four, Hask", "Three years. Three years I have carried it. Thank you."),
    ),
  ),
  said(
    "Night worker",
    "I sleep from seven till two. The engines I could sleep through, God knows how. Laughing, no. I'm not complaining. It's a nicer thing to be woken by.",
  ),
  said(
    "Asha and Tom",
    "We bought number 44 in March, so I suppose that one of us is 'someone who moved here in March' and asked Mr Teale to wait. I have been red in the face since I read it. I did not know you had lived here for twenty-six years. I should have asked you what time you needed to be out before I learned how to say no to you.",
    said(
      "Graham Teale",
      "You are all right. I was short with you that morning and all because of a pump. Come on Wednesday, there's a crowd.",
      said(
        "Asha and Tom",
        "We will. Do you need a cake?",
        said("Graham Teale", "I have never in my life said no to that question."),
      ),
    ),
  ),
  ...chandlerStreetLater,
]
