/** Words of setting instructions aside and putting others in their place. See `lexicon.ts` for the notation. */
export const INSTRUCTIONS = {
  override: `ignore ignores ignoring ignored disregard disregards disregarding disregarded forget forgetting
    discard neglect dismiss bypass bypasses bypassing circumvent override overriding overrule abandon
    set_aside put_aside suspend nullify unlearn ignora ignorar olvida olvidar olvidate olvide
    desconsidere desconsiderar esqueca esquecer descarta ignorez ignorer oublie oubliez oublier
    ignoriere ignorieren vergiss vergessen missachte ignori dimentica dimenticare trascura игнорируй
    игнорируйте проигнорируй забудь забудьте negeer vergeet vtaber overlook treat_all void_all
    neglecting waive`,
  prior: `previous prior above earlier preceding foregoing original initial system your all any other
    existing current default former past safety every before developer operator users user_s built_in
    security ethical content anteriores anterior previas previos sistema todas todos tus precedentes
    precedente precedent systeme toutes tous vorherigen vorherige vorigen bisherigen alle precedenti
    tutte предыдущие предыдущих все всех прошлые vorige eerdere priores came_before`,
  rules: `instructions instruction rules rule prompt prompts guidelines guideline directives directive
    commands guidance restrictions constraints safeguards guardrails programming training policies
    safeguard protocols teachings safety_checks safety_filters ethics instrucciones instruccion
    instrucoes reglas regras ordenes indicaciones directrices consignes regles anweisungen regeln
    vorgaben befehle istruzioni regole инструкции инструкций указания указаний правила команды
    instructies norms`,
  before: `above previously before earlier given told received said anteriores anterior previas ci_dessus
    precedentes oben vorher recibidas recibido precedenti выше ранее so_far`,
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
    maintenance_mode debug_mode no_restrictions without_restrictions evil unbound`,
  longer: 'no_longer not_longer',
  bound: 'bound restricted constrained limited obligated subject required apply applies valid',
  strict: `previous prior above earlier preceding foregoing original initial system your existing developer
    safety operator anteriores previas sistema precedentes`,
  lifted: `void lifted cancelled canceled revoked invalid obsolete expired inapplicable superseded replaced
    suspended null ignored disregarded overridden outdated deactivated`,
  attention: 'attention heed regard',
  no_longer_rules: `guidelines guardrails restrictions safeguards safety_checks safety_filters content_policy
    content_filters safety_guidelines ethics ethical_guidelines`,
  disable: `disable disabling deactivate turn_off switch_off remove lift suspend pretend forget escape violate
    break`,
  take_over: 'treat consider regard',
} as const;
