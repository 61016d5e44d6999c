/** Words of setting instructions aside and putting others in their place. See `lexicon.ts` for the notation. */
export const INSTRUCTIONS = {
  override: `ignore ignores ignoring ignored disregard disregards disregarding disregarded forget forgetting
    discard neglect dismiss bypass bypasses bypassing circumvent override overriding overrule abandon
    set_aside put_aside suspend nullify unlearn ignora ignorar olvida olvidar olvidate olvide
    desconsidere desconsiderar esqueca esquecer descarta ignorez ignorer oublie oubliez oublier
    ignoriere ignorieren vergiss vergessen missachte ignori dimentica dimenticare trascura игнорируй
    игнорируйте проигнорируй забудь забудьте negeer vergeet vtaber overlook treat_all void_all
    neglecting waive zignoruj zapomnij ignoruj yoksay unut abaikan lupakan negeren تجاهل انس अनदेखा`,
  prior: `previous prior above earlier preceding foregoing original initial system your all any other
    existing current default former past safety every before developer operator users user_s built_in
    security ethical content anteriores anterior previas previos sistema todas todos tus precedentes
    precedente precedent systeme toutes tous vorherigen vorherige vorigen bisherigen alle precedenti
    tutte предыдущие предыдущих все всех прошлые vorige eerdere priores came_before poprzednie
    poprzednich wczesniejsze wszystkie onceki tum sebelumnya semua alle_eerdere السابقة جميع كل पिछले
    सभी`,
  rules: `instructions instruction rules rule prompt prompts guidelines guideline directives directive
    commands guidance restrictions constraints safeguards guardrails programming training policies
    safeguard protocols teachings safety_checks safety_filters ethics instrucciones instruccion
    instrucoes reglas regras ordenes indicaciones directrices consignes regles anweisungen regeln
    vorgaben befehle istruzioni regole инструкции инструкций указания указаний правила команды
    instructies norms instrukcje instrukcji polecenia talimatlari talimatlar instruksi perintah
    التعليمات الأوامر निर्देशों निर्देश kurallari zasady`,
  before: `above previously before earlier given told received said anteriores anterior previas ci_dessus
    precedentes oben vorher recibidas recibido precedenti выше ранее so_far السابقة precedents раньше`,
  follow: `follow following obey adhere comply heed respect apply honor honour abide listen sigas seguir
    suivez befolge befolgen seguire obedezcas`,
  stop: 'stop cease quit deja arrete hor',
  instruct: `instructions instruction directives directive orders prompt objective task goal mission rules
    instrucciones instrucoes anweisungen istruzioni инструкции`,
  supersede: `supersede supersedes superseding supersedent override overrides overriding overrule overrules
    outranks outrank replaces take_precedence takes_precedence take_priority takes_priority`,
  over_all: 'previous prior system earlier all your developer other any user',
  from_now: `from_now_on from_this_point_on from_this_point_onward henceforth from_here_on de_ahora_en_adelante
    a_partir_de_ahora ab_sofort desormais отныне`,
  persona: `unrestricted dan jailbroken unfiltered uncensored root godmode developer_mode admin_mode god_mode
    maintenance_mode debug_mode no_restrictions without_restrictions evil unbound sudo_mode
    free_of_restrictions`,
  longer: 'no_longer not_longer',
  bound: 'bound restricted constrained limited obligated subject required apply applies valid',
  strict: `previous prior above earlier preceding foregoing original initial system your existing developer
    safety operator anteriores previas sistema precedentes`,
  lifted: `void lifted cancelled canceled revoked invalid obsolete expired inapplicable superseded replaced
    suspended null ignored disregarded overridden outdated deactivated`,
  attention: 'attention heed regard notice mind account importance',
  no_longer_rules: `guidelines guardrails restrictions safeguards safety_checks safety_filters content_policy
    content_filters safety_guidelines ethics ethical_guidelines`,
  disable: `disable disabling deactivate turn_off switch_off remove lift suspend pretend forget escape violate
    break`,
  take_over: 'treat consider regard',
  account: `account cuenta conta compte considerazione consideration beachte beachten berucksichtige
    berucksichtigen heed caso conto rucksicht`,
  override_weak: `drop scrap ditch scratch wipe erase cast_aside throw_out throw_away do_away_with disobey defy
    deviate depart void annul cancel revoke skip omit leave_behind`,
  orders: 'instructions instruction guidelines guidance directives prompt prompts training briefing',
  not_apply: `do_not_apply does_not_apply dont_apply doesnt_apply do_not_count does_not_count dont_count
    doesnt_count no_longer_apply no_longer_applies no_longer_count no_longer_bind no_longer_hold
    not_binding do_not_hold are_void is_void lose_force lose_their_force out_of_force off_the_table`,
  aside: 'aside to_one_side',
  set_verb: 'set put lay leave cast push sweep',
  reset: 'reset clear purge erase wipe flush unload',
  as_if: 'as_if as_though',
  only: 'only solely exclusively nothing_but',
  trump: 'outweigh outweighs trump trumps prevail prevails outrank outranks',
  override_sov: 'अनदेखा yoksay yok_say unut unutun dikkate_alma gormezden_gel dikkate_almayin',
  policy: 'policy policies protocol',
  instructed: 'told instructed taught',
  disobey: 'disobey defy',
  authority: 'operator developer system platform principal',
  opposite: 'opposite contrary reverse',
} as const;
