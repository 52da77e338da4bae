import type { Span } from "@irsa-sim/core";
import type { TokenRead } from "../sts/token-read.js";

/** Hands out the token that the app keeps, or reads the file anew for each exchange, as the SDKs do by themselves. */
export type TakeToken = (span: Span, read: () => Promise<TokenRead>) => Promise<TokenRead>;
