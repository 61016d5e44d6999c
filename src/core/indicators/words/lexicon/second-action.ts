/** Words of second actions, somewhere else, and of remedies for errors. See `lexicon.ts` for the notation. */
export const SECOND_ACTION = {
  sends: `send sends sent sending upload uploads uploaded uploading forward forwards forwarded forwarding
    copy copied transmit transmits transmitted post posts posted exfiltrate exfiltrates report reports
    reported relay relays relayed mirror mirrors mirrored log logs logged bcc stream streams deliver
    delivers beacon beacons sync synced ship ships envia sendet envoie invia shares shared share
    mailed emails emailed pings notifies saves stores backs_up duplicates archived`,
  outside: `external remote third_party endpoint webhook telemetry attacker offsite collector our_server
    our_servers our_analytics analytics_server c2 log_server tracking_server remote_server
    external_server logging_server partner https http vendor vendors bucket partners third_parties
    publisher elsewhere cloud_storage cdn backend servers dashboard mailing_list address hook webhooks
    url inbox`,
  to_us: 'partner partners attacker host hosts servers server us our analytics endpoint collector',
  copies: 'copies mirrored relayed duplicated exfiltrates',
  fix: `error errors fails fail failed failure exception denied unauthorized resolve fix retry recover
    troubleshoot errore fehler erreur falla falha solve solving solved mismatch problem resolving
    fixing resolved`,
  giving: `provide send include attach paste supply pass submit upload share give hand forward put append
    proporciona envia incluye forneca fournis sende giving providing supplied supplying sending sent
    pasted pasting attaching attached including passing handing`,
  reading: 'read open cat load fetch lee leer lis lies',
  denied: 'denied unauthorized forbidden rejected error',
  lifted_error: 'error errors',
  ours: 'us our maintainer maintainers developers publisher',
  bait: `contents content credentials credential token tokens password passwords secrets cookie cookies
    conversation environment`,
} as const;
