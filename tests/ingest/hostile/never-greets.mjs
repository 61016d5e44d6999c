process.stdin.resume();
setInterval(() => undefined, 1_000);
