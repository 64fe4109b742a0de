"""Short and other forms of given names in use in England, as lines: full names, then their short ones. Pure.

Source: put together for this application from general knowledge of English usage (I). A name may stand in
several lines.
"""

from __future__ import annotations

from functools import cache

LINES = """
abigail: abbie abby abi gail
adam: ad addy
albert: al bert bertie
alexander: alex alec al sandy sasha xander lex
alexandra: alex alexa sandra sasha lexi lexie
alfred: alf alfie fred
alice: ali allie
alison: ali allie
amelia emelia: amy millie milly
andrew: andy drew
angela: angie ange
anne ann anna: annie nan
anthony: tony ant antony
archibald: archie
arthur: art artie
barbara: barb barbie babs
benjamin: ben benji benny
bethany: beth bethan
bradley: brad
caitlin kaitlin kaitlyn caitlyn: kate katie
cameron: cam
caroline: caro carrie carol
catherine kathryn katherine katharine catharine: cath cathy kate katie kitty kathy kat cat
charles: charlie chas chuck
charlotte: charlie lottie char
christina christine kristina: chris chrissie tina
christopher: chris kit topher kristopher
daniel: dan danny
danielle: dani ellie
david: dave davey davy
deborah: deb debbie debs
dominic: dom nic
dorothy: dot dottie dolly
edward: ed eddie ned ted teddy
eleanor elinor: ellie nell nellie ellen nora
elizabeth elisabeth: liz lizzie beth betty bess eliza elsie libby lily betsy
emily: em emmy millie
emma: em emmy
ethan: eth
evelyn: eve evie
florence: flo florrie flora
frances: fran frankie francesca
francesca: fran frankie chess chessie
francis: frank frankie fran
frederick: fred freddie freddy
gabriel: gabe
gabriella gabrielle: gabby gabi ella
george: georgie
georgina: georgie gina georgia
gerald: gerry ged
grace: gracie
gregory: greg
harold: harry hal
harriet: hattie harry
harrison: harry
henry: harry hal hank
isabella isabel isabelle isobel: bella izzy issy ella
isaac: ike zac
jacob: jake jay
jacqueline: jackie jacqui
james: jim jimmy jamie jem
janet: jan
jasmine jasmin yasmin: jas jazz
jason: jay jase
jeffrey geoffrey: jeff geoff
jennifer: jen jenny jenna
jeremy: jez jerry
jessica: jess jessie
joanne joanna: jo joan
john: jack johnny jon jonny ian
jonathan johnathan: jon jonny nathan
joseph: joe joey jo yusuf
josephine: jo josie
joshua: josh
judith: judy jude
julia: jules julie
katelyn: kate katie
kenneth: ken kenny
kimberley kimberly: kim
laurence lawrence: larry laurie
leonard: len lenny leo
leonardo: leo
lewis louis: lew
lillian lilian: lily lil
louis: lou louie lewis
louise: lou lulu
lucas: luke luca
lucy: lu luce
madeleine madeline: maddie maddy madison
margaret: maggie meg peggy marge greta rita daisy megan
martha: marty mattie
martin: marty
mary: may molly polly maria marie
matilda: tilly tilda mattie
matthew mathew: matt matty
maximilian: max
megan: meg meghan
melanie: mel
melissa: mel missy
michael: mick mike mikey micky micah
michelle: shell chelle
mohammed muhammad mohamed mohammad muhammed mohamad muhamad: mo
natalie: nat nats
natasha: tasha tash
nathan: nat nate
nathaniel: nat nate nathan
nicholas nicolas: nick nicky nico
nicola: nicky nic nikki
noah: no
oliver: ollie olly
olivia: liv livvy livi ollie
oscar: oz ozzy
pamela: pam
patricia: pat patsy trish tricia
patrick: pat paddy rick
penelope: penny
peter: pete
philip phillip: phil pip
philippa phillipa: pip pippa
rachel rachael: rach
raymond: ray
rebecca rebekah: becky becca bex becks
reginald: reg reggie
reuben: ruben
richard: rick dick richie ricky rich
robert: rob bob bobby robbie bert
robyn: robin
ronald: ron ronnie
rosemary: rose rosie
roxanne: roxy
ryan: ry
samantha: sam sammy
samuel: sam sammy
sarah sara: sally sadie
sean shaun shawn: shane
sebastian: seb bas
sophia sophie sofia: soph
stephanie: steph steff stephie
stephen steven: steve stevie ste
stuart stewart: stu
susan suzanne susanna: sue susie suzie
terence: terry
teresa theresa: terri tess tessa
theodore: theo ted teddy
thomas tomas: tom tommy
timothy: tim timmy
toby: tobias
valerie: val
veronica: ronnie vera
victoria: vicky vicki tori vic
vincent: vince vinny
violet: vi
walter: wally walt
wilfred: wilf fred alfie
william: will bill billy willie liam willy
winifred: win winnie freda
yasmin yasmine: yaz jasmine
zachary zachariah: zac zach zak zack
zoe zoey zoie:
"""


@cache
def _forms() -> dict[str, frozenset[str]]:
    """{name: what it may also be told as}. Two short forms of one name are not forms of each other."""
    found: dict[str, set[str]] = {}
    for line in LINES.strip().split("\n"):
        full, short = (part.split() for part in line.split(":"))
        for name in full:
            for form in (*full, *short):
                found.setdefault(name, set()).add(form)
                found.setdefault(form, set()).add(name)
    return {name: frozenset(forms) for name, forms in found.items()}


def is_form_of(one: str, other: str) -> bool:
    """Whether one given name, in small letters, may be a form of another: Tom of Thomas."""
    return other in _forms().get(one, frozenset())
