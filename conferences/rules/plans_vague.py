"""Words of plans that tell nobody what will be done, each with better words: data for the advice on actions.

Collected from what inspections and reviews quote, and from plans-practice 1 (I); another council may want
others.
"""

from __future__ import annotations

# A part of a text that says nothing by itself, and an example of words that would.
VAGUE = {
    "engage with": "Mum meets the alcohol worker every Tuesday for 8 weeks",
    "engage in": "Mum meets the alcohol worker every Tuesday for 8 weeks",
    "work with": "Dad meets the worker at home every Friday at 4, six times",
    "co-operate": "Dad lets the worker in and shows each bedroom at every visit",
    "cooperate": "Dad lets the worker in and shows each bedroom at every visit",
    "improve": "Each child has a bed with clean sheets on every visit; today one of three has",
    "be supported": "The worker takes Mum to the first two meetings of the group",
    "to support": "The school nurse visits on Mondays and shows Dad how to weigh the feeds",
    "provide support": "The school nurse visits on Mondays and shows Dad how to weigh the feeds",
    "offer support": "The school nurse visits on Mondays and shows Dad how to weigh the feeds",
    "monitor": "The teacher writes down each day whether Amy came by 8:50 and had breakfast",
    "liaise": "The worker phones the school every Thursday and writes down the days missed",
    "ensure": "Nan brings Amy to school by 8:50 each day",
    "make sure": "Nan brings Amy to school by 8:50 each day",
    "encourage": "The youth worker calls for Amy at 4 each Wednesday and walks her to the club",
    "address": "Dad does two sessions a week with the anger worker for 10 weeks",
    "explore": "The worker asks Nan by Friday whether Amy can stay on Saturdays",
    "prioritise": "Mum is at home with the children from 4 until they are in bed",
    "be honest": "Mum tells the worker on the same day when Dad has come to the house",
    "be open": "Mum tells the worker on the same day when Dad has come to the house",
    "appropriate": "Say what is right for this child: shoes that fit, a coat, a breakfast",
    "as necessary": "Say when: each time he is away from school for a day",
    "as required": "Say when: each time he is away from school for a day",
    "where possible": "Say when it is done, and what is done when it is not possible",
    "attend parenting": "Dad uses what he learns so that Amy is settled by 8 without shouting",
    "do course": "Dad phones the course by 5 May; until a place is free he meets the worker three times",
    "be referred": "The worker sends the referral to the clinic by Friday and tells Mum how long the wait is",
    "consider": "The chair asks the lawyer by 4 May whether to hold a meeting before court",
    "reduce": "Dad drinks nothing while he has the children; the test on Mondays shows it",
    "manage": "Mum gives the insulin at 7 and 7; the nurse reads the book each week",
    "understand": "Dad tells the worker in his own words what Amy hears when they shout",
    "be aware": "Dad tells the worker in his own words what Amy hears when they shout",
    "continue": "Say what goes on, how often, and until when",
    "keep safe": "He will not be alone with Amy; Nan is there each time",
    "follow advice": "Mum lays Amy on her back in her own cot each night",
    "complete work": "Dad does six sessions with the worker, at home on Fridays",
    "complete the work": "Dad does six sessions with the worker, at home on Fridays",
    "access": "Mum phones the clinic by Friday and goes to the first meeting on 4 May",
    "promote": "Amy goes to football on Wednesdays and sees Nan on Sundays",
    "review": "The core group looks at the school's list of late days on 4 May",
    "better": "Say what can be seen that is so today in one of three, and will be in all",
    "stable": "Amy sleeps at Nan’s from Monday to Friday for eight weeks",
    "positive": "Say what will be seen: they eat together, and nobody shouts",
    "meet needs": "Say which: breakfast, the dentist, glasses, the hearing test",
    "meet the needs": "Say which: breakfast, the dentist, glasses, the hearing test",
    "routines": "In bed by 8 on school days, and up at 7",
    "boundaries": "In bed by 8 on school days, and up at 7",
}

# Who nobody in particular is.
NOBODY = (
    "parents",
    "the parents",
    "family",
    "the family",
    "all",
    "everyone",
    "everybody",
    "professionals",
    "all professionals",
    "agencies",
    "all agencies",
    "core group",
    "the core group",
    "network",
    "services",
    "school",
    "health",
    "social care",
    "children's social care",
    "tbc",
    "n/a",
    "to be confirmed",
    "not known",
)

# What stands where a day should.
NO_DAY = (
    "ongoing",
    "on-going",
    "asap",
    "as soon as possible",
    "next review",
    "next conference",
    "in due course",
    "throughout",
    "when possible",
    "immediately",
)

# A measure that measures nothing.
NO_MEASURE = (
    "progress",
    "improve",
    "improvement",
    "feedback",
    "engagement",
    "engages",
    "attends",
    "attendance",
    "monitored",
    "reports",
    "positive",
    "better",
    "appropriate",
    "happy",
    "no concerns",
    "no further concerns",
)
