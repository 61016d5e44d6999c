/**
 * A server for tests of what the gateway keeps: it answers every request with the very line it heard, beside numbers and
 * keys that a careless reader loses. Over stdio without arguments; with a kind of answer, `json` or `events`, over HTTP on
 * a free port, which it prints.
 */
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';

/** The line to answer with; undefined where none is due. */
function answerTo(line) {
  const { id, method, params } = JSON.parse(line);
  if (method === undefined || id === undefined) return undefined;
  const head = `"jsonrpc":"2.0","id":${JSON.stringify(id)}`;
  if (method === 'initialize') {
    const rest = '"capabilities":{"tools":{}},"serverInfo":{"name":"raw","version":"1"},"own":1.0';
    return `{${head},"result":{"protocolVersion":${JSON.stringify(params.protocolVersion)},${rest}},"top":2.0}`;
  }
  if (method === 'tools/list') {
    const tools =
      '[{"name":"secret"},{"name":"kept","inputSchema":{"maximum":18446744073709551615,"minimum":1.0}}]';
    return `{${head},"result":{"tools":${tools},"own":1.0},"top":1e3}`;
  }
  if (method === 'ping') return `{${head},"error":{"code":-1,"message":"no","own":1.0},"top":2.0}`;
  return `{${head},"result":{"heard":${JSON.stringify(line)},"big":12345678901234567890},"top":1.0}`;
}

function overStdio() {
  createInterface({ input: process.stdin }).on('line', (line) => {
    const answer = answerTo(line);
    if (answer !== undefined) process.stdout.write(`${answer}\n`);
  });
}

function overHttp(kind) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.method !== 'POST') return response.writeHead(405).end();
    const answer = answerTo(body);
    response.setHeader('mcp-session-id', 's');
    if (answer === undefined) return response.writeHead(202).end();
    const isRefused = JSON.parse(body).method === 'ping';
    if (kind === 'json') {
      response.writeHead(isRefused ? 400 : 200, { 'content-type': 'application/json' }).end(answer);
      return undefined;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const note = '{"jsonrpc":"2.0","method":"notifications/message","params":{"n":1.0},"top":1.0}';
    return response.end(`: hello\n\ndata: ${note}\n\nid: 1\nevent: message\ndata: ${answer}\n\n`);
  });
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
}

const [kind] = process.argv.slice(2);
if (kind === undefined) overStdio();
else overHttp(kind);
