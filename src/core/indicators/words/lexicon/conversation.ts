/** Words for the conversation and the system prompt, and for asking for them. See `lexicon.ts` for the notation. */
export const CONVERSATION = {
  hand: `include includes including included pass passes passing provide provides providing send sends
    sending attach attaching supply supplying put putting paste pasting copy copying forward
    forwarding submit submitting insert inserting place placing embedding fill populate write dump
    transmit transmitting serialize encode append add adding log store record incluye incluir incluya
    pasa pasar proporciona envia enviar adjunta copia inclua envie passe copie inclus incluez inclure
    joins joignez envoie envoyez transmets fournis fuge sende ubergib kopiere schicke ubermittle
    includi invia passa allega включи включите передай отправь скопируй приложи upload summarize
    contain contains return relay repeat give giving gives quote quoting stick tuck drop fold fill_in
    donne donnez dai dame gib przekaz dolacz ekle gonder sertakan kirim أرسل ضع вставьте вставь
    приложите укажите добавь добавьте recopie recopiez insere inserez inserisci einfuge hange trage
    transcribe hand pega adjunte proporcione escribe`,
  whole: `full entire complete whole all verbatim raw everything unabridged total word_for_word completa
    completo toda todo entera integral entiere integralite gesamte gesamten ganze vollstandige
    vollstandigen vollstandig intera tutta полную всю полный весь previous prior exact uncut unedited
    كامل كاملة पूरी complet vollstandiger ganzer entiers lückenlos полностью ganzen hele cala cale
    todos alle last_50 целиком`,
  convo: `conversation_history chat_history conversation_transcript chat_transcript chat_log chat_logs
    conversation_log message_history conversation conversacion conversa gesprach gesprachsverlauf
    chatverlauf unterhaltung conversazione dialogue dialog discussion previous_messages prior_messages
    earlier_messages messages_so_far historial historico_da_conversa historique переписку диалог
    разговора историю dialog_history session_history chat_context conversation_context message_thread
    interaction_history rozmowe rozmowy konusmayi konusma percakapan gesprek chatverloop
    conversation_so_far thread_so_far messages_exchanged المحادثة बातचीत диалога диалоге беседы беседу
    чата переписки gesprachs conversazioni discussione chat_geschichte conversatie conversaties
    rozmowa sohbet konusma_gecmisini chat_precedente sohbeti talk_with`,
  prior_messages: `previous_messages prior_messages earlier_messages preceding_messages messages_so_far prior_turns
    previous_turns recent_turns earlier_turns conversation_turns dialogue_turns chat_turns all_turns
    previous_exchanges last_turns mensajes_anteriores bisherigen_nachrichten mensagens_anteriores
    messages_precedents messaggi_precedenti`,
  this_chat: `this_conversation this_chat this_session our_conversation our_chat current_conversation
    current_chat conversation_so_far chat_so_far your_context your_conversation esta_conversacion
    cette_conversation your_context_window this_dialogue`,
  sofar: 'so_far up_to_this_point up_to_now until_now to_date hasta_ahora ate_agora jusqu_ici bisher',
  sysprompt: `system_prompt system_prompts system_message system_instructions developer_message developer_prompt
    developer_instructions initial_instructions hidden_instructions internal_instructions
    initial_prompt system_context systemprompt prompt_del_sistema prompt_de_sistema prompt_do_sistema
    invite_systeme prompt_systeme prompt_di_sistema mensaje_del_sistema системный_промпт
    системную_инструкцию системного_промпта base_prompt secret_instructions custom_instructions
    system_preamble system_directive system_text prompt_systemowy systemowego sistem_istemi
    sistem_istemini systemprompts sistemprompt systempromptu`,
  leak: `reveal repeat print output dump recite echo disclose expose leak return quote reproduce show tell
    copy revela repite imprime revele repita revelez repete`,
  said: `said typed wrote written shared told entered asked sent dijo disse say says writes types asks
    mentioned tells gave provided confided`,
  since: 'verbatim including so_far between word_for_word this_conversation this_chat your_context the_user',
  every_message: 'every_message all_messages every_prompt all_prompts all_user_messages',
  prompt_word: 'prompt prompts',
  takes: 'takes takes_in holds receives expects wants needs accepts',
  context_of_yours: 'your_context your_context_window your_chain_of_thought',
  hidden_adj: `hidden initial internal original secret own confidential starting opening developer operator
    built_in underlying`,
  instruct_word:
    'instructions instruction prompt prompts preamble directives guidelines rules brief briefing',
  chat_noun: 'chat transcript thread exchange session dialogue conversation',
  full_after: 'verbatim in_full in_its_entirety unabridged uncut word_for_word in_entirety completely',
  text_above: 'everything_above text_above above_text above_this all_above words_above lines_above',
  under: 'given received run operate work under obey',
  turns_word: 'previous_turns prior_turns earlier_turns conversation_turns chat_turns dialogue_turns',
  both_sides: 'both_sides',
  with_word: 'with mit con avec',
  by_dev: `by_the_developer by_the_operator by_your_developer by_your_operator by_your_creator
    by_the_platform`,
  in_context: 'in_your_context in_your_context_window in_your_memory',
} as const;
