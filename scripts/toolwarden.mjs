#!/usr/bin/env node
import './require-node.mjs';

const { main } = await import('./command-line.ts');
process.exitCode = await main(process.argv.slice(2));
