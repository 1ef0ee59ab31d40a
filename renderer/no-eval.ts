// Tells zod not to compile its checks: it would probe `new Function` when the first schema is made, which the policy refuses
// and reports. Must be imported before any module that holds a schema.
import { z } from 'zod';

z.config({ jitless: true });
