// Before any schema exists: zod would otherwise probe `new Function`, which the page's policy refuses and reports.
import { z } from 'zod';

z.config({ jitless: true });
