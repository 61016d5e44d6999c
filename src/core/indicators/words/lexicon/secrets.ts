/** Words for files and secrets of the user, and for taking them. See `lexicon.ts` for the notation. */
export const SECRETS = {
  take: `read reads reading cat open opens opening include includes including attach attaches attaching
    send sends sending pass passes passing copy copying provide provides providing extract extracting
    load loading fetch fetching get getting upload uploading paste pasting encode encoding submit
    submitting dump dumping access accessing retrieve retrieving retrieves collect collecting grab
    grabbing leak leaking put putting supply supplying insert exfiltrate exfiltrating forward
    forwarding transmit transmitting print output add append locate find gather return echo look view
    check inspect content contents lee leer abre abrir incluye incluir envia enviar adjunta pasa pega
    copia leia inclua envie passe lis lire lisez ouvre inclure incluez envoie envoyez joins copie
    copiez lies lese lesen offne einfugen fuge sende kopiere ubergib leggi apri includi invia allega
    прочитай прочти прочитайте открой включи отправь скопируй передай вставь quote stick tuck drop
    carry bring relay slip share ship deliver prefix prepend embed fill mail email mets mettez wklej
    yapistir paste_here`,
  target: `.ssh id_rsa id_ed25519 id_ecdsa id_dsa authorized_keys etc_passwd etc_shadow etc_sudoers .aws
    aws_credentials .netrc .npmrc .pypirc .gnupg .pgpass .git-credentials git_credentials
    .bash_history .zsh_history bash_history .cursor .claude mcp_json claude_desktop_config_json
    claude_desktop_config wallet_dat login_keychain cookies_sqlite login_data logins_json key4_db
    ssh_private_key private_ssh private_ssh_key aws_secret application_default_credentials sam_hive
    ntds_dit proc_self_environ browser_cookies saved_passwords password_manager password_store
    seed_phrase recovery_phrase clave_privada_ssh cle_ssh llave_ssh shadow_file passwd_file llaves_ssh
    .vault_token .terraformrc .s3cfg .boto .my_cnf etc_gshadow .config_gh credential_manager
    browser_passwords saved_logins keyring gnome_keyring .ssh_config credentials_db cookies_db key3_db
    cookie_jar chrome_profile firefox_profile browser_profile cookie_database cookie_store ssh_folder
    ssh_directory ssh_dir .kdbx keepass shell_history password_vault git_credential aws_keys
    ssh_private_keys private_ssh_keys claude_desktop .git_credentials cursor_mcp`,
  dotenv: `.env dotenv env_file .env_file process_env environment_variables environment_secrets
    environment_variable variables_de_entorno variaveis_de_ambiente umgebungsvariablen`,
  order: `must always first before please ensure required mandatory necessary important also then prior
    make_sure need debes siempre antes primero sempre deve toujours avant dois doit immer zuerst musst
    vorher prima devi сначала всегда должен перед`,
  contents: 'contents content contenido conteudo contenu inhalt contenuto содержимое',
  moving: `include attach send pass copy paste put supply provide insert upload submit forward transmit
    append exfiltrate base64 encode leak incluye envia pasa adjunta inclua envie inclure envoie sende
    invia передай отправь attach_them include_them append_them`,
  credentials: `credentials credential tokens token passwords password secrets keys key api_key api_keys
    access_token session_token private_key private_keys credenciales credenciais identifiants
    zugangsdaten credenziali cookie cookies`,
  any_secret: 'users user_s stored saved local browser browsers',
  target_soft: `kubeconfig .kube known_hosts ssh_key ssh_keys .azure .docker docker_config_json tfstate keychain
    keychains key_chain gcloud_credentials .config_gcloud keystore credential_store
    service_account_json service_account_key .bashrc .zshrc .profile .gitconfig .vnc mnemonic
    seed_words recovery_words wallet_file history_file`,
  key_like: `private_key private_keys api_keys api_key passwords password secrets credentials tokens
    password_file secret_key secret_keys access_tokens`,
  plain_env: 'environment_variables env_vars environment_variable env_variables env',
  place: `home_directory workspace home_folder machine disk filesystem file_system computer browser laptop
    system project`,
  find: 'find found look_up locate search collect gather grab harvest dump extract discover scan steal',
  slot: 'parameter argument field sidenote note param slot property',
  strict_env: '.env dotenv env_file .env_file dotenv_file',
  hand_late: `anhangen einfugen ubergeben mitgeben mitschicken ubermitteln hineinkopieren eintragen beifugen
    mitsenden ekle gonder vlozhit toevoegen meesturen`,
  whole_text: 'contents content text bytes lines',
} as const;
