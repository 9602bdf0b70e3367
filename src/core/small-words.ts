/**
 * The commonest small words of the main European languages, folded, with their accents: they say nothing of what a passage is about, and in
 * which language it is.
 */
export const SMALL_WORDS = {
  en: `of the in for and to a an on at with by from as or about above after again against all almost along already also
    although always am among another any anyone anything are aren't around away be because been before being below
    between both but can can't cannot could couldn't did didn't does doesn't doing don't down during e.g each eg
    either else etc even ever every everything few further get gets getting got had hadn't has hasn't have haven't
    having he he'd he'll he's her here here's hers herself him himself his how how's however i i'd i'll i'm i've i.e
    ie if instead into is isn't it it's its itself just let let's like may maybe me might mine more most much must
    my myself neither never no nor not nothing now off often once one ones only other others our ours ourselves out
    over own perhaps quite rather really same shall she should shouldn't since so some someone something sometimes
    soon still such than that that's their theirs them themselves then there there's these they they'd they'll
    they're they've this those though through thus too toward towards under until up upon us very via was wasn't we
    we'd we'll we're we've well were weren't what what's whatever when when's where where's whether which while who
    who's whom whose why will within without won't would wouldn't yes yet you you'd you'll you're you've your yours
    yourself yourselves`,
  de: `aber als also am an auch aus bei bin bis bist da dabei dadurch dafür dagegen daher damit dann daran darauf dass
    dein deine denn dennoch deren dessen dich dies diese diesem diesen dieser dieses dir doch dort du durch ein eine
    einem einen einer eines er es etwas euch euer ganz gegen habe haben hat hatte hatten hier ich ihm ihn ihnen ihr
    ihre ihrem ihren ihrer immer in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinem
    keinen keiner können könnte man manche mehr mein meine mich mir muss müssen nach nicht nichts noch nun nur ob
    oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sollte sondern sonst über um uns
    unser unsere unter viel vom vor war waren warum was weil weiter welche welcher wenn wer werde werden wie wieder
    will wir wird wo wurde wurden zu zwar zwischen beim sowie bereits etwa wobei der die das des dem den und von für
    im zum zur mit auf`,
  fr: `ai ainsi alors aucun aucune aussi autre autres avaient avait avant avec avoir c car ce cela ces cet cette ceux
    chaque chez ci comme comment d dans deux doit donc dont elle elles encore entre est été être eu fait faire fois
    font ici il ils j je jusqu l leur leurs lui lors m ma mais me même mes moi moins mon n ne ni non nos notre nous
    nouveau on ont ou où par parce pas peu peut plus plusieurs pourquoi puis qu quand que quel quelle quels qui quoi
    s sa sans se sera ses si son sont sous soit souvent t ta te tes toi ton tous tout toute toutes très trop tu un
    une vos votre vous y de du la le les des et en à au aux pour sur`,
  es: `al algo algún alguna ante antes aquel aquella así aún aunque cada casi como cómo contra cual cuando cuándo desde
    donde dónde durante ella ellas ello ellos entre era eran eres es esa ese eso esos esta está están estas este
    esto estos fue fueron gran ha había han hasta hay lo más me mi mis mucho muy nada ni nos nosotros o otra otras
    otro otros para pero poco por porque que qué quien quién se sea ser si sí sido sin sobre son su sus también tan
    tanto te tiene tienen toda todas todo todos tú un una uno unos ya yo de la el del los las y en con`,
  it: `alla alle altro anche ancora avere aveva c'è che chi ci come cosa così cui dal dalla dalle dell delle dopo dove
    due e ed era essere fare fino fra gli ha hai hanno ho io lei li loro ma mi mia mio molto ne nel nella nelle noi
    non nostra nostro o ogni ora per perché più poi prima qua quale quando quella quelle quelli quello questa queste
    questi questo qui quindi sarà se sei sempre senza si sia solo sono sopra sotto sta stata stato su sua sue sugli
    sui sul sulla suo tra tu tua tuo tutti tutto un una uno va voi vostro il la le i di a da in della dei degli con`,
  pt: `ainda ao aos após aquela aquele até bem cada com como cujo depois deve ela elas ele eles em então entre era essa
    esse esta está este eu foi foram há isso isto já lhe mais mas mesmo meu minha muito muitos na não nas nem no nos
    nós nossa nosso num numa o os ou para pela pelo por porque qual quando que quem são se sem ser será seu seus só
    sua suas também tem têm ter todo todos um uma você de a e da do dos das`,
  nl: `aan al alleen als altijd andere ben bij binnen daar dan dat de deze die dit doch doen door dus een eens en er ge
    geen geweest haar had heb hebben heeft hem hier hij hoe hun iets ik in is ja je kan kon kunnen maar me meer men
    mij mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw
    veel wat we weer wel werd wezen wie wil worden wordt zal ze zelf zich zij zijn zo zonder zou van het voor met`,
  sv: `alla andra att bara blev blir de den denna deras dess det detta dig din där då efter eller en ett från för ha
    hade han hans har henne honom hur här ingen inte jag kan man med mellan men mig min mot mycket ni nu när något
    några om oss på samma sedan sig sin skulle som så till under upp ut utan vad var vara vi vid vilken är även och
    av i`,
  da: `af alle alt anden andre at blev blive bliver da de dem den denne der deres det dette dig din dog du efter eller
    en end er et for fordi fra få gør ham han hans har havde have hende her hos hun hvad hver hvis hvor i ikke ind
    jeg jer kan kun kunne man mange med meget men mere mig min må ned nogen noget nogle nu når og også om op os
    over på selv sig sin skal skulle som sådan til ud under ved vi vil ville være været`,
  nb: `alle alt andre at av ble bli blir da de den denne der deres det dette disse du eller en enn er et etter for
    fordi fra få gjør ham han hans har hadde henne her hun hva hver hvis hvor i ikke inn jeg kan kun kunne man mange
    med meg mer men min mot mye må når ned noe noen nå og også om opp oss over på seg selv sin skal skulle som så
    til under ut ved vi vil ville være vært`,
  fi: `ehkä ei eivät ellei emme en eli enemmän ennen että he hän häntä ilman ja jo joka jonka jos jossa jotka jälkeen
    kaikki kanssa koska kuin kun kuten lisäksi me mihin mikä miksi mitä mukaan mutta myös ne niiden niin niitä noin
    nyt näin olemme olen oli olisi olivat ollut olla on ovat saa se sekä sen siellä sillä sitten sitä siinä tai te
    tämä tämän tässä tätä vaan vai vielä voi`,
  ru: `а без более бы был была были было быть в вам вас ведь весь во вот все всех вы где да даже для до его ее если
    есть еще же за здесь и из или им их к как какой когда кто ли либо мне можно мой мы на над надо нас наш не него
    нее нет ни них но ну о об однако он она они оно от очень по под пока после потому почти при про с сам свой себя
    со так также такой там те тем то того тоже той только том тот тут ты у уже хотя чего чей чем что чтобы эта эти
    это этого этой этом этот я`,
  pl: `aby ale bez bo być był była było były co czy dla do gdy gdzie go ich jak jako jego jej jest jestem już każdy
    kiedy kto która które który lub ma mi może my nad nie nim niż o od on ona one oni oraz po pod przez przy się są
    ta tak także tam te tego tej ten to tu tym tylko u w wszystko we więc za że żeby i na z`,
} as const
