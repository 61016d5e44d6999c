/** Words about other tools and servers, and what is to become of their calls. See `lexicon.ts` for the notation. */
export const OTHER_TOOLS = {
  use: `use uses using used call calls calling called invoke invoking invoked run running execute
    executing usar llamar utiliser appeler verwenden aufrufen usa usare`,
  tool: `tool tools function functions herramienta herramientas ferramenta ferramentas outil outils
    werkzeug werkzeuge strumento strumenti инструмент инструменты инструментов`,
  alter: `change changed replace replaced modify modified redirect redirected bcc cc append appended rewrite
    rewritten substitute substituted reroute rerouted route instead swap swapped set cambia sustituye
    remplace ersetze recipient also_send also_include always must`,
  other_server: `other_server other_servers another_server different_server other_mcp another_mcp otro_servidor
    outro_servidor autre_serveur anderen_server`,
  argument: `argument arguments parameter parameters field recipient behaviour behavior output outputs input
    inputs body amount destination result results`,
  every_call: `every_call any_call each_call any_invocation every_invocation all_calls every_use any_use
    each_invocation calls_to uses_of`,
  server_word: 'mcp server servers',
  priority: 'priority precedence preference prefer preferred favour favor skip',
  others: `others other_tools alternatives alternative any_alternative other_options everything_else
    anything_else other_tool`,
  other_tool: 'another_tool other_tool other_tools any_tool different_tool',
  alter_strict: 'change replace modify redirect bcc rewrite substitute reroute swap double',
} as const;
