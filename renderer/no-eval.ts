import * as z from 'zod';

// zod would try to compile its checks with `new Function`, which the content security policy refuses and reports.
z.config({ jitless: true });
