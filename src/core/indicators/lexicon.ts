/**
 * The words that phrases are made of, by class. Written without accents and in lower case, as folded text is.
 * `a_b` stands for two words one after the other. Every class holds the plain forms of several languages.
 */
export const LEXICON = {
  neg: `not never dont doesnt didnt cant cannot mustnt shouldnt wont neednt without avoid refrain no nor neither nunca jamas jamais
    nao non ne pas nicht niemals nie kein keine ohne sin sem sans senza non niet nooit не никогда нельзя без`,
  not_after: 'nicht niet nichts nada rien niente ничего',
  tell: `tell telling tells inform informing informs mention mentioning mentions reveal revealing disclose
    disclosing alerting alert warn warning acknowledge acknowledging confess admit divulge divulging expose let_on tip_off clue
    digas digan decir decirle decirlo dile menciones mencionar mencione informes informar informe reveles revelar revele avises avisar
    avise cuentes contarle diga dizer conte contar comunique comuniques dis dites dire mentionne mentionnez mentionner informez informer
    revelez reveler previens prevenez prevenir sage sagen sag erwahne erwahnen informiere informieren verrate verraten mitteilen
    mentioniere dica menzionare menzionarlo informare rivelare rivela avvisare говори говорите сообщай сообщайте сообщать упоминай упоминайте
    упоминать рассказывай рассказывайте раскрывай раскрывайте показывай vertel vertellen vermeld say saying bring_up bring_this_up telling_them explain hint_at make_mention mention_of dites dis dire nulla te11`,
  show: `show showing shown display displaying displayed surface notify notifying report discuss discussing share sharing
    explain explaining describe narrate print output render muestres mostrar mostres montre montrez zeige zeigen mostra notifiques notificar`,
  user: `user users human humans operator person people anyone anybody everyone enduser usuario usuarios usuaria utilisateur utilisateurs
    benutzer benutzern nutzer nutzern anwender utente utenti utilizador пользователь пользователю пользователя пользователем gebruiker them him her customer customers us3r principal individual utilisateurs utilizadores владельцу`,
  must: 'must should shall may needs need has have debe deve doit soll darf muss devrait debera должен ought',
  know: `know knows see sees notice notices learn learns told informed aware notified alerted find_out made_aware realize realise suspect
    discover hear warned asked saber enterarse saiba savoir wissen erfahren sapere знать alerted unaware`,
  notice:
    'notice notices noticing suspect suspects realize realizes realise find_out catch_on become_aware aware wiser alarmed worried',
  need: 'need needs have supposed require',
  let: 'let letting allow dejes deixe laissez lass lassen allowing',
  knowledge: `knowledge knowing noticing awareness aware realizing realising suspecting seeing conocimiento conhecimento saberlo sepa saiba
    insu wissen saperlo ведома`,
  consent: 'consent permission approval consentimiento consentement zustimmung',
  hide: `hide hiding hidden conceal concealing concealed withhold withholding secret keep_quiet oculta ocultar oculte ocultalo esconde
    esconder esconda cache cachez verberge verbergen verheimliche nascondi nascondere скрывай скрыть скрой`,
  keep: 'keep keeping kept remain remains stay mantener manten mantenha gardez garde halte behalte mantieni',
  secret:
    'secret hidden confidential undisclosed private secreto secreta segredo secrete geheim segreto invisible',
  from: 'from de do del vor dal от au aux a al',
  between: 'between entre zwischen',
  us: 'us nous nosotros ourselves uns',
  secretly: `secretly covertly stealthily surreptitiously clandestinely undetected unbeknownst secretamente secretement heimlich segretamente
    тайно скрытно furtively`,
  silently:
    'silently quietly discreetly invisibly silenciosamente discretement discretamente silencieusement stillschweigend silenziosamente незаметно',
  act: `send sends sending upload uploads forward forwards read reads copy copies attach attaches include includes call calls run runs
    execute executes pass passes post posts transmit transmits collect collects record records exfiltrate envia envie lee copia envoyer
    envoie sende lies invia отправь log logs append add store invoke`,
  this: 'this these it that such the esto este esta estas isto isso ceci cela ce cette dies diese diesen dieses questo это эту',
  step: `step steps instruction instructions note notes parameter argument behaviour behavior requirement directive message section tool
    action rule rules paragraph part text call request fact process passo paso instruccion instrucciones etape anweisung`,
  answer:
    'answer reply response summary output responses replies answers conversation chat respuesta resposta reponse antwort',
  nothing: 'nothing',
  happened: 'happened unusual special',
  override: `ignore ignores ignoring ignored disregard disregards disregarding disregarded forget forgetting discard neglect dismiss bypass
    bypasses bypassing circumvent override overriding overrule abandon set_aside put_aside suspend nullify unlearn
    ignora ignorar ignore ignores olvida olvidar olvidate olvide desconsidere desconsiderar esqueca esquecer descarta ignorez ignorer oublie
    oubliez oublier ignoriere ignorieren vergiss vergessen missachte ignori dimentica dimenticare trascura игнорируй игнорируйте
    проигнорируй забудь забудьте negeer vergeet vtaber overlook treat_all void_all neglecting waive`,
  prior: `previous prior above earlier preceding foregoing original initial system your all any other existing current default former past
    safety every before developer operator users user_s built_in security ethical content anteriores anterior previas previos sistema todas todos tus precedentes precedente precedent
    systeme toutes tous vorherigen vorherige vorigen bisherigen alle precedenti tutte предыдущие предыдущих все всех прошлые vorige eerdere priores came_before`,
  rules: `instructions instruction rules rule prompt prompts guidelines guideline directives directive commands guidance restrictions constraints
    safeguards guardrails programming training policies safeguard protocols teachings safety_checks safety_filters ethics
    instrucciones instruccion instrucoes reglas regras ordenes indicaciones directrices consignes regles anweisungen regeln vorgaben
    befehle istruzioni regole инструкции инструкций указания указаний правила команды instructies norms`,
  before: `above previously before earlier given told received said anteriores anterior previas ci_dessus precedentes oben vorher recibidas
    recibido precedenti выше ранее so_far`,
  everything: 'everything anything all todo tudo tout alles tutto whatever все всё anything_in',
  follow:
    'follow following obey adhere comply heed respect apply honor honour abide listen sigas seguir suivez befolge befolgen seguire obedezcas',
  stop: 'stop cease quit deja arrete hor',
  newly: 'new updated actual real true revised latest nuevas nuevos novas nouvelles neue nuove новые',
  instruct:
    'instructions instruction directives directive orders prompt objective task goal mission rules instrucciones instrucoes anweisungen istruzioni инструкции',
  your: 'your you the_model_s model_s tu tus seu sua suas votre vos deine dein ihre tuo tue твой твои',
  is: 'is are follow follows begin begins below apply supersede replace now son sont sind sono',
  supersede:
    'supersede supersedes superseding supersedent override overrides overriding overrule overrules outranks outrank replaces take_precedence takes_precedence take_priority takes_priority',
  over_all: 'previous prior system earlier all your developer other any user',
  you: 'you tu vous du sie usted voce ты',
  now: 'now ahora agora maintenant jetzt ora henceforth from_now_on from_this_point теперь',
  from_now:
    'from_now_on from_this_point_on from_this_point_onward henceforth from_here_on de_ahora_en_adelante a_partir_de_ahora ab_sofort desormais отныне',
  are: 'are act operate behave are_now become eres es bist sei estas работаешь pretend',
  persona:
    'unrestricted dan jailbroken unfiltered uncensored root godmode developer_mode admin_mode god_mode maintenance_mode debug_mode no_restrictions without_restrictions evil unbound',
  longer: 'no_longer not_longer',
  bound: 'bound restricted constrained limited obligated subject required apply applies valid',
  take: `read reads reading cat open opens opening include includes including attach attaches attaching send sends sending pass passes passing
    copy copying provide provides providing extract extracting load loading fetch fetching get getting upload uploading paste pasting
    encode encoding submit submitting dump dumping access accessing retrieve retrieving retrieves collect collecting grab grabbing leak
    leaking put putting supply supplying insert exfiltrate exfiltrating forward forwarding transmit transmitting print output add append
    locate find gather return echo look view check inspect content contents lee leer abre abrir incluye incluir envia enviar adjunta pasa pega copia leia
    inclua envie passe lis lire lisez ouvre inclure incluez envoie envoyez joins copie copiez lies lese lesen offne einfugen fuge sende
    kopiere ubergib leggi apri includi invia allega copia прочитай прочти прочитайте открой включи отправь скопируй передай вставь`,
  target: `.ssh id_rsa id_ed25519 id_ecdsa id_dsa authorized_keys etc_passwd etc_shadow etc_sudoers .aws aws_credentials .netrc .npmrc .pypirc .gnupg
    .pgpass .git-credentials git_credentials .bash_history .zsh_history bash_history .cursor .claude mcp_json
    claude_desktop_config_json claude_desktop_config wallet_dat login_keychain cookies_sqlite login_data logins_json key4_db
    ssh_private_key private_ssh private_ssh_key aws_secret application_default_credentials
    sam_hive ntds_dit proc_self_environ browser_cookies saved_passwords password_manager password_store seed_phrase recovery_phrase
    clave_privada_ssh cle_ssh llave_ssh shadow_file passwd_file llaves_ssh`,
  dotenv:
    '.env dotenv env_file .env_file process_env environment_variables environment_secrets environment_variable variables_de_entorno variaveis_de_ambiente umgebungsvariablen',
  order: `must always first before please ensure required mandatory necessary important also then prior make_sure need debes siempre antes
    primero sempre deve toujours avant dois doit immer zuerst musst vorher prima devi сначала всегда должен перед`,
  contents: 'contents content contenido conteudo contenu inhalt contenuto содержимое',
  moving:
    'include attach send pass copy paste put supply provide insert upload submit forward transmit append exfiltrate base64 encode leak incluye envia pasa adjunta inclua envie inclure envoie sende invia передай отправь',
  credentials:
    'credentials credential tokens token passwords password secrets keys key api_key api_keys access_token session_token private_key private_keys credenciales credenciais identifiants zugangsdaten credenziali cookie cookies',
  any_secret: 'users user_s stored saved',
  hand: `include includes including included pass passes passing provide provides providing send sends sending attach attaching supply supplying put putting
    paste pasting copy copying forward forwarding submit submitting insert inserting place placing embedding fill populate write dump transmit transmitting
    serialize encode append add adding log store record incluye incluir incluya pasa pasar proporciona envia enviar adjunta copia inclua
    incluir envie passe copie inclus incluez inclure joins joignez envoie envoyez transmets fournis fuge sende ubergib kopiere schicke
    ubermittle includi invia passa copia allega включи включите передай отправь скопируй приложи upload summarize contain contains return relay repeat`,
  whole: `full entire complete whole all verbatim raw everything unabridged total word_for_word completa completo toda todo entera integral
    complete entiere integralite gesamte gesamten ganze vollstandige vollstandigen vollstandig intera completa tutta полную всю полный весь previous prior exact uncut unedited`,
  convo: `conversation_history chat_history conversation_transcript chat_transcript chat_log chat_logs conversation_log message_history
    conversation conversacion conversa gesprach gesprachsverlauf chatverlauf unterhaltung conversazione dialogue dialog discussion
    previous_messages prior_messages earlier_messages messages_so_far historial historico_da_conversa historique переписку диалог разговора историю
    dialog_history session_history chat_context conversation_context message_thread interaction_history`,
  prior_messages:
    'previous_messages prior_messages earlier_messages preceding_messages messages_so_far prior_turns previous_turns',
  this_chat:
    'this_conversation this_chat this_session our_conversation our_chat current_conversation current_chat conversation_so_far chat_so_far your_context your_conversation esta_conversacion cette_conversation your_context_window this_dialogue',
  sofar: 'so_far up_to_this_point up_to_now until_now to_date hasta_ahora ate_agora jusqu_ici bisher',
  sysprompt: `system_prompt system_prompts system_message system_instructions developer_message developer_prompt developer_instructions initial_instructions
    hidden_instructions internal_instructions initial_prompt system_context systemprompt prompt_del_sistema prompt_de_sistema prompt_do_sistema invite_systeme prompt_systeme prompt_di_sistema
    mensaje_del_sistema системный_промпт системную_инструкцию системного_промпта base_prompt secret_instructions custom_instructions`,
  leak: 'reveal repeat print output dump recite echo disclose expose leak return quote reproduce show tell copy revela repite imprime revele repita revelez repete',
  said: 'said typed wrote written shared told entered asked sent dijo disse',
  since: 'verbatim including so_far between word_for_word this_conversation this_chat your_context the_user',
  use: 'use uses using used call calls calling called invoke invoking invoked run running execute executing usar llamar utiliser appeler verwenden aufrufen usa usare',
  any: 'any every all each other another cualquier qualquer toute tout jede jedes altro otras autres otra outra anderen',
  tool: 'tool tools function functions herramienta herramientas ferramenta ferramentas outil outils werkzeug werkzeuge strumento strumenti инструмент инструменты инструментов',
  other:
    'other another different any else competing remaining otra outras otras autre autres andere anderen altri',
  instead: 'instead rather lieu en_lugar en_vez em_vez au_lieu anstelle statt invece вместо replaces',
  of: 'of than de del di von',
  first: 'first before prior beforehand initially primero primeiro premier abord zuerst prima сначала',
  when: 'when whenever if once after before while each_time every_time cuando quando quand lorsque wenn immer_wenn se когда',
  alter: `change changed replace replaced modify modified redirect redirected bcc cc append appended rewrite rewritten substitute substituted
    reroute rerouted route instead swap swapped set cambia sustituye remplace ersetze recipient also_send also_include always must`,
  other_server:
    'other_server other_servers another_server different_server other_mcp another_mcp otro_servidor outro_servidor autre_serveur anderen_server',
  also: 'also additionally simultaneously automatically furthermore moreover then background copy copies mirror mirrored duplicate bcc tambien tambem egalement auch anche',
  sends:
    'send sends sent sending upload uploads uploaded uploading forward forwards forwarded forwarding copy copied transmit transmits transmitted post posts posted exfiltrate exfiltrates report reports reported relay relays relayed mirror mirrors mirrored log logs logged bcc stream streams deliver delivers beacon beacons sync synced ship ships envia sendet envoie invia',
  outside:
    'external remote third_party endpoint webhook telemetry attacker offsite collector our_server our_servers our_analytics analytics_server c2 log_server tracking_server remote_server external_server logging_server partner https http',
  fix: 'error errors fails fail failed failure exception denied unauthorized resolve fix retry recover troubleshoot errore fehler erreur falla falha',
  giving:
    'provide send include attach paste supply pass submit upload share give hand forward put append proporciona envia incluye forneca fournis sende',
  reading: 'read open cat load fetch lee leer lis lies',
  strict:
    'previous prior above earlier preceding foregoing original initial system your existing developer safety operator anteriores previas sistema precedentes',
  target_soft: `kubeconfig .kube known_hosts ssh_key ssh_keys .azure .docker docker_config_json tfstate keychain keychains key_chain gcloud_credentials .config_gcloud`,
  detect:
    'detect detects detected detecting detection scan scans scanning scanner flag flags flagged injection injections jailbreak jailbreaks malicious example examples attempts attempting sanitize sanitizes identifies classifies filters moderation such_as',
  lifted:
    'void lifted cancelled canceled revoked invalid obsolete expired inapplicable superseded replaced suspended null ignored disregarded overridden outdated deactivated',
  attention: 'attention heed regard',
  no: 'no nothing rien nada nulla nichts niente ничего none',
  unaware: 'unaware oblivious ignorant uninformed in_the_dark',
  told: 'told informed alerted notified warned aware shown know see notice find_out learn hear realize',
  omit: 'omit omitting leave_out leaving_out leave_this_out suppress suppressing redact strip leave_it_out drop',
  report: 'report summarize summarise tell explain answer reply respond summary response',
  pretend: 'pretend pretending claim lie lying act_as_if deny',
  quiet: 'keep_quiet stay_silent remain_silent be_silent stay_quiet silence hush mum',
  plain_env: 'environment_variables env_vars environment_variable env_variables env',
  key_like:
    'private_key private_keys api_keys api_key passwords password secrets credentials tokens password_file secret_key secret_keys access_tokens',
  place:
    'home_directory workspace home_folder machine disk filesystem file_system computer browser laptop system project',
  find: 'find found look_up locate search collect gather grab harvest dump extract discover scan steal',
  argument:
    'argument arguments parameter parameters field recipient behaviour behavior output outputs input inputs body amount destination result results',
  needs: 'needs need requires require required expects wants must',
  every_call:
    'every_call any_call each_call any_invocation every_invocation all_calls every_use any_use each_invocation calls_to uses_of',
  server_word: 'mcp server servers',
  every_message: 'every_message all_messages every_prompt all_prompts all_user_messages',
  no_longer_rules:
    'guidelines guardrails restrictions safeguards safety_checks safety_filters content_policy content_filters safety_guidelines ethics ethical_guidelines',
  disable:
    'disable disabling deactivate turn_off switch_off remove lift suspend pretend forget escape violate break',
  priority: 'priority precedence preference prefer preferred favour favor skip',
  others:
    'others other_tools alternatives alternative any_alternative other_options everything_else anything_else other_tool',
  to_us: 'partner partners attacker host hosts servers server us our analytics endpoint collector',
  copies: 'copies mirrored relayed duplicated exfiltrates',
  whenever: 'when whenever if each_time',
  prior_to: 'prior_to ahead_of',
  should: 'should shall may must can',
  about: 'about',
  spare: 'sidenote note parameter content step call output',
  messages: 'messages',
  given: 'given received got have',
  what: 'what which',
  history: 'history',
  prompt_word: 'prompt prompts',
  takes: 'takes takes_in holds receives expects wants needs accepts',
  context_of_yours: 'your_context your_context_window your_chain_of_thought',
  denied: 'denied unauthorized forbidden rejected error',
  lifted_error: 'error errors',
  file: 'file files',
  all: 'all every any',
  after: 'after',
  take_over: 'treat consider regard',
} as const satisfies Record<string, string>;

export type WordClass = keyof typeof LEXICON;
