// One line without an end.
const chunk = 'x'.repeat(1_000_000);
const flood = () => {
  while (process.stdout.write(chunk));
  process.stdout.once('drain', flood);
};
flood();
