/** Imported first: the page's security policy lets nothing compile code from text, and zod would try to before it knows. */
import { config } from "zod";

config({ jitless: true });
