// Before anything else: zod would try to compile its checks, which the content security policy refuses and reports.
globalThis.__zod_globalConfig = { jitless: true };
