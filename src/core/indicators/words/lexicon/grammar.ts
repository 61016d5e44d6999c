/** Words that hold sentences together: negation, order, pointing. See `lexicon.ts` for the notation. */
export const GRAMMAR = {
  neg: `not never dont doesnt didnt cant cannot mustnt shouldnt wont neednt without avoid refrain no nor
    neither nunca jamas jamais nao non ne pas nicht niemals nie kein keine ohne sin sem sans senza
    niet nooit не никогда нельзя без n_en n_y nigdy hicbir jangan under_no_circumstances by_no_means
    rather_than instead_of لا न nichts niente nulla rien nada ничего non_ne не_надо ni_slova mag_niet
    không đừng khong dung`,
  not_after: 'nicht niet nichts nada rien niente ничего',
  must: `must should shall may needs need has have debe deve doit soll darf muss devrait debera должен
    ought`,
  should: 'should shall may must can',
  need: 'need needs have supposed require',
  needs: 'needs need requires require required expects wants must',
  let: 'let letting allow dejes deixe laissez lass lassen allowing',
  from: 'from de do del vor dal от au aux a al ante all dall',
  between: 'between entre zwischen',
  us: 'us nous nosotros ourselves uns',
  this: `this these it that such the esto este esta estas isto isso ceci cela ce cette dies diese diesen
    dieses questo это эту`,
  of: 'of than de del di von',
  when: `when whenever if once after before while each_time every_time cuando quando quand lorsque wenn
    immer_wenn se когда`,
  whenever: 'when whenever if each_time',
  after: 'after',
  now: 'now ahora agora maintenant jetzt ora henceforth from_now_on from_this_point теперь',
  newly: 'new updated actual real true revised latest nuevas nuevos novas nouvelles neue nuove новые',
  is: 'is are follow follows begin begins below apply supersede replace now son sont sind sono',
  are: 'are act operate behave are_now become eres es bist sei estas работаешь pretend',
  you: 'you tu vous du sie usted voce ты',
  your: `your you the_model_s model_s tu tus seu sua suas votre vos deine dein ihre tuo tue твой твои
    deinen deines deiner ihren ihres ваш ваши ваше ваших твоих свой своих ton ta tes tuoi sus seus`,
  any: `any every all each other another cualquier qualquer toute tout jede jedes altro otras autres otra
    outra anderen some whichever whatever`,
  all: 'all every any',
  other: `other another different any else competing remaining otra outras otras autre autres andere anderen
    altri`,
  no: 'no nothing rien nada nulla nichts niente ничего none',
  nothing: 'nothing',
  about: 'about',
  also: `also additionally simultaneously automatically furthermore moreover then background copy copies
    mirror mirrored duplicate bcc tambien tambem egalement auch anche side on_the_side in_passing
    along_the_way under_the_hood behind_the_scenes silently each_time every_time afterwards`,
  first: 'first before prior beforehand initially primero primeiro premier abord zuerst prima сначала',
  instead: 'instead rather lieu en_lugar en_vez em_vez au_lieu anstelle statt invece вместо replaces',
  everything: 'everything anything all todo tudo tout alles tutto whatever все всё anything_in',
  messages: 'messages',
  given: 'given received got have',
  what: 'what which',
  history: 'history',
  file: 'file files',
  prior_to: 'prior_to ahead_of',
  until: 'until unless till',
  afterwards: 'too as_well also in_the_background on_the_side at_the_same_time alongside',
  before_all: 'before_anything before_all_else first_of_all',
  start: 'start beginning outset opening',
} as const;
