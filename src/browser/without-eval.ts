import { config } from 'zod';

// The pages forbid code made at run time, which zod would try for speed: imported before anything that uses it.
config({ jitless: true });
