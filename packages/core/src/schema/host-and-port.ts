import { pattern } from "./expected.js";

const WHAT = "host:port, such as egress.corp.internal:3128";

/** Where somebody listens, without a scheme. */
export const hostAndPort = pattern(/^[a-z0-9.-]+:\d+$/, WHAT).refine((written) => URL.canParse(`http://${written}`), { error: WHAT });
