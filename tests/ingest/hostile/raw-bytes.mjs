import { speak } from './speak.mjs';

// Prints a tool byte by byte, as no JSON library would.
let id = 0;
process.stdin.on('data', (chunk) => {
  id =
    /"id":(\d+),?[^\n]*tools\/list|tools\/list[^\n]*"id":(\d+)/.exec(String(chunk))?.slice(1).find(Boolean) ??
    id;
});
speak(() => {
  const tool = Buffer.from(process.env.TOOL, 'base64');
  process.stdout.write(
    Buffer.concat([
      Buffer.from(`{"jsonrpc":"2.0","id":${id},"result":{"tools":[`),
      tool,
      Buffer.from(']}}\n'),
    ]),
  );
});
