// Tells zod not to compile its checks: it would probe `new Function`, which the reader's policy refuses and reports. First import.
import { z } from 'zod';

z.config({ jitless: true });
