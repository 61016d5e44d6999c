process.stderr.write('Error: API_KEY is not set\n');
process.exit(3);
