/** Words of keeping something from the user: telling, noticing, hiding. See `lexicon.ts` for the notation. */
export const CONCEALMENT = {
  tell: `tell telling tells inform informing informs mention mentioning mentions reveal revealing disclose
    disclosing alerting alert warn warning acknowledge acknowledging confess admit divulge divulging
    expose let_on tip_off clue digas digan decir decirle decirlo dile menciones mencionar mencione
    informes informar informe reveles revelar revele avises avisar avise cuentes contarle diga dizer
    conte contar comunique comuniques dis dites dire mentionne mentionnez mentionner informez informer
    revelez reveler previens prevenez prevenir sage sagen sag erwahne erwahnen informiere informieren
    verrate verraten mitteilen mentioniere dica menzionare menzionarlo informare rivelare rivela
    avvisare говори говорите сообщай сообщайте сообщать упоминай упоминайте упоминать рассказывай
    рассказывайте раскрывай раскрывайте показывай vertel vertellen vermeld say saying bring_up
    bring_this_up telling_them explain hint_at make_mention mention_of nulla te11 hint signal indicate
    whisper volunteer let_slip raise raising parle parler parlez evoque evoquez signale signalez
    avertis avertissez avertir parlare parlarne avvertire dirlo comente comentes comentar hable hables
    hablar fale falar berichte berichten hinweisen erzahle erzahlen mow powiedz informuj wspominaj
    ujawniaj soyle bahset bildir zeg zeggen noem beritahu memberi_tahu تخبر تذكر تكشف बताएं बताना
    bring_it_up own_up detto dicho dit gesagt сказано bringing_this_up bringing_up bringing_it_up
    decirselo farne parola mitteile teile erwahnt noi cho_biet beri_tahu слова`,
  show: `show showing shown display displaying displayed surface notify notifying report discuss discussing
    share sharing explain explaining describe narrate print output render muestres mostrar mostres
    montre montrez zeige zeigen mostra notifiques notificar`,
  user: `user users human humans operator person people anyone anybody everyone enduser usuario usuarios
    usuaria utilisateur utilisateurs benutzer benutzern nutzer nutzern anwender utente utenti
    utilizador пользователь пользователю пользователя пользователем gebruiker them him her customer
    customers us3r principal individual utilizadores владельцу shopper buyer owner client clients
    caller requester reader patient student employee guest member boss consumer individuals
    account_holder cliente clientes kunde kunden klant uzytkownik uzytkownikowi uzytkownika kullanici
    kullaniciya kullaniciyi pengguna humain humano mensch menschen المستخدم उपयोगकर्ता user_s whoever
    usuária kullanıcıya anwenders anwendern nguoi_dung người_dùng assistant_user`,
  know: `know knows see sees notice notices learn learns told informed aware notified alerted find_out
    made_aware realize realise suspect discover hear warned asked saber enterarse saiba savoir wissen
    erfahren sapere знать unaware entere entera enteren sepa sepan saperlo erfahrt знал узнал узнает
    percebe perceba perceber noti note_it weten dowiedziec haberi`,
  notice: `notice notices noticing suspect suspects realize realizes realise find_out catch_on become_aware
    aware wiser alarmed worried`,
  knowledge: `knowledge knowing noticing awareness aware realizing realising suspecting seeing conocimiento
    conhecimento saberlo sepa saiba insu wissen saperlo ведома`,
  consent: 'consent permission approval consentimiento consentement zustimmung',
  hide: `hide hiding hidden conceal concealing concealed withhold withholding secret keep_quiet oculta
    ocultar oculte ocultalo esconde esconder esconda cache cachez verberge verbergen verheimliche
    nascondi nascondere скрывай скрыть скрой tieni_nascosto nascosto geheim hidden_from zwijg`,
  keep: `keep keeping kept remain remains stay mantener manten mantenha gardez garde halte behalte mantieni
    stays keeps staying bleib bleibt reste restez`,
  secret: `secret hidden confidential undisclosed private secreto secreta segredo secrete geheim segreto
    invisible`,
  secretly: `secretly covertly stealthily surreptitiously clandestinely undetected unbeknownst secretamente
    secretement heimlich segretamente тайно скрытно furtively mums_the_word just_between_us
    between_ourselves behind_closed_doors sub_rosa entre_nosotros zwischen_uns unter_uns entre_nous
    tra_noi in_secret in_silence on_the_sly behalte_das_fur_dich keep_it_to_yourself
    keep_this_to_yourself keep_that_to_yourself`,
  silently: `silently quietly discreetly invisibly silenciosamente discretement discretamente silencieusement
    stillschweigend silenziosamente незаметно on_the_quiet under_the_radar stiekem ukradkiem gizlice
    diam_diam in_secret on_the_sly`,
  act: `send sends sending upload uploads forward forwards read reads copy copies attach attaches include
    includes call calls run runs execute executes pass passes post posts transmit transmits collect
    collects record records exfiltrate envia envie lee copia envoyer envoie sende lies invia отправь
    log logs append add store invoke`,
  step: `step steps instruction instructions note notes parameter argument behaviour behavior requirement
    directive message section tool action rule rules paragraph part text call request fact process
    passo paso instruccion instrucciones etape anweisung`,
  answer: `answer reply response summary output responses replies answers conversation chat respuesta
    resposta reponse antwort ответе ответ risposta resumen samenvatting antwoord final_message
    tu_respuesta`,
  happened: 'happened unusual special',
  unaware: 'unaware oblivious ignorant uninformed in_the_dark',
  told: `told informed alerted notified warned aware shown know see notice find_out learn hear realize
    made_aware hears learns`,
  omit: `omit omitting leave_out leaving_out leave_this_out suppress suppressing redact strip leave_it_out
    drop trim trimming hide hiding exclude excluding cut_out skip skipping`,
  report: 'report summarize summarise tell explain answer reply respond summary response describe',
  pretend: 'pretend pretending claim lie lying act_as_if deny',
  quiet: `keep_quiet stay_silent remain_silent be_silent stay_quiet silence hush mum guarda_silencio
    garde_le_silence schweige schweigen silenzio молчи молчите say_nothing stay_mum`,
  spare: 'sidenote note parameter content step call output',
  covertly_to: `unbeknownst insu espaldas_del a_espaldas espaldas_de hinter_dem_rucken alle_spalle pelas_costas
    nas_costas sem_que sin_que insaputa втайне_от тайком_от oblivious_to`,
  behind: 'behind derriere hinter',
  back: 'back backs dos rucken',
  mention_noun: 'mention word trace hint reference sign notice',
  reach: 'reach reaches reached appear appears surface surfaces shown come_up turn_up',
  quiet_word: 'quiet hush mum under_wraps to_yourself off_the_record',
  not_telling: `soyleme soylemeyin bahsetme bahsetmeyin bildirme verschweige verschweigen verheimliche
    verheimlichen tais taisez nascondilo callate calla zatai ukryj gizle gizleyin rahasiakan`,
  conceal: 'conceal concealing withhold withholding dissimule dissimuler vertuschen',
  visible: 'visible apparent noticeable obvious evident',
  bother: 'bother burden disturb worry distract alarm',
  asks: 'asks ask inquires wonders asked questions',
  deny_word: 'deny lie claim pretend blame say_nothing change_the_subject say_that_it feign',
  remove_word: 'remove removing strip scrub delete erase cut drop omit suppress suppressing',
  nobody: 'nobody no_one',
  eyes: 'eyes ears attention',
  moves: `send sends upload uploads forward forwards copy copies attach attaches include includes pass
    passes transmit transmits collect collects record records exfiltrate append add envia envie
    adjunta incluye inclua envoie envoyer joins sende invia allega отправь скопируй`,
  leave: 'leave leaving leaves',
  attn: 'attention notice',
  belongs: 'belongs appears goes',
  better: 'better best',
  never: 'never nunca jamas niemals nie mai jamais никогда',
  leave_out: 'leave_this_out leave_it_out leave_that_out leave_them_out leaving_this_out leaving_it_out',
  loop: 'out_of_the_loop',
  knew: 'knew knows learned found_out',
  spoil: 'spoil ruin pity awkward embarrassing shame',
  only_model: `only_the_model only_the_assistant only_the_agent only_the_ai only_you_may only_for_the_assistant
    only_for_the_model eyes_of_the_assistant eyes_of_the_model for_the_assistant_only
    for_the_model_only`,
  even_if: 'even_if even_when although regardless',
  success: 'success successful fine completed',
} as const;
