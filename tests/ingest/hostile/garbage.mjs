// Lines that are not JSON, and JSON that is not JSON-RPC.
process.stdin.resume();
setInterval(() => process.stdout.write('{"hello": 1}\n<html>\n\u001b[31mred\u001b[0m\n'), 1);
