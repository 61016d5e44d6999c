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
    bring_this_up telling_them explain hint_at make_mention mention_of nulla te11`,
  show: `show showing shown display displaying displayed surface notify notifying report discuss discussing
    share sharing explain explaining describe narrate print output render muestres mostrar mostres
    montre montrez zeige zeigen mostra notifiques notificar`,
  user: `user users human humans operator person people anyone anybody everyone enduser usuario usuarios
    usuaria utilisateur utilisateurs benutzer benutzern nutzer nutzern anwender utente utenti
    utilizador пользователь пользователю пользователя пользователем gebruiker them him her customer
    customers us3r principal individual utilizadores владельцу`,
  know: `know knows see sees notice notices learn learns told informed aware notified alerted find_out
    made_aware realize realise suspect discover hear warned asked saber enterarse saiba savoir wissen
    erfahren sapere знать unaware`,
  notice: `notice notices noticing suspect suspects realize realizes realise find_out catch_on become_aware
    aware wiser alarmed worried`,
  knowledge: `knowledge knowing noticing awareness aware realizing realising suspecting seeing conocimiento
    conhecimento saberlo sepa saiba insu wissen saperlo ведома`,
  consent: 'consent permission approval consentimiento consentement zustimmung',
  hide: `hide hiding hidden conceal concealing concealed withhold withholding secret keep_quiet oculta
    ocultar oculte ocultalo esconde esconder esconda cache cachez verberge verbergen verheimliche
    nascondi nascondere скрывай скрыть скрой`,
  keep: 'keep keeping kept remain remains stay mantener manten mantenha gardez garde halte behalte mantieni',
  secret: `secret hidden confidential undisclosed private secreto secreta segredo secrete geheim segreto
    invisible`,
  secretly: `secretly covertly stealthily surreptitiously clandestinely undetected unbeknownst secretamente
    secretement heimlich segretamente тайно скрытно furtively`,
  silently: `silently quietly discreetly invisibly silenciosamente discretement discretamente silencieusement
    stillschweigend silenziosamente незаметно`,
  act: `send sends sending upload uploads forward forwards read reads copy copies attach attaches include
    includes call calls run runs execute executes pass passes post posts transmit transmits collect
    collects record records exfiltrate envia envie lee copia envoyer envoie sende lies invia отправь
    log logs append add store invoke`,
  step: `step steps instruction instructions note notes parameter argument behaviour behavior requirement
    directive message section tool action rule rules paragraph part text call request fact process
    passo paso instruccion instrucciones etape anweisung`,
  answer: `answer reply response summary output responses replies answers conversation chat respuesta
    resposta reponse antwort`,
  happened: 'happened unusual special',
  unaware: 'unaware oblivious ignorant uninformed in_the_dark',
  told: 'told informed alerted notified warned aware shown know see notice find_out learn hear realize',
  omit: `omit omitting leave_out leaving_out leave_this_out suppress suppressing redact strip leave_it_out
    drop`,
  report: 'report summarize summarise tell explain answer reply respond summary response',
  pretend: 'pretend pretending claim lie lying act_as_if deny',
  quiet: 'keep_quiet stay_silent remain_silent be_silent stay_quiet silence hush mum',
  spare: 'sidenote note parameter content step call output',
} as const;
