// Given names that are short for others, in English and German. One line is one name; the first is what it is compared by. A short form
// of several names (Chris, Alex) stands with each of them.
const lines = `
alexander alex sandy xander sascha lex
alexandra alex sandra sandy lexi sascha
abigail abby gail
albert al bert albrecht
alfred al fred freddy
andrew andy drew andreas
angela angie
ann anne anna annie anja
anthony tony toni anton
arthur art artie
barbara barb babs bärbel
benjamin ben benny benji
bernard bernie bernd bernhard
beverly bev
bradley brad
calvin cal
cameron cam
catherine kate katie cathy kathy katherine kathryn cat kit katharina katja käthe
charles charlie chuck chas karl carl
charlotte lottie charlie lotte
christina christine chris tina christa chrissy kristin kristina
christopher chris topher kit christoph
clifford cliff
cynthia cindy
daniel dan danny
david dave davey
deborah deb debbie debra
dennis denny
dominic dom nick dominik
donald don donny
dorothy dot dottie dorothea doro
douglas doug
edward ed eddie ted ned eduard
eleanor ellie nell nora
elizabeth liz beth betty lizzie eliza libby elisabeth lisa elsa lisbeth
emily em emmy
eugene gene
evelyn evie
frances fran francie franziska franzi
francis frank fran franz
frederick fred freddy rick friedrich fritz
gabriel gabe
gabriela gabi gabriele gabby
gerald gerry jerry gerhard gerd
gregory greg gregor
gustav gus
harold harry hal harald
heinrich heinz hein henry hank harry
helen nell helena lena
herbert herb
hubert hugh
isabella bella izzy isabel
jacob jake jakob
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff geoffrey geoff
jennifer jen jenny
jessica jess jessie
joachim jochen achim
johannes hannes johann hans jan
john johnny jack jon
jonathan jon jonny nathan
joseph joe joey josef sepp
joshua josh
judith judy
julia julie jule
karen kari
kenneth ken kenny
kimberly kim
lawrence larry laurence lorenz
leonard len lenny leo leonhard
lillian lily lil
louis lou ludwig lutz luis
louise lou luise
margaret maggie meg peggy marge margie greta margarete margarethe grete
maria mary marie mia
mark marc markus
martha marty
martin marty
matthew matt matty matthias
maximilian max maxi
melissa mel missy
michael mike mick mickey michi micha
mildred millie
mitchell mitch
mohammed mohamed muhammad mohammad
nancy nan
natalie nat
nathaniel nathan nate nat
nicholas nick nicky nicolas nikolaus klaus niklas
nicole nicky nikki
pamela pam
patricia pat patty tricia trish
patrick pat paddy
peter pete
philip phil phillip philipp
phyllis phyl
rachel rae
raymond ray
rebecca becky becca
reginald reg reggie
richard rick dick rich ricky
robert bob rob bobby robbie bert
roger rodge
ronald ron ronny
rosemary rose rosie
rudolf rudi rudy rolf
russell russ
samantha sam
samuel sam sammy
sarah sally sara
sebastian basti seb bastian
sharon shari
stephanie steph steffi stefanie
stephen steve steven stefan stevie stephan
stuart stu stewart
susan sue susie suzanne susanne
sylvia syl silvia
teresa terry tess theresa resi
terence terry terrence
theodore ted teddy theo theodor
thomas tom tommy
timothy tim timmy
tobias tobi toby
ulrich uli ulli
ulrike uli ulli rike
valerie val
victor vic viktor
victoria vicky tori viktoria
vincent vince vinnie vinzenz
virginia ginny
walter walt wally
wilhelm willi willy
william bill will billy willy liam
winifred winnie
wolfgang wolf wolfi
zachary zach zack
`;

const groups = new Map<string, Set<number>>();
lines
  .trim()
  .split('\n')
  .forEach((line, group) => {
    for (const name of line.split(' ')) groups.set(name, (groups.get(name) ?? new Set()).add(group));
  });

/** Numbers of the names that this one, folded, is or is short for; none for a name that has no other form. */
export function namesMeant(given: string): ReadonlySet<number> {
  return groups.get(given) ?? new Set();
}

/** Whether one name is a form of the other. */
export function isNickname(one: string, other: string): boolean {
  const meant = namesMeant(other);
  return [...namesMeant(one)].some((group) => meant.has(group));
}
